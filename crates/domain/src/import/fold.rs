//! Words as they are compared: case, accents, signs and spaces make no difference.

/// Lower case without accents; everything that is no letter or digit is one space.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        let plain = plain(sign);
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !is_accent(sign) && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a folded text.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// An accent written as a sign of its own.
fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign) || matches!(sign, '\'' | '’' | '.')
}

/// The letters of the languages that rosters here are written in.
fn plain(sign: char) -> char {
    match sign {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' | 'ţ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_signs_and_spaces_make_no_difference() {
        for text in ["Núñez,  María", "nunez maria", "NUN\u{303}EZ\u{a0}MARI\u{301}A", " Nunez - Maria "] {
            assert_eq!(fold(text), "nunez maria", "{text:?}");
        }
        assert_eq!(fold("O'Brien"), fold("OBrien"));
        assert_eq!(fold("N.A."), "na");
        assert_eq!(fold("…"), "");
    }
}
