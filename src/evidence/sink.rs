//! Where evidence goes: into a list of indices, to fit weights and to explain, or straight into a sum of weights.

use super::facts::Fact;
use super::layout;
use super::model::Model;
use crate::reading::Classes;

/// Takes pieces of evidence, each an index into a weight array (`layout`), in any order; one may come twice (an inner
/// class of two tokens).
pub trait Sink {
    /// Takes one piece.
    fn add(&mut self, id: u32);

    /// Takes a fact.
    #[inline]
    fn fact(&mut self, fact: Fact) {
        self.add(layout::fact(fact));
    }

    /// Takes a fact if it holds.
    #[inline]
    fn when(&mut self, holds: bool, fact: Fact) {
        if holds {
            self.fact(fact);
        }
    }

    /// Takes every class that is seen at a place.
    #[inline]
    fn place(&mut self, place: usize, classes: Classes) {
        classes.each(|class| self.add(layout::place(place, class)));
    }

    /// Takes the group of the word at a place.
    #[inline]
    fn group(&mut self, place: usize, group: u16) {
        if group > 0 {
            self.add(layout::group(place, group));
        }
    }

    /// Takes two main classes that are seen together.
    #[inline]
    fn pair(&mut self, pair: usize, a: Classes, b: Classes) {
        self.add(layout::pair(pair, a.main(), b.main()));
    }

    /// Takes the votes of the rules, bit i for rule i of the type.
    #[inline]
    fn votes(&mut self, rules: u64) {
        let mut votes = rules;
        while votes != 0 {
            self.add(layout::rule(votes.trailing_zeros() as usize));
            votes &= votes - 1;
        }
    }

    /// Takes a length, in words.
    #[inline]
    fn length(&mut self, words: usize) {
        self.fact(match words {
            0 | 1 => Fact::Words1,
            2 => Fact::Words2,
            3 => Fact::Words3,
            4 => Fact::Words4,
            5 => Fact::Words5,
            6 => Fact::Words6,
            7 | 8 => Fact::Words8,
            9..=12 => Fact::Words12,
            _ => Fact::WordsMore,
        });
    }
}

impl Sink for Vec<u32> {
    fn add(&mut self, id: u32) {
        self.push(id);
    }
}

/// The weights of the evidence, summed as it comes.
pub struct Sum<'m> {
    weights: &'m [f32; layout::LENGTH],
    /// The sum so far.
    pub total: f32,
}

impl<'m> Sum<'m> {
    /// Nothing so far.
    pub fn new(model: &'m Model) -> Self {
        Sum { weights: &model.weights, total: 0.0 }
    }
}

impl Sink for Sum<'_> {
    #[inline]
    fn add(&mut self, id: u32) {
        self.total += self.weights[id as usize];
    }

    #[inline]
    fn when(&mut self, holds: bool, fact: Fact) {
        let weight = self.weights[layout::fact(fact) as usize];
        self.total += if holds { weight } else { 0.0 };
    }
}
