//! Every sentence a person reads: in every language, with the same arguments, and really there when it is asked for.

#![expect(clippy::expect_used, reason = "a test that cannot set its scene should fail loudly")]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::parse;

const LANGUAGES: [&str; 2] = ["en", "es"];

/// A message's arguments by its id.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_file_reads_without_a_mistake_and_no_message_stands_twice() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for (path, text) in files(language) {
            let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
            for message in resource.body.iter().filter_map(message) {
                let id = message.id.name;
                assert!(seen.insert(id.to_owned()), "{language}: {id} stands twice");
                assert!(message.value.is_some(), "{language}: {id} says nothing");
            }
        }
    }
}

#[test]
fn every_message_is_in_every_language_with_the_same_arguments() {
    let [english, spanish] = LANGUAGES.map(messages);
    let only = |one: &Messages, other: &Messages| -> Vec<String> {
        one.keys().filter(|id| !other.contains_key(*id)).cloned().collect()
    };
    assert_eq!(only(&english, &spanish), Vec::<String>::new(), "only in English");
    assert_eq!(only(&spanish, &english), Vec::<String>::new(), "only in Spanish");
    for (id, arguments) in &english {
        assert_eq!(arguments, &spanish[id], "the arguments of {id}");
    }
}

#[test]
fn each_language_has_the_same_files() {
    let names = |language| -> Vec<_> {
        files(language).into_iter().map(|(path, _)| path.file_name().map(ToOwned::to_owned)).collect()
    };
    assert_eq!(names("en"), names("es"));
}

#[test]
fn every_message_that_the_app_asks_for_exists() {
    let known = messages("en");
    let mut asked = 0;
    for (path, source) in sources() {
        for id in asked_for(&source) {
            assert!(known.contains_key(id), "{} asks for {id}", path.display());
            asked += 1;
        }
    }
    assert!(asked > 100, "the search finds what the pages ask for");
}

#[test]
fn every_message_formats_for_none_one_and_many() {
    for language in LANGUAGES {
        let bundle = bundle(language);
        for (id, arguments) in messages(language) {
            let pattern = bundle.get_message(&id).and_then(|message| message.value()).expect("it says something");
            for n in [0, 1, 2, 21, 1_000] {
                let values: FluentArgs<'_> =
                    arguments.iter().map(|name| (name.as_str(), FluentValue::from(n))).collect();
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&values), &mut errors);
                assert!(errors.is_empty(), "{language}: {id}: {errors:?}");
                assert!(!said.contains('{') && !said.trim().is_empty(), "{language}: {id} says {said:?}");
            }
        }
    }
}

#[test]
fn no_sentence_is_the_same_by_mistake_of_having_been_left_untranslated() {
    let [english, spanish] = LANGUAGES.map(bundle);
    let said = |bundle: &FluentBundle<FluentResource>, id: &str| {
        let pattern = bundle.get_message(id).and_then(|message| message.value()).expect("it says something");
        bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()
    };
    for (id, arguments) in messages("en") {
        let sentence = said(&english, &id);
        // Names, units and words that both languages share are short; a whole sentence is not shared.
        let long = sentence.split_whitespace().count() > 4;
        assert!(!arguments.is_empty() || !long || sentence != said(&spanish, &id), "{id} is not translated");
    }
}

fn messages(language: &str) -> Messages {
    let mut messages = Messages::new();
    for (path, text) in files(language) {
        let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for message in resource.body.iter().filter_map(message) {
            let mut arguments = BTreeSet::new();
            message.value.iter().for_each(|pattern| in_pattern(pattern, &mut arguments));
            messages.insert(message.id.name.to_owned(), arguments);
        }
    }
    messages
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.parse().expect("a language tag")]);
    bundle.set_use_isolating(false);
    for (path, text) in files(language) {
        let resource =
            FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{}: {errors:?}", path.display()));
    }
    bundle
}

fn message<'a, 's>(entry: &'a Entry<&'s str>) -> Option<&'a Message<&'s str>> {
    match entry {
        Entry::Message(message) => Some(message),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    }
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, found),
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, found));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// The ids asked for by name, as in `text.get("today-title")`; the call may be broken over lines.
fn asked_for(source: &str) -> impl Iterator<Item = &str> {
    ["text.get(", "text.with("].into_iter().flat_map(move |call| {
        source.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
    })
}

/// The files of a language by path, in order.
fn files(language: &str) -> Vec<(PathBuf, String)> {
    read(&root().join("locales").join(language), "ftl")
}

fn sources() -> Vec<(PathBuf, String)> {
    read(&root().join("src"), "rs")
}

/// Every file below a folder whose name ends so, in the order of their paths.
fn read(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(read(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
