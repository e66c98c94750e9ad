//! The gold of the fixtures: that it is sound, and that the extractor answers it no worse than it did.
//!
//! `floors/NAME.floors` says what `fixtures/NAME` must reach: for each measure the figure of a day less a hundredth. A
//! floor is raised when its figure has risen for good, and lowered only with the reason in the commit. To measure anew:
//!
//! ```text
//! UPDATE_FLOORS=2031-05-02 cargo test --release --test gold
//! git diff tests/floors
//! ```

mod common;

use common::home;
use dateline::eval::gold::{GoldDocument, gold_paths};
use dateline::eval::{DocumentScore, Floors, Predicted, Summary, score};
use dateline::output::{Options, Source, build};
use std::env;
use std::fmt::Write;
use std::fs;

/// Which variable asks for floors by today's figures; its value is the day.
const UPDATE: &str = "UPDATE_FLOORS";

/// How far below its figure a floor lies: a change that is good on the whole may cost a mention here or there.
const SLACK: f64 = 0.01;

/// Every gold document under a folder of the project.
fn gold(folder: &str) -> Vec<GoldDocument> {
    let paths = gold_paths(&[home().join(folder)]).expect("the folder can be read");
    assert!(!paths.is_empty(), "{folder} has gold");
    paths.iter().map(|path| GoldDocument::read(path).unwrap_or_else(|e| panic!("{e}"))).collect()
}

fn answered(document: &GoldDocument) -> DocumentScore {
    let page = dateline::extract(&document.text);
    let source = Source::new(document.name(), document.text.as_bytes());
    let options = Options { evidence: 0, ..Options::default() };
    score(document, &Predicted::from(&build(&page, &document.text, &source, &options)))
}

fn reaches_its_floors(name: &str) {
    let path = home().join(format!("tests/floors/{name}.floors"));
    let floors = Floors::read(&path).unwrap_or_else(|e| panic!("{e}"));
    assert!(!floors.0.is_empty(), "{} has floors", path.display());
    let folder = format!("fixtures/{name}");
    let mut documents = gold(&folder);
    // Gold with items alone says so by empty types, and items are scored only where nothing is said.
    documents.iter_mut().filter(|d| d.gold.types == Some(Vec::new())).for_each(|d| d.gold.types = None);
    let scores: Vec<DocumentScore> = documents.iter().map(answered).collect();
    let summary = Summary::new(&scores);
    if let Ok(day) = env::var(UPDATE) {
        let is_day = day.len() == 10 && day.bytes().all(|b| b == b'-' || b.is_ascii_digit());
        assert!(is_day, "{UPDATE} is the day of measuring: 2031-05-02");
        fs::write(&path, by_figures(&floors, &summary, &folder, &day)).expect("floors can be written");
        return;
    }
    let missed: Vec<String> = floors.missed(&summary).iter().map(|missed| format!("  {missed}")).collect();
    assert!(
        missed.is_empty(),
        "{folder} misses floors:\n{}\n`cargo run --release -- eval {folder} --errors 5` shows the faults",
        missed.join("\n")
    );
}

/// The same floors by the figures of `summary`, each with its figure; one that is reached is never lowered.
fn by_figures(floors: &Floors, summary: &Summary, folder: &str, day: &str) -> String {
    let mut out = format!(
        "# {folder}, measured on {day}: each floor is a hundredth below its figure, or higher if it was\n"
    );
    for floor in &floors.0 {
        let name = format!("{}.{}", floor.measure, floor.number);
        let figure =
            summary.number(&floor.measure, &floor.number).unwrap_or_else(|| panic!("{name} is not measured"));
        let thousandths = |value: f64| (value * 1000.0).floor() / 1000.0;
        let mut least = thousandths(thousandths(figure) - SLACK + 1e-9).max(0.0);
        if figure >= floor.least {
            least = least.max(floor.least);
        }
        writeln!(out, "{name:24} >= {least:.3}  # {figure:.4}").expect("memory takes all");
    }
    out
}

#[test]
fn small_fixtures_reach_their_floors() {
    reaches_its_floors("small");
}

#[test]
fn test_brochures_reach_their_floors() {
    reaches_its_floors("test");
}

#[test]
fn layouts_reach_their_floors() {
    reaches_its_floors("layouts");
}

#[test]
fn every_mention_of_gold_cuts_its_text() {
    let faults: Vec<String> = gold("fixtures")
        .iter()
        .filter_map(|document| {
            let why = document.gold.check(&document.text).err()?;
            Some(format!("{}: {why}", document.path.display()))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_text_has_gold_and_every_gold_its_text() {
    let named = |end: &str| -> Vec<String> {
        let paths = common::files(&home().join("fixtures"), end);
        paths.iter().map(|p| p.to_string_lossy().trim_end_matches(end).to_owned()).collect()
    };
    assert_eq!(named(".txt"), named(".gold.json"));
}

#[test]
fn every_floors_file_can_be_read() {
    for path in common::files(&home().join("tests/floors"), ".floors") {
        let floors = Floors::read(&path).unwrap_or_else(|e| panic!("{e}"));
        assert!(!floors.0.is_empty(), "{} has floors", path.display());
    }
}
