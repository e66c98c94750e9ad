//! Whole outputs, byte for byte: what a change moves shows as a diff of `snapshots/`.
//!
//! A snapshot is today's output and no truth; truth is gold. After a change that is meant to move outputs:
//!
//! ```text
//! UPDATE_SNAPSHOTS=1 cargo test --release --test snapshots
//! git diff tests/snapshots
//! ```

mod common;

use common::{files, home};
use dateline::output::{Options, Source, build, write_pretty};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The fixtures whose outputs are kept: for each thing that the extractor does one small one, and a whole brochure.
const KEPT: &[&str] = &[
    "small/country-adjective-and-demonym",
    "small/heading-labelled-block",
    "small/heading-undated-page",
    "small/heading-year-less-on-year-page",
    "small/money-range",
    "small/money-european-decimals",
    "small/organisation-acronym-in-brackets",
    "small/person-alias-by-surname",
    "small/person-surname-in-capitals",
    "small/quote-attribution-line",
    "small/quote-over-paragraphs",
    "small/quote-split",
    "small/role-in-brackets",
    "small/role-respectively",
    "dev/a01",
];

/// Which variable asks for new snapshots.
const UPDATE: &str = "UPDATE_SNAPSHOTS";

fn snapshot_of(fixture: &str) -> PathBuf {
    home().join("tests/snapshots").join(format!("{}.json", fixture.replace('/', "-")))
}

/// What `dateline extract fixtures/NAME.txt` prints.
fn output_of(fixture: &str) -> String {
    let name = format!("fixtures/{fixture}.txt");
    let text = fs::read_to_string(home().join(&name)).expect("a fixture can be read");
    let (page, source) = (dateline::extract(&text), Source::new(name, text.as_bytes()));
    let mut out = Vec::new();
    write_pretty(&build(&page, &text, &source, &Options::default()), &mut out).expect("memory takes all");
    out.push(b'\n');
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// The first line in which two texts differ, of both.
fn first_difference(kept: &str, now: &str) -> String {
    let (mut kept, mut now) = (kept.lines(), now.lines());
    for number in 1.. {
        match (kept.next(), now.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let told = |line: Option<&str>| line.unwrap_or("(no line)").to_owned();
                return format!("line {number}\n  kept {}\n  now  {}", told(a), told(b));
            }
        }
    }
    "the end of the last line".to_owned()
}

#[test]
fn outputs_are_those_that_were_kept() {
    let update = env::var_os(UPDATE).is_some();
    let mut moved = Vec::new();
    for fixture in KEPT {
        let (path, now) = (snapshot_of(fixture), output_of(fixture));
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if kept == now {
            continue;
        }
        if update {
            fs::write(&path, now).expect("a snapshot can be written");
        } else {
            moved.push(format!("{}: {}", path.display(), first_difference(&kept, &now)));
        }
    }
    assert!(
        moved.is_empty(),
        "{}\nif this is meant: {UPDATE}=1 cargo test --release --test snapshots",
        moved.join("\n")
    );
}

/// The first confidence in a piece of JSON: the one that the README shows, and that every fit moves.
fn confidence(json: &str) -> Option<&str> {
    json.split("\"confidence\": ").nth(1)?.split([',', '}']).next()
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = home().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README can be read");
    let block = readme.split("```json\n").nth(1).and_then(|rest| rest.split("\n```").next());
    let mut shown = block.expect("the README has a block of JSON").to_owned();
    let output = output_of("small/quote-attribution-line");
    if env::var_os(UPDATE).is_some() {
        let (old, now) =
            (confidence(&shown).expect("it shows one"), confidence(&output).expect("it has one"));
        let new = shown.replacen(old, now, 1);
        fs::write(&path, readme.replacen(&shown, &new, 1)).expect("the README can be written");
        shown = new;
    }
    let mut rest = output.as_str();
    for piece in shown.split('…').map(str::trim) {
        let at = rest
            .find(piece)
            .unwrap_or_else(|| panic!("README.md shows what is not printed:\n{piece}\nin\n{output}"));
        rest = &rest[at + piece.len()..];
    }
}

#[test]
fn every_snapshot_has_its_fixture() {
    let mut wanted: Vec<PathBuf> = KEPT.iter().map(|fixture| snapshot_of(fixture)).collect();
    wanted.sort();
    let there = files(&home().join("tests/snapshots"), "");
    let stray: Vec<_> = there.iter().filter(|path| wanted.binary_search(path).is_err()).collect();
    assert!(stray.is_empty(), "no fixture gives {stray:?}");
}
