use crate::printed;

const README: &str = include_str!("../../../../README.md");

/// Of each CSV block, what is in it.
fn files() -> Vec<&'static str> {
    README.split("```csv\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_readme_shows_what_is_printed() {
    let [ratings, counts] = files()[..] else { panic!("the README has two files") };
    for (file, name, command) in [(ratings, "ratings.csv", "agreement"), (counts, "counts.csv", "compare")] {
        let shown = format!("```\n$ throughline-server {command} {name}\n{}```", printed(file, &[command, "file.csv"]));
        assert!(README.contains(&shown), "README.md does not show what `{command}` prints:\n{shown}");
    }
}
