//! A coarse look before the fine one: where a mention may begin at all. Most capitalised words begin no person, most
//! words for offices head no role; a few classes of a token and its neighbours tell, and what they rule out is
//! never proposed (a cascade, Weiss and Taskar 2010). The bound is set when the weights are fitted, so that hardly
//! any mention of unseen gold is lost.

use super::layout;
use super::model::Model;
use super::page::Round;
use crate::kind::Kind;
use crate::reading::{ROLE_HEADS, Reading};

/// The types that are looked at coarsely first, in the order of `Models::filters`.
pub const FILTERED: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Role];

/// Whether a token can begin a mention of the type (of a role: can head it) by its form alone.
pub fn concerns(kind: Kind, reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    match kind {
        Kind::Role => {
            token.is_word()
                && (reading.classes[at].any(ROLE_HEADS)
                    || reading.is(at, crate::gazetteer::Class::RoleProfession))
        }
        _ => {
            token.is_word()
                && (token.is_capitalised()
                    || token.shape == crate::token::Shape::Other
                    || reading.is(at, crate::gazetteer::Class::Particle))
        }
    }
}

/// The evidence: classes of the token and of two on each side.
pub fn describe(reading: &Reading, at: usize, ids: &mut Vec<u32>) {
    let i = at as isize;
    let around = [i - 2, i - 1, i, i + 1, i + 2].map(|i| reading.classes_at(i));
    for (place, classes) in [0, 1, 2, 5, 6].into_iter().zip(around) {
        for class in classes.iter() {
            ids.push(layout::place(place, class));
        }
    }
    ids.push(layout::pair(1, around[1].main(), around[2].main()));
    ids.push(layout::pair(3, around[2].main(), around[3].main()));
}

/// For each token whether a mention of the type may begin there.
pub fn starts(kind: Kind, reading: &Reading, model: &Model) -> Vec<bool> {
    let bound = (model.threshold / (1.0 - model.threshold)).ln();
    let mut ids = Vec::with_capacity(48);
    (0..reading.len())
        .map(|at| {
            if !concerns(kind, reading, at) {
                return true;
            }
            ids.clear();
            describe(reading, at, &mut ids);
            model.score(&ids) >= bound
        })
        .collect()
}

/// How far from a possible person a role head may stand, in tokens: an office in small letters is stated beside its
/// holder, one in capitals may also be taken up elsewhere in the item.
const REACH: usize = 30;
/// From which probability on a person is possible.
const POSSIBLE: f64 = 0.05;

/// Whether a word may head a role as far as the people of the item go.
pub fn near_people<'a>(reading: &'a Reading, people: &Round) -> impl Fn(usize) -> bool + 'a {
    // number of possible people that begin before each token
    let mut before = vec![0u32; reading.len() + 1];
    for (c, p) in people.candidates.iter().zip(&people.probability) {
        if *p >= POSSIBLE {
            before[c.start as usize + 1] += 1;
        }
    }
    for i in 1..before.len() {
        before[i] += before[i - 1];
    }
    let any = before.last().is_some_and(|n| *n > 0);
    move |at| {
        let near = || before[at.saturating_sub(REACH)] < before[(at + REACH).min(reading.len())];
        any && (reading.tokens[at].is_capitalised() || near())
    }
}
