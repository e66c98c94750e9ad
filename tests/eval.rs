//! Our scorer gives the numbers of the reference scorer, to the last digit, where that is there to be asked.

#![allow(clippy::print_stderr)]

mod common;

use common::{files, shared};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The gold files of the shared corpora, and the reference scorer.
fn reference() -> Option<(Vec<PathBuf>, PathBuf)> {
    let found = shared("corpus").zip(shared("tools/score.py"));
    let has_python = Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success());
    match found {
        Some((corpus, scorer)) if has_python => Some((files(&corpus, ".gold.json"), scorer)),
        _ => {
            eprintln!("skipped: the shared corpora, the reference scorer or python3 are not there");
            None
        }
    }
}

fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn stem(gold: &Path) -> String {
    let name = gold.file_name().expect("a file").to_string_lossy();
    name.trim_end_matches(".gold.json").to_owned()
}

fn json_of(command: &mut Command) -> Value {
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

/// What the reference scorer measures too: it knows nothing of confidence.
fn without_calibration(mut score: Value) -> Value {
    score.as_object_mut().expect("a score is an object").remove("calibration");
    score
}

/// Both scores of the predictions `folder/NAME.json`.
fn both(golds: &[PathBuf], folder: &Path, scorer: &Path) -> (Value, Value) {
    let mut reference = Command::new("python3");
    reference.arg(scorer).arg("--json");
    for gold in golds {
        reference.arg(gold).arg(folder.join(stem(gold) + ".json"));
    }
    let mut ours = Command::new(env!("CARGO_BIN_EXE_dateline"));
    ours.args(["eval", "--json", "--pred"]).arg(folder).args(golds);
    (without_calibration(json_of(&mut ours)), json_of(&mut reference))
}

#[test]
fn agrees_on_what_the_extractor_says() {
    let Some((golds, scorer)) = reference() else { return };
    let folder = workplace("eval-own");
    for gold in &golds {
        let text = gold.with_file_name(stem(gold) + ".txt");
        let out = folder.join(stem(gold) + ".json");
        let status =
            Command::new(env!("CARGO_BIN_EXE_dateline")).arg("extract").arg(text).arg("-o").arg(out).status();
        assert!(status.expect("the program runs").success());
    }
    let (from_files, reference) = both(&golds, &folder, &scorer);
    let direct = json_of(Command::new(env!("CARGO_BIN_EXE_dateline")).args(["eval", "--json"]).args(&golds));
    assert_eq!(from_files, reference);
    assert_eq!(without_calibration(direct), reference);
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Gold with everything wrong that can be: mentions lost, moved, doubled, invented, attributes changed.
fn bent(gold: &Value, dice: &mut Dice) -> Vec<Value> {
    let mut out = Vec::new();
    for mention in gold["mentions"].as_array().expect("gold has mentions") {
        let mut mention = mention.clone();
        let (start, end) = (mention["start"].as_u64().unwrap_or(0), mention["end"].as_u64().unwrap_or(0));
        match dice.below(8) {
            0 => continue,
            1 => mention["start"] = start.saturating_sub(dice.below(6)).into(),
            2 => mention["end"] = (end + dice.below(12)).into(),
            3 => mention["end"] = (start + (end - start) / 2 + 1).into(),
            _ => {}
        }
        let shout =
            |name: &Value| Value::from(format!("The {}.", name.as_str().unwrap_or("").to_uppercase()));
        match dice.below(6) {
            0 if mention["name"].is_string() => mention["name"] = shout(&mention["name"]),
            1 if mention["name"].is_string() => mention["name"] = "Ilse Thorn".into(),
            2 if mention["code"].is_string() => mention["code"] = "BE".into(),
            2 if mention["amount"].is_string() => mention["amount"] = json!(1500000),
            3 if mention["amount"].is_string() => mention["amount_max"] = "7.50".into(),
            4 => ["holders", "speakers"].iter().for_each(|key| {
                if mention[*key].is_array() {
                    mention[*key] = json!(["Ilse Thorn", "Ilse THORN", "the Straße"]);
                }
            }),
            5 => ["holders", "speakers"].iter().for_each(|key| {
                mention.as_object_mut().expect("an object").remove(*key);
            }),
            _ => {}
        }
        for _ in 0..dice.below(8).saturating_sub(5) {
            let mut again = mention.clone();
            again["start"] = (mention["start"].as_u64().unwrap_or(0) + dice.below(3)).into();
            again["end"] = (again["start"].as_u64().unwrap_or(0) + 1 + dice.below(40)).into();
            out.push(again);
        }
        out.push(mention);
    }
    if dice.below(2) == 0 {
        out.reverse()
    }
    out
}

#[test]
fn agrees_on_bent_gold() {
    let Some((golds, scorer)) = reference() else { return };
    for round in 0..4 {
        let folder = workplace(&format!("eval-bent-{round}"));
        let mut dice = Dice(round);
        for path in &golds {
            let gold =
                serde_json::from_slice(&fs::read(path).expect("gold can be read")).expect("gold is JSON");
            let bent = Value::from(bent(&gold, &mut dice));
            fs::write(folder.join(stem(path) + ".json"), bent.to_string()).expect("it can be written");
        }
        let (ours, reference) = both(&golds, &folder, &scorer);
        assert_eq!(ours, reference, "round {round}");
    }
}
