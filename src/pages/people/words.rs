use domain::people::CannotChangePeople;

/// Why somebody's place is not changed.
pub(super) fn cannot(why: CannotChangePeople) -> &'static str {
    match why {
        CannotChangePeople::EmailTaken => "people-cannot-taken",
        CannotChangePeople::Email => "people-wrong-email",
        CannotChangePeople::Name => "people-cannot-name",
        CannotChangePeople::School => "people-cannot-school",
        CannotChangePeople::NoAccount => "people-cannot-account",
        CannotChangePeople::LastAdministrator => "people-cannot-last",
        CannotChangePeople::HasLeft => "people-cannot-left",
    }
}
