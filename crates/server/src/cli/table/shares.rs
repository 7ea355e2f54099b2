use domain::stats::Share;

/// A share as people write it: `0.8`, `80` or `80 %`. Without a sign, a number above 1 is per cent.
pub(in crate::cli) fn read_share(text: &str) -> Option<Share> {
    let (number, per_cent) = match text.strip_suffix('%') {
        Some(number) => (number.trim_end(), true),
        None => (text, false),
    };
    let number: f64 = number.parse().ok()?;
    Share::new(if per_cent || number > 1.0 { number / 100.0 } else { number }).ok()
}

/// The same for an argument; what it says when it is none.
pub(in crate::cli) fn share_argument(text: &str) -> Result<Share, &'static str> {
    read_share(text.trim()).ok_or("a share is written as 0.1, 10 or 10%, and lies between 0 and 100 %")
}
