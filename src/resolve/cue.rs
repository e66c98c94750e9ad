//! Quotes to their reporting verbs: each verb of speech near a quotation mark has clues (side, distance, what stands
//! beside it, what kind of verb it is), weighed by a fitted table.

use crate::gazetteer::{Class, List};
use crate::ranker::{Ranker, clues, exclusive};
use crate::reading::Reading;
use crate::rules::quote::marks::family;
use crate::token::{Gap, Shape};
use std::ops::Range;

/// How far a cue may stand from a mark, in tokens.
const REACH: usize = 40;

clues! {
    /// What a verb of speech and a quote have to do with each other.
    Clue {
        Any = "any",
        After = "after-quote", Before = "before-quote",
        Near0 = "within-2", Near1 = "within-5", Near2 = "within-10", Near3 = "within-20", Near4 = "farther",
        BeforeNear0 = "before-within-2", BeforeNear1 = "before-within-5", BeforeNear2 = "before-within-10", BeforeNear3 = "before-farther",
        Say = "verb-of-saying", Stress = "verb-of-stressing", Ask = "verb-of-asking", Write = "verb-of-writing",
        Call = "verb-of-naming", Manner = "verb-of-manner", Phrase = "phrase", OtherVerb = "other-verb",
        Past = "past-form", Present = "present-form", Base = "base-form", Progressive = "progressive-form", Capital = "capitalised",
        AfterDeterminer = "after-determiner", AfterTo = "after-to", AfterPronoun = "after-pronoun", AfterName = "after-name",
        AfterOf = "after-preposition", AfterAnd = "after-and", AfterAuxiliary = "after-auxiliary", AfterWho = "after-relative",
        BeforeColon = "colon-follows", BeforeThat = "that-follows", BeforeMark = "mark-follows", BeforeName = "name-follows", BeforePronoun = "pronoun-follows",
        BeforeComma = "comma-follows",
        First = "first-of-side", Only = "only-one", QuoteComma = "quote-ends-with-comma", QuoteStop = "quote-ends-with-stop",
        QuoteCommaAfter = "comma-and-after", QuoteSmallBefore = "small-start-and-before", QuoteSmallAfter = "small-start-and-after",
        ColonBefore = "colon-before-quote-and-before", OtherSentence = "other-sentence", OtherQuoteBetween = "other-quote-between",
        According = "according-to", StartsClause = "comma-before",
        SemicolonBetween = "semicolon-between", RelativeBetween = "relative-between", VerbBetween = "verb-between",
    }
}

/// Weights in the table: one for each clue, and one for each clue before and behind a quote.
pub const WEIGHTS: usize = Clue::ALL.len() * 3;

const SIDES: [&str; 2] = ["before", "after"];

/// The names of the weights, in their order: `comma-follows`, `after:comma-follows`.
pub fn names() -> Vec<String> {
    let clues = || Clue::ALL.iter().map(|c| c.name());
    let at_sides = SIDES.iter().flat_map(|side| clues().map(move |c| format!("{side}:{c}")));
    clues().map(str::to_owned).chain(at_sides).collect()
}

/// The weight of a name.
pub fn index(name: &str) -> Option<usize> {
    match name.split_once(':') {
        None => Clue::index(name),
        Some((side, clue)) => {
            let side = SIDES.iter().position(|s| *s == side)?;
            Some(Clue::ALL.len() * (1 + side) + Clue::index(clue)?)
        }
    }
}

/// The reporting verb of each quote, where it has one.
///
/// The second part of a quotation that its cue cuts in two has the same cue.
pub fn cues(reading: &Reading, quotes: &[Range<usize>], model: &Ranker) -> Vec<Option<Range<usize>>> {
    let mut clues = Vec::with_capacity(32);
    quotes
        .iter()
        .enumerate()
        .map(|(n, _)| {
            let candidates = candidates(reading, quotes, n);
            let scores: Vec<f64> = candidates
                .iter()
                .map(|c| {
                    clues.clear();
                    describe(reading, quotes, n, &candidates, c, &mut clues);
                    model.score(&clues)
                })
                .collect();
            let p = exclusive(&scores);
            let none = 1.0 - p.iter().sum::<f64>();
            let best = (0..p.len()).max_by(|a, b| p[*a].total_cmp(&p[*b]))?;
            (p[best] >= none).then(|| candidates[best].clone())
        })
        .collect()
}

/// Verbs of speech around a quote, outside all quotes, in its paragraph.
pub fn candidates(reading: &Reading, quotes: &[Range<usize>], n: usize) -> Vec<Range<usize>> {
    let q = &quotes[n];
    let inside =
        |at: usize| quotes.get(quotes.partition_point(|q| q.end <= at)).is_some_and(|q| q.start <= at);
    let mut out = Vec::new();
    let mut add = |at: usize| {
        if let Some(cue) = verb(reading, at).filter(|_| !inside(at)) {
            out.push(cue);
        }
    };
    let first = reading.paragraph[q.start];
    (q.start.saturating_sub(REACH)..q.start).filter(|at| reading.paragraph[*at] == first).for_each(&mut add);
    let last = reading.paragraph[q.end - 1];
    (q.end..(q.end + REACH).min(reading.len()))
        .filter(|at| reading.paragraph[*at] == last)
        .for_each(&mut add);
    out
}

/// The bare verb of a hit that begins at a token: `spoke` of `spoke of`, `pointed out`, `according to` whole.
fn verb(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let hits = || reading.hits_at(at).iter().filter(|h| h.list == List::ReportingVerbs);
    let longest = hits().max_by_key(|h| h.end)?;
    let words = reading.cut(at, longest.end as usize).to_ascii_lowercase();
    if words == "according to" || words.ends_with(" out") {
        return Some(at..longest.end as usize);
    }
    hits().any(|h| h.end == h.start + 1).then_some(at..at + 1)
}

/// The clues of a quote and a verb near it, as numbers.
pub fn describe(
    reading: &Reading,
    quotes: &[Range<usize>],
    n: usize,
    candidates: &[Range<usize>],
    cue: &Range<usize>,
    out: &mut Vec<u16>,
) {
    let q = &quotes[n];
    let after = cue.start >= q.end;
    let side = Clue::ALL.len() * (1 + usize::from(after));
    let mut add = |clue: Clue| out.extend([clue as u16, (side + clue as usize) as u16]);
    add(Clue::Any);
    add(if after { Clue::After } else { Clue::Before });
    let distance = if after { cue.start - q.end } else { q.start - cue.end };
    add(match distance {
        0..=2 => Clue::Near0,
        3..=5 => Clue::Near1,
        6..=10 => Clue::Near2,
        11..=20 => Clue::Near3,
        _ => Clue::Near4,
    });
    if !after {
        add(match distance {
            0..=2 => Clue::BeforeNear0,
            3..=5 => Clue::BeforeNear1,
            6..=10 => Clue::BeforeNear2,
            _ => Clue::BeforeNear3,
        });
    }
    let same_side = candidates.iter().filter(|c| (c.start >= q.end) == after);
    let nearer = if after { same_side.clone().next() } else { same_side.clone().next_back() };
    if nearer == Some(cue) {
        add(Clue::First);
    }
    if candidates.len() == 1 {
        add(Clue::Only);
    }
    kind(reading, cue, &mut add);
    beside(reading, cue, &mut add);
    let comma = reading.is(q.end - 1, Class::Comma)
        || reading.is(q.end, Class::Comma)
        || reading.is(q.end + 1, Class::Comma);
    if comma {
        add(Clue::QuoteComma);
        if after {
            add(Clue::QuoteCommaAfter);
        }
    }
    if reading.is(q.end - 1, Class::Period) {
        add(Clue::QuoteStop);
    }
    if reading.tokens[q.start].shape == Shape::Lower {
        add(if after { Clue::QuoteSmallAfter } else { Clue::QuoteSmallBefore });
    }
    let colon = q.start > 1 && reading.is(q.start - 2, Class::Colon);
    if colon && !after {
        add(Clue::ColonBefore);
    }
    // the sentence that the quote stands in, and for one that ends with a full stop the words behind its mark
    let edge = if after { (q.end + 1).min(reading.len() - 1) } else { q.start };
    if reading.sentence[cue.start] != reading.sentence[edge]
        && reading.sentence[cue.start] != reading.sentence[q.end - 1]
    {
        add(Clue::OtherSentence);
    }
    let between = if after { q.end..cue.start } else { cue.end..q.start };
    for (holds, clue) in [
        (between.clone().any(|i| reading.is(i, Class::Semicolon)), Clue::SemicolonBetween),
        (
            between.clone().any(|i| matches!(reading.cut(i, i + 1), "who" | "which" | "whom")),
            Clue::RelativeBetween,
        ),
        (reading.reporting_in(between.start, between.end), Clue::VerbBetween),
    ] {
        if holds {
            add(clue);
        }
    }
    let other = quotes.partition_point(|o| o.start < between.start);
    if quotes.get(if other == n { n + 1 } else { other }).is_some_and(|o| o.start < between.end) {
        add(Clue::OtherQuoteBetween);
    }
}

fn kind(reading: &Reading, cue: &Range<usize>, add: &mut impl FnMut(Clue)) {
    let text = reading.cut(cue.start, cue.end);
    if text.eq_ignore_ascii_case("according to") {
        add(Clue::According);
    }
    let row = reading
        .hits_at(cue.start)
        .iter()
        .find(|h| h.list == List::ReportingVerbs && h.end as usize == cue.end);
    let class = row.map_or("", |h| reading.index.cell(h.row, 2));
    add(match class.split('|').next().unwrap_or("") {
        "say" => Clue::Say,
        "stress" => Clue::Stress,
        "ask" => Clue::Ask,
        "write" => Clue::Write,
        "call" => Clue::Call,
        "manner" => Clue::Manner,
        "phrase" => Clue::Phrase,
        _ => Clue::OtherVerb,
    });
    let lemma = row.map_or("", |h| reading.index.cell(h.row, 0));
    add(match () {
        () if reading.tokens[cue.start].is_capitalised() => Clue::Capital,
        () if text == lemma => Clue::Base,
        () if text.ends_with("ing") => Clue::Progressive,
        () if text.ends_with('s') => Clue::Present,
        () => Clue::Past,
    });
}

fn beside(reading: &Reading, cue: &Range<usize>, add: &mut impl FnMut(Clue)) {
    let before = reading.classes_at(cue.start as isize - 1);
    let after = reading.classes_at(cue.end as isize);
    let capital = |at: usize| reading.tokens.get(at).is_some_and(|t| t.is_capitalised());
    for (holds, clue) in [
        (before.any(&[Class::The, Class::Article, Class::Determiner, Class::Owner]), Clue::AfterDeterminer),
        (before.has(Class::To), Clue::AfterTo),
        (before.has(Class::Pronoun), Clue::AfterPronoun),
        (
            before.any(&[
                Class::Of,
                Class::For,
                Class::In,
                Class::At,
                Class::By,
                Class::With,
                Class::From,
                Class::Preposition,
            ]),
            Clue::AfterOf,
        ),
        (before.has(Class::And), Clue::AfterAnd),
        (before.has(Class::Auxiliary), Clue::AfterAuxiliary),
        (before.any(&[Class::Comma]), Clue::StartsClause),
        (cue.start > 0 && matches!(reading.cut(cue.start - 1, cue.start), "who" | "which"), Clue::AfterWho),
        (cue.start > 0 && capital(cue.start - 1), Clue::AfterName),
        (after.has(Class::Colon), Clue::BeforeColon),
        (cue.end < reading.len() && reading.cut(cue.end, cue.end + 1) == "that", Clue::BeforeThat),
        (
            reading.tokens.get(cue.end).is_some_and(|t| family(t.mark).is_some() && t.gap != Gap::Glued),
            Clue::BeforeMark,
        ),
        (capital(cue.end) || after.has(Class::Honorific), Clue::BeforeName),
        (after.any(&[Class::Pronoun, Class::The, Class::Owner, Class::Article]), Clue::BeforePronoun),
        (after.has(Class::Comma), Clue::BeforeComma),
    ] {
        if holds {
            add(clue);
        }
    }
}
