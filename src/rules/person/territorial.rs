//! Nobility with its land: `Queen Astrid of Norland`.

use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::rules::Rule;
use crate::token::Gap;

pub(super) const RULE: Rule = Rule {
    id: "person.territorial",
    finds: &["met Queen [Astrid of Denmark] today", "met Princess [Ingrid of the Netherlands] again"],
    leaves: &["met [Astrid of Denmark] today"],
    sees: |reading, start, end| noble_before(reading, start) && land(reading, start, end),
};

fn noble_before(reading: &Reading, start: usize) -> bool {
    start > 0 && reading.classes[start - 1].any(&[Class::Noble, Class::Honorific])
}

fn land(reading: &Reading, start: usize, end: usize) -> bool {
    (start + 1..end).any(|at| reading.is(at, Class::Of))
}

/// Appends the stretches that go on over `of` and a country after a name that a title of nobility opens.
pub(super) fn spans(reading: &Reading, start: usize, out: &mut Vec<(u32, u32)>) {
    if !noble_before(reading, start) {
        return;
    }
    for words in 1..=3 {
        let mut at = start + words;
        if !reading.is(at, Class::Of) || reading.tokens[at].gap != Gap::Space {
            continue;
        }
        at += 1;
        if reading.is(at, Class::The) {
            at += 1;
        }
        if at < reading.len()
            && let Some(hit) = reading.hit(at, List::CountryForms)
        {
            out.push((start as u32, hit.end));
        }
    }
}
