//! Text to JSON beside a bare scan of the same text with the same lists, so that one run shows the ratio; and a whole
//! run of the program on one page.
//!
//! `cargo bench --bench extract`

mod common;

use common::{bytes, home, pages};
use dateline::output::{Options, Source, stream, write_compact};
use dateline::token::tokenise;
use dateline::{extract, gazetteer};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

/// All that `dateline extract` does with a page but read and write files.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn text_to_json(bencher: Bencher) {
    let pages = pages();
    let options = Options::default();
    let mut out = Vec::new();
    bencher.counter(BytesCount::new(bytes(&pages))).bench_local(|| {
        for text in &pages {
            out.clear();
            let (page, source) = (extract(text), Source::new("page.txt", text.as_bytes()));
            write_compact(&stream(&page, text, &source, &options), &mut out).expect("memory takes all");
            black_box(&out);
        }
    });
}

/// The lists alone: tokens, and what the lists say of them.
#[divan::bench(sample_count = 40, sample_size = 1)]
fn bare_scan(bencher: Bencher) {
    let pages = pages();
    let index = gazetteer::embedded();
    let mut tokens = Vec::new();
    bencher.counter(BytesCount::new(bytes(&pages))).bench_local(|| {
        for text in &pages {
            tokens.clear();
            tokenise(text, 0, &mut tokens);
            black_box(gazetteer::look_up(&index, &tokens));
        }
    });
}

/// The program on a page of 4 KB, from its start to its end: what somebody waits who calls it once.
#[divan::bench(sample_count = 40, sample_size = 1)]
fn program_on_one_page(bencher: Bencher) {
    let page = home().join("fixtures/dev/a01.txt");
    bencher.bench_local(|| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
        let status = program.arg("extract").arg(&page).stdout(Stdio::null()).status();
        assert!(status.expect("the program starts").success());
    });
}
