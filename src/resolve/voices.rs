//! Who and what could speak in an item, and the cue of each quote.

use super::speaker::{Candidate, Stretch, Voice};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::rules::quote::marks::family;
use crate::token::{Gap, Shape};
use std::ops::Range;

/// How far a cue may stand from a mark, in tokens.
const REACH: usize = 30;

/// Finds the reporting verb of each quote: behind it in its sentence, else before it.
///
/// A quotation that goes on behind the cue (`“A,” she said, “b.”`) has the same cue for both parts.
pub fn stretches(reading: &Reading, quotes: &[Range<usize>]) -> Vec<Stretch> {
    let inside = |at: usize| quotes.iter().any(|q| q.contains(&at));
    let mut out: Vec<Stretch> = Vec::new();
    for (i, q) in quotes.iter().enumerate() {
        let left = if q.start > 0 && family(reading.tokens[q.start - 1].mark).is_some() { q.start - 1 } else { q.start };
        let right = if reading.tokens.get(q.end).is_some_and(|t| family(t.mark).is_some()) { q.end + 1 } else { q.end };
        let after = cue_after(reading, right, &inside);
        let before = cue_before(reading, left, &inside);
        let cue = match (before, after) {
            // `“A,” she said, “b”`: the cue between belongs to both; a cue before with nothing but a mark between wins
            (Some(b), Some(a)) => Some(if left - b.end <= 2 && !ends_with_comma(reading, q.end) { b } else { a }),
            (b, a) => a.or(b),
        };
        // the second part of a split quotation
        let cue = cue.or_else(|| {
            let last = out.last()?;
            let own = last.cue.clone()?;
            (i > 0 && own.start >= last.tokens.end && own.end <= q.start && q.start - own.end <= 8).then_some(own)
        });
        out.push(Stretch { tokens: q.clone(), cue });
    }
    out
}

fn ends_with_comma(reading: &Reading, end: usize) -> bool {
    end > 0 && reading.is(end - 1, Class::Comma)
}

fn cue_at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let hit = reading.hit(at, List::ReportingVerbs)?;
    // the bare verb: what follows it in a phrase of the list (`pointed out`) belongs to it
    Some(hit.start as usize..hit.end as usize)
}

fn cue_after(reading: &Reading, from: usize, inside: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    for at in from..(from + REACH).min(reading.len()) {
        let token = &reading.tokens[at];
        if token.gap == Gap::Blank || inside(at) {
            return None;
        }
        let new_sentence = at > from && reading.sentence[at] != reading.sentence[at - 1];
        if new_sentence || reading.classes[at].any(&[Class::Period, Class::Semicolon]) && token.shape == Shape::Mark && !reading.is(at, Class::Honorific) && at > from {
            return None;
        }
        if reading.is(at, Class::Reporting) && token.shape == Shape::Lower {
            return cue_at(reading, at);
        }
    }
    None
}

fn cue_before(reading: &Reading, to: usize, inside: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let mut best = None;
    for at in (to.saturating_sub(REACH)..to).rev() {
        if inside(at) {
            break;
        }
        if reading.is(at, Class::Reporting) && reading.tokens[at].is_word() {
            let phrase = reading.hits_at(at).iter().any(|h| h.list == List::ReportingVerbs && h.end > h.start + 1);
            if best.is_none() || phrase {
                best = cue_at(reading, at).or(best);
            }
            if best.is_some() {
                break;
            }
        }
        if at + 1 < to && reading.sentence[at] != reading.sentence[at + 1] || reading.tokens[at].gap == Gap::Blank {
            break;
        }
    }
    best
}

/// Nouns that can speak where nobody is named: `a front-line doctor`, `one of the participants`.
pub fn nouns(reading: &Reading, taken: &impl Fn(usize) -> bool) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    for hit in reading.lookup.hits.iter().filter(|h| h.list == List::SpeakerNouns) {
        let (start, end) = (hit.start as usize, hit.end as usize);
        if taken(start) || reading.tokens[start].shape != Shape::Lower || out.last().is_some_and(|c| c.tokens.end > start) {
            continue;
        }
        let begin = phrase_start(reading, start, taken);
        out.push(Candidate { tokens: begin..end, voice: Voice::Noun });
    }
    out
}

/// Back over adjectives to the article: `a front-line doctor`; over `one of the`.
fn phrase_start(reading: &Reading, noun: usize, taken: &impl Fn(usize) -> bool) -> usize {
    let mut at = noun;
    while at > 0 && noun - at < 6 {
        let classes = reading.classes[at - 1];
        if taken(at - 1) && !reading.tokens[at - 1].is_word() {
            break;
        }
        if classes.any(&[Class::The, Class::Article, Class::Determiner, Class::Owner]) {
            at -= 1;
            if at > 1 && reading.is(at - 1, Class::Of) {
                return at.saturating_sub(2);
            }
            return at;
        }
        let adjective = reading.tokens[at - 1].is_word() && !classes.any(&[Class::Reporting, Class::Auxiliary, Class::And, Class::Of, Class::By, Class::To, Class::Pronoun, Class::Preposition, Class::Conjunction, Class::In, Class::With])
            || classes.has(Class::Hyphen);
        if !adjective || reading.tokens[at].gap == Gap::Blank {
            break;
        }
        at -= 1;
    }
    noun
}
