-- Until a visit has begun it is nobody's: who wrote of it first decides nothing any more.
alter table visits drop column opened_by;
