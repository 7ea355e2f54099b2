//! `e2e`: only the tests in browsers, all of them or those of one browser or name.

use crate::failure::Failure;
use crate::shell::{run as run_program, step};
use crate::test::Stage;

const BROWSERS: [&str; 3] = ["chromium", "webkit", "firefox"];

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let (browser, filter) = choices(arguments)?;
    let stage = Stage::set()?;
    let mut tests = stage.tests(&["--workspace", "--test", "e2e"]);
    for other in BROWSERS.into_iter().filter(|other| browser.is_some_and(|one| one != *other)) {
        tests.args(["--skip", &format!("{other}::")]);
    }
    tests.args(filter);
    step("Running the tests in browsers", "3 minutes", || run_program(&mut tests))
}

fn choices(arguments: &[String]) -> Result<(Option<&'static str>, Option<&str>), Failure> {
    let known = |word: &String| BROWSERS.into_iter().find(|browser| browser == word);
    match arguments {
        [] => Ok((None, None)),
        [one] => Ok(match known(one) {
            Some(browser) => (Some(browser), None),
            None => (None, Some(one)),
        }),
        [browser, filter] => match known(browser) {
            Some(browser) => Ok((Some(browser), Some(filter))),
            None => Err(Failure::BadArgument {
                argument: browser.clone(),
                wanted: "the browser is chromium, webkit or firefox",
            }),
        },
        [.., extra] => Err(Failure::BadArgument {
            argument: extra.clone(),
            wanted: "e2e takes a browser and one part of a test's name",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn one_word_is_a_browser_when_it_names_one_and_a_filter_otherwise() {
        assert_eq!(choices(&words("webkit")).unwrap(), (Some("webkit"), None));
        assert_eq!(choices(&words("journey")).unwrap(), (None, Some("journey")));
    }

    #[test]
    fn two_words_are_a_browser_and_a_filter() {
        assert_eq!(choices(&words("webkit journey")).unwrap(), (Some("webkit"), Some("journey")));
        assert!(choices(&words("opera journey")).is_err());
    }
}
