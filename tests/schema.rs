//! Every output is valid by the schema that the program prints.

mod common;

use common::{files, home, output};
use dateline::document::Unit;
use serde_json::Value;
use std::process::Command;

#[test]
fn every_output_is_valid() {
    let schema = dateline::output::schema();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for path in files(&home().join("fixtures"), ".txt") {
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        let document = output(&text, Unit::Codepoint);
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
    }
}

#[test]
fn a_document_without_its_fields_is_not_valid() {
    let schema = dateline::output::schema();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let whole = output("2 May 2031: The bridge opens\n\nWe begin.", Unit::Codepoint);
    assert!(validator.is_valid(&whole));
    for field in whole.as_object().expect("an object").keys() {
        let mut less = whole.clone();
        less.as_object_mut().expect("an object").remove(field);
        // A field that may be null may as well be absent to a reader; no other may.
        assert!(!validator.is_valid(&less) || whole[field].is_null(), "{field} can be left out");
    }
}

#[test]
fn the_program_prints_the_schema_of_the_library() {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline")).arg("schema").output().expect("it runs");
    let printed: Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    assert_eq!(printed, dateline::output::schema());
}
