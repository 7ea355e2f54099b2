use std::collections::BTreeSet;

use domain::framework::{Kind, LookFor};
use domain::import::{CannotImport, CannotRead, DateOrder, Doubt, Empty, LookForColumn, Meaning, Says, TableColumn};
use yew::prelude::*;

use super::{Page, words};
use crate::components::{Button, ButtonKind, Choice, Panel, SelectField};
use crate::state::{ImportFailure, ImportStep};

/// Before the id of a look-for, as the value of a choice.
const LOOK_FOR: &str = "look-for:";

impl Page<'_> {
    /// What each column says, and what its values mean.
    pub(super) fn columns(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let (Some(look), None) = (&now.look, &now.stored) else { return Html::default() };
        let remembered = if look.remembered.is_some() { "import-remembered" } else { "import-guessed" };
        html! {
            <Panel id="import-columns" title={text.get("import-columns")}>
                <p>{ text.with("import-rows", [("n", look.rows.into())]) }{ " " }{ text.get(remembered) }</p>
                { self.date_order() }
                <ul class="import-columns">{ for look.columns.iter().enumerate().map(|(at, one)| self.column(at, one)) }</ul>
                <div class="cluster">
                    <Button
                        kind={if now.tried.is_some() { ButtonKind::Plain } else { ButtonKind::Primary }}
                        disabled={now.busy.is_some()}
                        on_press={self.on(|()| ImportStep::Try)}
                    >{ text.get("import-try") }</Button>
                    <span class="muted">{ text.get("import-try-note") }</span>
                </div>
            </Panel>
        }
    }

    /// Whether 3/4 is in March or in April, where the column does not tell.
    fn date_order(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let (Some(look), Some(mapping)) = (&now.look, &now.mapping) else { return Html::default() };
        let open = |why: &CannotRead| match why {
            CannotRead::DateOrder { example, .. } => Some(example.clone()),
            CannotRead::Mapping(_) => None,
        };
        let doubted = look.unsure.iter().find_map(|doubt| match doubt {
            Doubt::DateOrder { example, .. } => Some(example.clone()),
            _ => None,
        });
        let failed = match &now.failure {
            Some(ImportFailure::Cannot(CannotImport::CannotRead(why))) => open(why),
            _ => None,
        };
        let example = failed.or(doubted).or_else(|| look.must.as_ref().and_then(open));
        if example.is_none() && mapping.date_order.is_none() {
            return Html::default();
        }
        let value = match mapping.date_order {
            None => "",
            Some(DateOrder::MonthFirst) => "month",
            Some(DateOrder::DayFirst) => "day",
        };
        let options = vec![
            Choice::new("", text.get("import-choose-one")),
            Choice::new("month", text.get("import-month-first")),
            Choice::new("day", text.get("import-day-first")),
        ];
        let on_change = self.change(|mapping, chosen: AttrValue| {
            mapping.date_order = match chosen.as_str() {
                "month" => Some(DateOrder::MonthFirst),
                "day" => Some(DateOrder::DayFirst),
                _ => None,
            };
        });
        html! {
            <SelectField
                id="import-date-order"
                label={text.get("import-date-order")}
                hint={example.map(|example| AttrValue::from(text.with("import-date-example", [("example", example.into())])))}
                {value}
                {options}
                {on_change}
            />
        }
    }

    fn column(&self, at: usize, column: &TableColumn) -> Html {
        let text = self.text;
        let Some(mapping) = &self.now.mapping else { return Html::default() };
        let says = mapping.says(&column.name);
        let parts = Says::PARTS.iter().map(|part| Choice::new(words::part_id(part), text.get(words::part_id(part))));
        let look_fors = self.framework().into_iter().flat_map(|framework| framework.look_fors());
        let look_fors = look_fors.filter(|one| !matches!(one.kind, Kind::Interval { .. }));
        let look_fors = look_fors.map(|one| {
            let label = text.with("import-look-for", [("look-for", one.short.clone().into())]);
            Choice::new(format!("{LOOK_FOR}{}", one.id), label)
        });
        let value = match &says {
            Says::LookFor(id) => format!("{LOOK_FOR}{id}"),
            part => words::part_id(part).to_owned(),
        };
        let name = column.name.clone();
        let on_change = self.change(move |mapping, chosen: AttrValue| {
            let part = || Says::PARTS.into_iter().find(|part| words::part_id(part) == chosen.as_str());
            let look_for = chosen.strip_prefix(LOOK_FOR).map(|id| Says::LookFor(id.into()));
            mapping.say(&name, &look_for.or_else(part).unwrap_or(Says::Nothing));
        });
        let samples = column.samples.iter().take(4).map(|sample| format!("“{sample}”")).collect::<Vec<_>>().join(", ");
        html! {
            <li class="import-column" key={column.name.clone()}>
                <SelectField
                    id={format!("import-column-{at}")}
                    label={column.name.clone()}
                    hint={(!samples.is_empty()).then(|| AttrValue::from(samples))}
                    {value}
                    options={parts.chain(look_fors).collect::<Vec<_>>()}
                    {on_change}
                />
                { for mapping.look_fors.iter().find(|one| one.column == column.name).map(|one| self.values(at, column, one)) }
            </li>
        }
    }

    /// What the values of a look-for's column mean.
    fn values(&self, at: usize, column: &TableColumn, read: &LookForColumn) -> Html {
        let Some(look_for) = self.framework().and_then(|framework| framework.look_for(&read.look_for)) else {
            return Html::default();
        };
        let all: BTreeSet<&str> = read.values.keys().map(String::as_str).chain(self.unknown(column)).collect();
        let rows = self.now.look.as_ref().map_or(0, |look| look.rows);
        html! {
            <div class="import-values">
                { for all.into_iter().enumerate().map(|(number, value)| self.value((at, number), value, look_for, read)) }
                if column.filled < rows {
                    { self.empty(at, read) }
                }
            </div>
        }
    }

    /// Values of a column that nobody has given a meaning yet.
    fn unknown<'a>(&'a self, column: &'a TableColumn) -> impl Iterator<Item = &'a str> {
        let doubted = self.now.look.iter().flat_map(|look| &look.unsure).filter_map(|doubt| match doubt {
            Doubt::UnknownValues { column: at, values } if *at == column.name => Some(values),
            _ => None,
        });
        let tried = self.now.tried.iter().flat_map(|report| &report.unmeant);
        let tried = tried.filter(|unmeant| unmeant.column == column.name).map(|unmeant| &unmeant.values);
        doubted.chain(tried).flat_map(|values| values.keys()).map(String::as_str)
    }

    fn value(&self, (at, number): (usize, usize), value: &str, look_for: &LookFor, read: &LookForColumn) -> Html {
        let text = self.text;
        let meanings = words::meanings(&look_for.kind);
        let chosen = read.meaning(value).and_then(|known| meanings.iter().position(|one| *one == known));
        let offered = meanings
            .iter()
            .enumerate()
            .map(|(place, meaning)| Choice::new(place.to_string(), words::meaning(text, &look_for.kind, *meaning)));
        let options: Vec<_> = std::iter::once(Choice::new("", text.get("import-choose-one"))).chain(offered).collect();
        let (column, written) = (read.column.clone(), value.to_owned());
        let on_change = self.change(move |mapping, place: AttrValue| {
            let meaning: Option<Meaning> = place.parse().ok().and_then(|place: usize| meanings.get(place).copied());
            if let Some(one) = mapping.look_fors.iter_mut().find(|one| one.column == column) {
                match meaning {
                    Some(meaning) => drop(one.values.insert(written.clone(), meaning)),
                    None => drop(one.values.remove(&written)),
                }
            }
        });
        html! {
            <SelectField
                key={value.to_owned()}
                id={format!("import-value-{at}-{number}")}
                label={text.with("import-value", [("value", value.to_owned().into())])}
                value={chosen.map_or_else(String::new, |place| place.to_string())}
                {options}
                {on_change}
            />
        }
    }

    /// What an empty cell means.
    fn empty(&self, at: usize, read: &LookForColumn) -> Html {
        let text = self.text;
        let options = vec![
            Choice::new("blank", text.get("import-empty-blank")),
            Choice::new("not-seen", text.get("import-empty-not-seen")),
        ];
        let column = read.column.clone();
        let on_change = self.change(move |mapping, chosen: AttrValue| {
            if let Some(one) = mapping.look_fors.iter_mut().find(|one| one.column == column) {
                one.empty = if chosen == "not-seen" { Empty::NotSeen } else { Empty::Blank };
            }
        });
        html! {
            <SelectField
                id={format!("import-empty-{at}")}
                label={text.get("import-empty")}
                value={match read.empty { Empty::Blank => "blank", Empty::NotSeen => "not-seen" }}
                {options}
                {on_change}
            />
        }
    }
}
