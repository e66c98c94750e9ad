//! Phrases with amounts and dates that nobody of this project thought of, where the shared corpora are there: how many
//! are read as they are meant. Printed with `--nocapture`, as `bash tests/accuracy` does.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod common;

use common::{output, shared};
use dateline::document::Unit;
use serde_json::Value;
use std::fs;

/// The cases of a file; none where the corpora are not there.
fn cases(name: &str) -> Vec<Value> {
    let Some(path) = shared("corpus/public/cases").map(|folder| folder.join(name)) else {
        eprintln!("skipped: the shared corpora are not there");
        return Vec::new();
    };
    serde_json::from_slice(&fs::read(path).expect("cases can be read")).expect("cases are JSON")
}

/// What is read in a page of one item.
fn item(page: &str) -> Value {
    output(page, Unit::Codepoint)["items"][0].clone()
}

/// Checks the share that is right, and lists the others.
fn at_least(least: usize, what: &str, cases: &[Value], right: impl Fn(&Value) -> bool) {
    let (good, bad): (Vec<_>, Vec<_>) = cases.iter().partition(|case| right(case));
    println!("cases\t{what}\t{}\t{}", good.len(), cases.len());
    let bad: Vec<&str> = bad.iter().map(|case| case["text"].as_str().unwrap_or("")).collect();
    assert!(
        cases.is_empty() || good.len() >= least,
        "{what}: {} of {}, not {bad:#?}",
        good.len(),
        cases.len()
    );
}

fn number(value: &Value) -> Option<f64> {
    value.as_str()?.parse().ok()
}

#[test]
fn reads_natural_amounts() {
    const HEADING: &str = "1 January 2031: A page\n\n";
    let all = cases("money.json");
    // a phrase without an amount has none of the kinds that the guidelines count
    let wanted = |case: &&Value| case["natural"] == true && case["amount"].is_string();
    let natural: Vec<Value> = all.iter().filter(wanted).cloned().collect();
    let place = |value: &Value, key: &str| value[key].as_u64().unwrap_or(0) as usize;
    at_least(72, "natural amounts", &natural, |case| {
        let page = format!("{HEADING}{}\n", case["text"].as_str().unwrap_or(""));
        let behind = HEADING.chars().count();
        item(&page)["money"].as_array().is_some_and(|found| {
            found.iter().any(|money| {
                number(&money["amount"]) == number(&case["amount"])
                    && money["currency"] == case["currency"]
                    && place(money, "start") < place(case, "end") + behind
                    && place(case, "start") + behind < place(money, "end")
            })
        })
    });
}

#[test]
fn reads_dates_in_words() {
    let dates = cases("dates.json");
    let read = |case: &Value| {
        let page =
            format!("{}: The bridge opens\n\nThe bridge is open.\n", case["text"].as_str().unwrap_or(""));
        item(&page)["date"]["edtf"] == case["edtf"]
    };
    let (words, numeric): (Vec<Value>, Vec<Value>) =
        dates.into_iter().partition(|case| case["style"] == "words");
    at_least(50, "dates in words", &words, read);
    // a date such as 3/4/2021 alone on a page may be read in either order
    at_least(33, "dates in numbers", &numeric, read);
}
