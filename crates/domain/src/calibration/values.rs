use serde::{Deserialize, Serialize};

/// What the values of a look-for are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Names without order. One value that is no finite number makes words of all.
    Words,
    /// Finite numbers, in the order and at the distance that numbers have.
    Numbers,
}

/// The different values, in order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Values {
    Words(Vec<String>),
    Numbers(Vec<f64>),
}

impl Default for Values {
    fn default() -> Self {
        Self::Words(Vec::new())
    }
}

impl Values {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Values {
        let numbers = texts.clone().map(number).collect::<Option<Vec<f64>>>();
        match numbers.filter(|numbers| !numbers.is_empty()) {
            Some(mut numbers) => {
                numbers.sort_by(f64::total_cmp);
                numbers.dedup();
                Values::Numbers(numbers)
            }
            None => {
                let mut words: Vec<String> = texts.map(str::to_owned).collect();
                words.sort();
                words.dedup();
                Values::Words(words)
            }
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Values::Words(_) => Kind::Words,
            Values::Numbers(_) => Kind::Numbers,
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Values::Words(words) => words.len(),
            Values::Numbers(numbers) => numbers.len(),
        }
    }

    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Values::Words(words) => words.clone(),
            Values::Numbers(numbers) => numbers.iter().map(f64::to_string).collect(),
        }
    }

    pub(super) fn numbers(&self) -> Option<&[f64]> {
        match self {
            Values::Words(_) => None,
            Values::Numbers(numbers) => Some(numbers),
        }
    }

    pub(super) fn place(&self, text: &str) -> Option<usize> {
        match self {
            Values::Words(words) => words.binary_search_by(|word| word.as_str().cmp(text)).ok(),
            Values::Numbers(numbers) => {
                let wanted = number(text)?;
                numbers.binary_search_by(|one| one.total_cmp(&wanted)).ok()
            }
        }
    }
}

/// Finite; without the sign of −0, which is 0.
fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number + 0.0)
}
