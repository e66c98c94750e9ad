//! The clause that brings a quote in: what kind of place the quote has, where the subject of its verb may stand, and
//! the pronoun that is it.

use super::Stretch;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::Gap;
use std::ops::Range;

/// How a quote is brought in; what tells of its speaker differs by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Mode {
    /// In sentences of its own, without a verb.
    Alone,
    /// In a sentence without a verb that reports: `the former “with sympathy”`.
    Within,
    /// Behind a colon, without a verb.
    Colon,
    /// Before a dash or a bracket, or a line with a name: `“…” – Ilse Thorn`.
    Credit,
    /// `she said`
    Pronoun,
    /// `said Ilse Thorn`
    Inverted,
    /// `Ilse Thorn said`
    Named,
}

impl Mode {
    /// Every mode with its name in the weight table.
    pub const ALL: [(Mode, &'static str); 7] = [
        (Mode::Alone, "alone"),
        (Mode::Within, "within"),
        (Mode::Colon, "colon"),
        (Mode::Credit, "credit"),
        (Mode::Pronoun, "pronoun"),
        (Mode::Inverted, "inverted"),
        (Mode::Named, "named"),
    ];
}

/// A pronoun, by whom it may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
    /// `who`, `which`
    Relative,
    /// `the latter`
    Latter,
    /// `the former`
    Former,
    Other,
}

/// The pronoun at a token.
pub(super) fn pronoun(r: &Reading, at: usize) -> Option<Pronoun> {
    if at >= r.len() {
        return None;
    }
    let word = || r.cut(at, at + 1);
    if at > 0 && r.is(at - 1, Class::The) {
        return match word() {
            "latter" => Some(Pronoun::Latter),
            "former"
                if !r.tokens.get(at + 1).is_some_and(|t| {
                    t.is_word()
                        && !r.classes[at + 1].any(&[Class::Reporting, Class::Auxiliary, Class::Adverb])
                }) =>
            {
                Some(Pronoun::Former)
            }
            _ => None,
        };
    }
    let owned = at > 0 && matches!(word(), "Excellency" | "Honour" | "Highness" | "Majesty");
    if owned && r.is(at - 1, Class::Owner) {
        let owner = r.cut(at - 1, at);
        return Some(if owner.eq_ignore_ascii_case("her") { Pronoun::She } else { Pronoun::He });
    }
    if !r.is(at, Class::Pronoun) {
        return None;
    }
    let is = |other: &str| word().eq_ignore_ascii_case(other);
    Some(match () {
        () if is("he") => Pronoun::He,
        () if is("she") => Pronoun::She,
        () if is("it") => Pronoun::It,
        () if is("they") => Pronoun::They,
        () if is("who") || is("which") || is("whom") => Pronoun::Relative,
        () if is("i") || is("we") => Pronoun::Other,
        () => return None,
    })
}

/// The clause that brings a quote in.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// How.
    pub mode: Mode,
    /// Where its subject may stand before the verb, or before the quote where there is none.
    pub tokens: Range<usize>,
    /// The pronoun that is its subject.
    pub pronoun: Option<(usize, Pronoun)>,
}

/// The clause of a quote. `before` is the quote before it, `name_in` whether a subject may stand in a stretch, `any_in` whether any
/// name does.
pub(super) fn clause(
    r: &Reading,
    quote: &Stretch,
    before: Option<&Stretch>,
    name_in: impl Fn(Range<usize>) -> bool,
    any_in: impl Fn(Range<usize>) -> bool,
) -> Clause {
    let q = &quote.tokens;
    let bracket = credited(r, q.end) && r.is(q.end + 1, Class::Opening);
    let Some(cue) = quote.cue.as_ref().filter(|_| !bracket) else {
        return without_cue(r, quote, before, any_in);
    };
    let after = cue.start >= q.end;
    let mut from = r.sentence.partition_point(|s| *s < r.sentence[cue.start]);
    if after {
        from = from.max(q.end);
    } else {
        // the verb that cuts a quotation in two belongs to the first half
        if let Some(before) = before.filter(|b| b.cue.as_ref() == Some(cue) && b.tokens.end <= cue.start) {
            from = from.max(before.tokens.end);
        }
        if let Some(mark) = (from..cue.start).rev().find(|i| r.is(*i, Class::Semicolon)) {
            from = mark + 1;
        }
    }
    from = from.min(cue.start);
    if let Some(other) = (from..cue.start).rev().find(|i| begins_clause(r, *i, from, &any_in)) {
        from = other + 1;
    }
    let mut at = cue.start;
    while at > from && r.classes[at - 1].any(&[Class::Adverb, Class::Auxiliary, Class::To]) {
        at -= 1;
    }
    let mut subject = (at > from).then(|| at - 1).and_then(|i| Some((i, pronoun(r, i)?)));
    let relative = subject.is_some_and(|s| s.1 == Pronoun::Relative);
    if subject.is_none() {
        // `“We begin,” said she`; `She counted them and said`
        let opening = (from..cue.start).find(|i| {
            !r.classes[*i].any(&[Class::Adverb, Class::Conjunction, Class::And]) && r.tokens[*i].is_word()
        });
        subject = match opening {
            None => pronoun(r, cue.end).map(|p| (cue.end, p)),
            Some(i) => {
                let at = if r.classes[i].any(&[Class::The, Class::Owner]) { i + 1 } else { i };
                pronoun(r, at).filter(|_| !name_in(at + 1..cue.start)).map(|p| (at, p))
            }
        };
    }
    let words = |range: Range<usize>| {
        range.into_iter().any(|i| {
            r.tokens[i].is_word() && !r.classes[i].any(&[Class::Adverb, Class::Auxiliary, Class::And])
        })
    };
    // `and, said Ilse Thorn, “they begin”`
    let inserted = !after
        && r.is(cue.start.wrapping_sub(1), Class::Comma)
        && pronoun(r, cue.end).is_none()
        && any_in(cue.end..(cue.end + 3).min(q.start))
        && r.classes[cue.start.saturating_sub(2)].any(&[
            Class::And,
            Class::Pronoun,
            Class::Conjunction,
            Class::Auxiliary,
        ]);
    let according = r.cut(cue.start, cue.end).eq_ignore_ascii_case("according to");
    if according {
        let relative = pronoun(r, cue.end)
            .filter(|p| matches!(p, Pronoun::Relative | Pronoun::Latter | Pronoun::Former));
        let latter = pronoun(r, cue.end + 1).filter(|p| matches!(p, Pronoun::Latter | Pronoun::Former));
        let subject = relative.map(|p| (cue.end, p)).or(latter.map(|p| (cue.end + 1, p)));
        let mode = match subject {
            None => Mode::Inverted,
            Some((_, Pronoun::Relative)) => Mode::Named,
            Some(_) => Mode::Pronoun,
        };
        return Clause { mode, tokens: from..cue.start, pronoun: subject };
    }
    let mode = match () {
        () if relative => Mode::Named,
        () if inserted => Mode::Inverted,
        () if subject.is_some() => Mode::Pronoun,
        () if !words(from..cue.start) => Mode::Inverted,
        () => Mode::Named,
    };
    Clause { mode, tokens: from..cue.start, pronoun: subject }
}

/// Whether another clause begins behind a token: `…, while Ilse Thorn said`, `…, and Ilse Thorn said`, `“…”, Ilse
/// Thorn said`. `and` alone may join two subjects of one verb, so it needs a verb before it.
fn begins_clause(r: &Reading, at: usize, from: usize, name_in: &impl Fn(Range<usize>) -> bool) -> bool {
    let classes = r.classes[at];
    let name = || name_in(at + 1..(at + 4).min(r.len()));
    if classes.has(Class::Conjunction) {
        return matches!(r.cut(at, at + 1), "while" | "whereas" | "but" | "though" | "although") && name();
    }
    // `an idea which Ilse Thorn called`
    if matches!(r.cut(at, at + 1), "which" | "whom" | "that") && r.tokens[at].is_word() {
        return name();
    }
    let marked = at > from && r.classes[at - 1].any(&[Class::Comma, Class::Quotation]);
    if classes.has(Class::And) && marked
        || classes.has(Class::Comma) && at > from && r.is(at - 1, Class::Quotation)
    {
        let verb = r.reporting_in(from, at) || (from..at).any(|i| r.is(i, Class::Auxiliary));
        return verb && name();
    }
    false
}

fn without_cue(
    r: &Reading,
    quote: &Stretch,
    before: Option<&Stretch>,
    any_in: impl Fn(Range<usize>) -> bool,
) -> Clause {
    let q = &quote.tokens;
    let from = r.sentence.partition_point(|s| *s < r.sentence[q.start]);
    let to = q.start.saturating_sub(1);
    let colon = to > 0 && r.is(to - 1, Class::Colon);
    let start = if colon { r.sentence.partition_point(|s| *s < r.sentence[to - 1]) } else { from };
    let mut start = start.min(to);
    let mark = (start..to).rev().find(|i| r.is(*i, Class::Semicolon)).map_or(start, |i| i + 1);
    start = (mark..to).rev().find(|i| begins_clause(r, *i, mark, &any_in)).map_or(mark, |i| i + 1);
    let tokens = start..to;
    let other = before.map_or(0, |b| b.tokens.end);
    let lead = (tokens.start.max(other)..to).any(|i| r.tokens[i].is_word());
    // `“Shoes”, was the answer`
    let tail = (q.end + 1 < r.len())
        && r.paragraph[q.end + 1] == r.paragraph[q.end - 1]
        && (r.sentence[q.end + 1] == r.sentence[q.end - 1])
        && !r.classes[q.end + 1].any(&[Class::Quotation]);
    // `who “fully associates” herself`
    let before = (to > tokens.start).then(|| to - 1);
    let subject = before.and_then(|i| Some((i, pronoun(r, i)?))).filter(|p| p.1 == Pronoun::Relative);
    let mode = match () {
        () if credited(r, q.end) => Mode::Credit,
        () if colon => Mode::Colon,
        () if lead || tail => Mode::Within,
        () => Mode::Alone,
    };
    Clause { mode, tokens, pronoun: subject }
}

/// Whether a dash or a bracket stands behind the closing mark of a quote, be it in the next line.
fn credited(r: &Reading, mark: usize) -> bool {
    let mut at = mark;
    // the closing mark, and signs of a block quote
    while at < mark + 4 && r.tokens.get(at).is_some_and(|t| r.is(at, Class::Quotation) || t.mark == '>') {
        at += 1;
    }
    let named = |at: usize| r.tokens.get(at).is_some_and(|t| t.is_capitalised());
    // a dash that opens the next point of a list names nobody
    let line = (0..mark).rev().find(|i| r.tokens[*i].gap >= Gap::Line).unwrap_or(0);
    let list = r.tokens.get(at).is_some_and(|t| t.gap >= Gap::Line) && r.is(line, Class::Dash);
    !list && r.is(at, Class::Dash) && (named(at + 1) || r.is(at + 1, Class::Dash) && named(at + 2))
        || r.is(at, Class::Opening) && named(at + 1)
}
