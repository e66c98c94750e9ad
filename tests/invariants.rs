//! What holds for any text at all.

mod common;

use common::{check, files, home, output};
use dateline::document::{Unit, decode};
use proptest::prelude::*;
use std::path::Path;
use std::process::Command;

/// Pieces that the rules look for, so that random texts are not only noise.
const PIECES: &[&str] = &[
    "2 May 2031: The bridge opens\n",
    "30 May – 1 June 2031, Talks\r\n",
    "\n\nDate: 4 March 2031\nTitle: New wells\n",
    "Ilse Thorn",
    "Ms. Thorn",
    "VAN DER MEER",
    " the Minister of Justice of Belgium, ",
    "Director of the World Health Organization (WHO)",
    "UNODC’s ",
    "Kenya",
    "Libyan",
    "€4.2 million",
    "US$ 2.3 bn",
    "between €5 and €10 million",
    "“We begin,” ",
    "\"",
    "“",
    "”",
    "‘",
    "’s ",
    "«",
    "»",
    " said ",
    " according to ",
    ". ",
    ", ",
    " – ",
    "\n",
    "\r\n\r\n",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "😀",
    "### 1) ",
    "• ",
    "Image © UNODC",
    "12/09/2031",
    "(",
    ")",
    "\0",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<char>().prop_map(String::from),
        2 => "[A-Z][a-z]{1,8} ",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keeps_every_promise_in_every_unit(text in text()) {
        for unit in Unit::ALL {
            check(&text, unit, &output(&text, unit));
        }
    }

    #[test]
    fn answers_the_same_text_in_the_same_way(text in text()) {
        prop_assert_eq!(dateline::extract(&text), dateline::extract(&text));
    }

    #[test]
    fn takes_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = decode(bytes) {
            output(&decoded.text, Unit::Utf16);
        }
    }

    #[test]
    fn takes_text_that_was_cut_anywhere(text in text(), cut in 0usize..2000) {
        let bytes = text.as_bytes();
        if let Ok(decoded) = decode(bytes[cut.min(bytes.len())..].to_vec()) {
            output(&decoded.text, Unit::Byte);
        }
    }
}

#[test]
fn keeps_every_promise_on_every_fixture() {
    for path in files(&home().join("fixtures"), ".txt") {
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        for unit in Unit::ALL {
            check(&text, unit, &output(&text, unit));
        }
    }
}

#[test]
fn gives_the_same_bytes_on_one_thread_and_on_eight() {
    let run = |threads: &str| extracted(&home().join("fixtures"), threads);
    let one = run("1");
    assert!(!one.is_empty());
    assert!(one == run("8"), "eight threads give what one gives");
}

fn extracted(folder: &Path, threads: &str) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.arg("extract").arg(folder).args(["--threads", threads]).output();
    output.expect("the program runs").stdout
}
