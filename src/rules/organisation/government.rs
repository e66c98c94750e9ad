//! A government however it is put: `Belgian government`, `government of Kenya`.

use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::rules::Rule;
use crate::token::Shape;

pub(super) const RULE: Rule = Rule {
    id: "organisation.government",
    finds: &[
        "the [Kenyan government] paid",
        "the [government of Kenya] paid",
        "the [Government of Kenya] paid",
    ],
    leaves: &["the [government] paid", "the [city government] paid"],
    sees: |reading, start, end| {
        let country = |at: usize| reading.classes[at].any(&[Class::CountryName, Class::CountryAdjective]);
        end - start <= 9 && (start..end).any(country) && (start..end).any(|at| is_government(reading, at))
    },
};

fn is_government(reading: &Reading, at: usize) -> bool {
    const WORD: &str = "government";
    let token = &reading.tokens[at];
    (token.end - token.start) as usize == WORD.len()
        && matches!(token.shape, Shape::Lower | Shape::Capital)
        && reading.cut(at, at + 1).eq_ignore_ascii_case(WORD)
}

/// Appends the stretches around the word `government` that begin at token `at` or end with it.
pub(super) fn spans(reading: &Reading, at: usize, out: &mut Vec<(u32, u32)>) {
    if !is_government(reading, at) {
        return;
    }
    if reading.is(at + 1, Class::Of) {
        for next in at + 2..(at + 8).min(reading.len()) {
            if let Some(hit) = reading.hit(next, List::CountryForms) {
                out.push((at as u32, hit.end));
                break;
            }
        }
    }
    if reading.tokens[at].shape == Shape::Lower {
        // back over `federal`, `transitional` to the country
        for start in (at.saturating_sub(3)..at).rev() {
            if reading.hits_at(start).iter().any(|h| h.list == List::CountryForms && h.end as usize <= at) {
                out.push((start as u32, at as u32 + 1));
            }
        }
    }
}
