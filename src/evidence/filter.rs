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
        classes.each(|class| ids.push(layout::place(place, class)));
    }
    ids.push(layout::pair(1, around[1].main(), around[2].main()));
    ids.push(layout::pair(3, around[2].main(), around[3].main()));
}

/// For each type of `FILTERED` and each token whether a mention may begin there.
pub struct Starts([Vec<bool>; 3]);

impl Starts {
    /// Whether a mention of a type may begin at a token; of a type that has no filter, anywhere.
    pub fn may(&self, kind: Kind, at: usize) -> bool {
        FILTERED.iter().position(|k| *k == kind).is_none_or(|i| self.0[i][at])
    }

    /// Looks at every token of an item; `models` are in the order of `FILTERED`.
    pub fn new(reading: &Reading, models: &[Model; 3]) -> Starts {
        // the weights of a class at every place for every type lie together, so that a token's are summed in one go
        const PLACES: [usize; 5] = [0, 1, 2, 5, 6];
        const ROW: usize = 16;
        let mut table = [[0f32; ROW]; layout::CLASSES];
        for (class, row) in table.iter_mut().enumerate() {
            for (n, model) in models.iter().enumerate() {
                for (i, place) in PLACES.into_iter().enumerate() {
                    row[5 * n + i] = model.weights[layout::place(place, class as u8) as usize];
                }
            }
        }
        let length = reading.len();
        // row i + 2 is token i
        let rows: Vec<[f32; ROW]> = (-2..length as isize + 2)
            .map(|at| {
                let mut sum = [0f32; ROW];
                reading.classes_at(at).each(|class| {
                    sum.iter_mut().zip(&table[class as usize]).for_each(|(s, w)| *s += w);
                });
                sum
            })
            .collect();
        let mut kinds = FILTERED.into_iter().zip(models).enumerate();
        Starts(std::array::from_fn(|_| {
            let (n, (kind, model)) = kinds.next().expect("as many models as types");
            let bound = (model.threshold / (1.0 - model.threshold)).ln() as f32;
            (0..length)
                .map(|at| {
                    if !concerns(kind, reading, at) {
                        return true;
                    }
                    let [before, here, after] =
                        [-1, 0, 1].map(|d| reading.classes_at(at as isize + d).main());
                    let places: f32 = (0..5).map(|i| rows[at + i][5 * n + i]).sum();
                    places
                        + model.weights[layout::pair(1, before, here) as usize]
                        + model.weights[layout::pair(3, here, after) as usize]
                        >= bound
                })
                .collect()
        }))
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;
    use crate::evidence::model::Models;

    #[test]
    fn all_types_in_one_go_give_what_each_alone_gives() {
        let text = "The Mayor of Weir, Ms. Ilse Thorn, and Col. Bram van Dael opened the Norland Ports Authority (NPA).";
        let reading = Reading::new(text, Span::new(0, text.len()), 0, crate::gazetteer::embedded());
        let models = &Models::embedded().filters;
        let starts = Starts::new(&reading, models);
        let mut refused = 0;
        for (kind, model) in FILTERED.into_iter().zip(models) {
            let bound = (model.threshold / (1.0 - model.threshold)).ln();
            for at in (0..reading.len()).filter(|at| concerns(kind, &reading, *at)) {
                let mut ids = Vec::new();
                describe(&reading, at, &mut ids);
                assert_eq!(starts.may(kind, at), model.score(&ids) >= bound, "{} at {at}", kind.name());
                refused += usize::from(!starts.may(kind, at));
            }
        }
        assert!(refused > 0);
    }
}
