//! The compiled index of the lists against two automata over the same forms: time to build or to load, and speed.
//!
//! The automata get what the lists hold as folded strings (lower case, plain letters) and a text folded beforehand,
//! which costs them nothing; a hit counts where it begins and ends at a word's ends. They are asked for all hits, since
//! the longest first hides shorter ones that are right.
//!
//! `cargo bench --bench gazetteer`

mod common;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use common::{bytes, files, pages};
use daachorse::DoubleArrayAhoCorasick;
use dateline::gazetteer::compile::{Compiler, WordFigure};
use dateline::gazetteer::lists::{LISTS, ListSpec, Variant, plural_of};
use dateline::gazetteer::{self, Index};
use dateline::token::fold::fold_into;
use dateline::token::tokenise;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::fs;
use std::io::{self, Write};
use std::sync::LazyLock;

/// The index that the build script made.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.dlx"));

/// The lists that give single words a figure and no hits.
const WORDS: [(&str, WordFigure); 3] = [
    ("given-names", WordFigure::Given),
    ("family-names", WordFigure::Family),
    ("common-words", WordFigure::Rank),
];

/// Which forms an automaton gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Forms {
    /// those of the lists that give hits
    Phrases,
    /// these, and the words that have a figure: all that the index holds
    All,
}

const FORMS: [Forms; 2] = [Forms::Phrases, Forms::All];

static PAGES: LazyLock<Vec<String>> = LazyLock::new(pages);
static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| PAGES.iter().map(|page| folded(page)).collect());

fn main() {
    let _ = report();
    divan::main();
}

/// Sizes and hits, which no timer shows.
fn report() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (mut tokens, mut hits, mut broken) = (Vec::new(), 0, 0);
    for page in PAGES.iter() {
        tokens.clear();
        tokenise(page, 0, &mut tokens);
        for hit in gazetteer::look_up(&gazetteer::embedded(), &tokens).hits {
            let (first, last) = (tokens[hit.start as usize], tokens[hit.end as usize - 1]);
            let text = &page[first.start as usize..last.end as usize];
            hits += 1;
            broken +=
                usize::from(text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  "));
        }
    }
    writeln!(out, "text: {} bytes", bytes(&PAGES))?;
    writeln!(
        out,
        "index: {} bytes, {hits} hits, {broken} of them over line ends or odd spaces",
        BYTES.len()
    )?;
    for forms in FORMS {
        let patterns = patterns(forms);
        writeln!(out, "{forms:?}: {} forms", patterns.len())?;
        let automaton = aho_corasick(&patterns);
        let hits: usize = FOLDED.iter().map(|page| hits_of_aho_corasick(&automaton, page)).sum();
        writeln!(out, "  aho-corasick: {} bytes, {hits} hits", automaton.memory_usage())?;
        let automaton = daachorse(&patterns);
        let hits: usize = FOLDED.iter().map(|page| hits_of_daachorse(&automaton, page)).sum();
        writeln!(out, "  daachorse: {} bytes, {hits} hits", automaton.heap_bytes())?;
    }
    Ok(())
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build_index() -> usize {
    let mut compiler = Compiler::new();
    for spec in LISTS {
        rows(spec.stem).iter().for_each(|row| compiler.row(spec, row));
    }
    for (stem, figure) in WORDS {
        for row in rows(stem) {
            let (word, value) = row.split_once('\t').unwrap_or((&row, "1"));
            compiler.word(word, figure, value.parse::<u32>().unwrap_or(1).min(255) as u8);
        }
    }
    compiler.finish().len()
}

#[divan::bench]
fn load_index() {
    black_box(Index::new(black_box(BYTES)));
}

#[divan::bench(args = FORMS, sample_count = 3, sample_size = 1)]
fn build_aho_corasick(bencher: Bencher, forms: Forms) {
    let patterns = patterns(forms);
    bencher.bench_local(|| aho_corasick(&patterns));
}

#[divan::bench(args = FORMS, sample_count = 3, sample_size = 1)]
fn build_daachorse(bencher: Bencher, forms: Forms) {
    let patterns = patterns(forms);
    bencher.bench_local(|| daachorse(&patterns));
}

#[divan::bench(args = FORMS, sample_count = 20, sample_size = 1)]
fn load_daachorse(bencher: Bencher, forms: Forms) {
    let stored = daachorse(&patterns(forms)).serialize();
    bencher.bench_local(|| DoubleArrayAhoCorasick::<u32>::deserialize(black_box(&stored)).map(|(it, _)| it));
}

/// Tokens and look-up: all that is needed to have hits.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn scan_index(bencher: Bencher) {
    let index = gazetteer::embedded();
    let mut tokens = Vec::new();
    bencher.counter(BytesCount::new(bytes(&PAGES))).bench_local(|| {
        for page in PAGES.iter() {
            tokens.clear();
            tokenise(page, 0, &mut tokens);
            black_box(gazetteer::look_up(&index, &tokens));
        }
    });
}

#[divan::bench(args = FORMS, sample_count = 10, sample_size = 1)]
fn scan_aho_corasick(bencher: Bencher, forms: Forms) {
    let automaton = aho_corasick(&patterns(forms));
    bencher
        .counter(BytesCount::new(bytes(&FOLDED)))
        .bench_local(|| FOLDED.iter().map(|page| hits_of_aho_corasick(&automaton, page)).sum::<usize>());
}

#[divan::bench(args = FORMS, sample_count = 10, sample_size = 1)]
fn scan_daachorse(bencher: Bencher, forms: Forms) {
    let automaton = daachorse(&patterns(forms));
    bencher
        .counter(BytesCount::new(bytes(&FOLDED)))
        .bench_local(|| FOLDED.iter().map(|page| hits_of_daachorse(&automaton, page)).sum::<usize>());
}

fn aho_corasick(patterns: &[String]) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(patterns)
        .expect("the automaton can be built")
}

fn daachorse(patterns: &[String]) -> DoubleArrayAhoCorasick<u32> {
    DoubleArrayAhoCorasick::new(patterns).expect("the automaton can be built")
}

fn hits_of_aho_corasick(automaton: &AhoCorasick, page: &str) -> usize {
    automaton
        .find_overlapping_iter(page)
        .filter(|hit| is_whole(page.as_bytes(), hit.start(), hit.end()))
        .count()
}

fn hits_of_daachorse(automaton: &DoubleArrayAhoCorasick<u32>, page: &str) -> usize {
    automaton
        .find_overlapping_iter(page)
        .filter(|hit| is_whole(page.as_bytes(), hit.start(), hit.end()))
        .count()
}

/// Whether a hit begins and ends at a word's ends. Folded text is nearly all ASCII; other letters count as letters.
fn is_whole(page: &[u8], start: usize, end: usize) -> bool {
    let is_letter = |at: usize| page.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 128);
    let is_inside = |at: usize| at > 0 && is_letter(at - 1) && is_letter(at);
    !is_inside(start) && !is_inside(end)
}

fn folded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    fold_into(text, &mut out);
    String::from_utf8(out).expect("folded text is UTF-8")
}

/// The distinct folded forms of the lists, as the compiler takes them from the rows.
fn patterns(forms: Forms) -> Vec<String> {
    let mut out: Vec<String> = LISTS
        .iter()
        .flat_map(|spec| rows(spec.stem).into_iter().flat_map(|row| forms_of(spec, &row)))
        .collect();
    if forms == Forms::All {
        let words = WORDS.iter().flat_map(|(stem, _)| rows(stem));
        out.extend(words.map(|row| folded(row.split('\t').next().unwrap_or_default())));
    }
    out.retain(|form| !form.is_empty());
    out.sort_unstable();
    out.dedup();
    out
}

fn forms_of(spec: &ListSpec, row: &str) -> Vec<String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let mut out = Vec::new();
    for (column, variant) in spec.forms {
        let cell = cells.get(*column).copied().unwrap_or("-");
        for form in cell.split('|').filter(|form| *form != "-") {
            out.push(folded(form.strip_prefix("The ").or_else(|| form.strip_prefix("the ")).unwrap_or(form)));
            if spec.plural && *variant == Variant::Name {
                out.push(folded(&plural_of(form)));
            }
        }
    }
    out
}

/// The rows of the list with this stem, or of all whose names begin with a stem that ends in `-`.
fn rows(stem: &str) -> Vec<String> {
    let is_ours = |name: &str| if stem.ends_with('-') { name.starts_with(stem) } else { name == stem };
    let mut out = Vec::new();
    for path in files("gazetteers", ".tsv") {
        if is_ours(&path.file_stem().unwrap_or_default().to_string_lossy()) {
            let text = fs::read_to_string(&path).expect("a list can be read");
            out.extend(
                text.lines().filter(|line| !line.starts_with("#:") && !line.is_empty()).map(str::to_owned),
            );
        }
    }
    out
}
