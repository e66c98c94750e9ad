//! Quotes to their speakers: everybody and everything near a quote that could speak (people, organisations, nouns such
//! as `a front-line doctor`) has clues, weighed by a fitted table.

mod clause;
mod clue;
mod describe;
mod gender;
mod grammar;
mod group;
mod quote;
mod view;

use crate::gazetteer::Class;
use crate::ranker::{Ranker, exclusive};
use crate::reading::Reading;
use clause::Mode;
use clue::in_mode;
pub use clue::{Clue, WEIGHTS, index, names};
use std::ops::Range;
use view::View;

/// Least probability of somebody who speaks together with another.
const COMPANION: f64 = 0.15;

/// What may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// an entity of the item's people
    Person(usize),
    /// an entity of the item's organisations
    Organisation(usize),
    /// a phrase in the text
    Noun,
    /// a role that stands alone, and its holder's entity where known
    Role(Option<usize>),
}

/// A possible speaker in the text.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Who or what it is.
    pub voice: Voice,
}

/// A quote in tokens, marks excluded, with its cue.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The reporting verb or phrase.
    pub cue: Option<Range<usize>>,
}

/// An item's quotes, none of which overlaps another, and possible speakers; mentions of people do not overlap either.
pub struct Scene<'a> {
    /// The item.
    pub reading: &'a Reading<'a>,
    /// Quotes, in text order.
    pub quotes: &'a [Stretch],
    /// Possible speakers, in text order.
    pub candidates: &'a [Candidate],
}

impl Scene<'_> {
    /// The clues of a quote and each candidate, alone and in the mode of the quote; `previous` is the voice of the
    /// quote before.
    pub fn clues(&self, quote_number: usize, previous: Option<Voice>) -> Vec<Vec<u16>> {
        let view = View::new(self);
        let quote = view.quote(quote_number, 0..self.candidates.len(), previous);
        let mode = quote.mode();
        let clues = |number: usize| {
            let mut out = Vec::new();
            view.clues(&quote, number, previous, &mut |clue| {
                out.extend([clue as u16, in_mode(clue as usize, mode) as u16]);
            });
            out
        };
        (0..self.candidates.len()).map(clues).collect()
    }

    fn person(&self, i: usize) -> Option<usize> {
        match self.candidates[i].voice {
            Voice::Person(p) | Voice::Role(Some(p)) => Some(p),
            _ => None,
        }
    }
}

/// Candidates on each side of a quote that may speak. Farther ones hardly do, and in a page without items there may be
/// thousands.
const NEAR: usize = 120;

/// For each quote the candidate that most likely speaks, with the probability, and others that speak with it; none
/// below the threshold.
pub fn speakers(scene: &Scene, model: &Ranker) -> Vec<Vec<(usize, f64)>> {
    let view = View::new(scene);
    let sum = |clue: usize, mode: Mode| model.weights[clue] + model.weights[in_mode(clue, mode)];
    let weights = Mode::ALL.map(|(mode, _)| (0..Clue::ALL.len()).map(|c| sum(c, mode)).collect::<Vec<f32>>());
    let mut out: Vec<Vec<(usize, f64)>> = Vec::new();
    let mut previous: Option<Voice> = None;
    let most = (0..scene.candidates.len()).filter_map(|i| scene.person(i)).max();
    let mut people = vec![0.0; most.map_or(0, |p| p + 1)];
    for (number, stretch) in scene.quotes.iter().enumerate() {
        let at = scene.candidates.partition_point(|c| c.tokens.start < stretch.tokens.start);
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(scene.candidates.len());
        let quote = view.quote(number, near.clone(), previous);
        let weights = &weights[quote.mode() as usize];
        let scores: Vec<f64> = near
            .clone()
            .map(|candidate| {
                let mut sum = 0f32;
                view.clues(&quote, candidate, previous, &mut |clue| sum += weights[clue as usize]);
                f64::from(sum)
            })
            .collect();
        let single = exclusive(&scores);
        // what speaks for any mention of a person speaks for the person
        let known = || near.clone().filter_map(|i| Some((i, scene.person(i)?)));
        known().for_each(|(_, person)| people[person] = 0.0);
        known().for_each(|(i, person)| people[person] += single[i - near.start]);
        let all = |i: usize| scene.person(i).map_or_else(|| single[i - near.start], |person| people[person]);
        let best = near
            .clone()
            .rev()
            .max_by(|a, b| all(*a).total_cmp(&all(*b)))
            .filter(|i| all(*i) >= model.threshold);
        previous = best.map(|c| scene.candidates[c].voice).or(previous);
        let mut chosen: Vec<(usize, f64)> = best.map(|i| (i, all(i))).into_iter().collect();
        if let Some(best) = best {
            let others = scene.companions(best, number, near.clone());
            let with = |i: &usize| all(*i) >= COMPANION || view.speak_together(&quote, best, *i);
            chosen.extend(others.filter(with).map(|i| (i, all(i))));
        }
        out.push(chosen);
    }
    out
}

impl Scene<'_> {
    /// People joined to a speaker by `and`, with nothing but offices, titles and commas between: they speak together.
    fn companions(&self, best: usize, quote: usize, near: Range<usize>) -> impl Iterator<Item = usize> {
        let r = self.reading;
        let q = &self.quotes[quote].tokens;
        let own = self.person(best);
        near.clone().filter(move |i| {
            let other = &self.candidates[*i];
            let (a, b) = (&self.candidates[best].tokens, &other.tokens);
            if !matches!(other.voice, Voice::Person(_)) || self.person(*i) == own || own.is_none() {
                return false;
            }
            let between = if a.end <= b.start { a.end..b.start } else { b.end..a.start };
            if between.len() > 25
                || r.paragraph[a.start] != r.paragraph[b.start]
                || q.contains(&b.start)
                || between.contains(&q.start)
            {
                return false;
            }
            let in_role = |t: usize| {
                self.candidates[near.clone()]
                    .iter()
                    .any(|c| matches!(c.voice, Voice::Role(_)) && c.tokens.contains(&t))
            };
            let mut and = false;
            let mut bracket = false;
            between.clone().all(|t| {
                bracket |= r.is(t, Class::Opening);
                if bracket {
                    bracket = !r.is(t, Class::Closing);
                    return true;
                }
                let classes = r.classes[t];
                let outside = !in_role(t);
                and |= outside && classes.any(&[Class::And, Class::Ampersand]);
                !outside
                    || classes.any(&[
                        Class::And,
                        Class::Ampersand,
                        Class::Comma,
                        Class::The,
                        Class::Honorific,
                        Class::Owner,
                    ])
            }) && and
        })
    }
}
