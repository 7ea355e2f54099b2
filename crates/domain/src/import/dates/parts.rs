//! The numbers and words of a written date.

use super::super::fold::fold;

/// A word of a written date.
pub(super) enum Part<'a> {
    /// Digits, and the sign behind them.
    Number(&'a str, Option<char>),
    /// 1 ..= 12.
    Month(i8),
    /// Neither.
    Other,
}

/// Numbers and months in order; weekdays and the little words of a written date are left out.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let belongs = |sign: char| if digits { sign.is_ascii_digit() } else { sign.is_alphabetic() };
        let end = rest.find(|sign| !belongs(sign)).unwrap_or(rest.len());
        if end == 0 {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(end);
        if digits {
            parts.push(Part::Number(word, after.chars().next()));
        } else {
            let word = fold(word);
            match month(&word) {
                Some(number) => parts.push(Part::Month(number)),
                None if is_filler(&word) => {}
                None => parts.push(Part::Other),
            }
        }
        rest = after;
    }
    parts
}

/// The months of English and Spanish, by their first three letters.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb"],
    &["mar"],
    &["apr", "abr"],
    &["may"],
    &["jun"],
    &["jul"],
    &["aug", "ago"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec", "dic"],
];
const FILLERS: [&str; 9] = ["t", "th", "st", "nd", "rd", "de", "del", "of", "martes"];
const WEEKDAYS: [&str; 13] =
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mie", "jue", "vie", "sab", "dom"];

fn month(word: &str) -> Option<i8> {
    let stem = word.get(..3).filter(|_| word != "martes")?;
    MONTHS.iter().zip(1..).find(|(stems, _)| stems.contains(&stem)).map(|(_, number)| number)
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || word.get(..3).is_some_and(|stem| WEEKDAYS.contains(&stem))
}
