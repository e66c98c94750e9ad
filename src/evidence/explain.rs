//! A chosen candidate with what explains it: the rule, the evidence that spoke most for it, the probability.

use super::layout;
use super::model::{Model, rules_of};
use super::sink::Sink;
use crate::kind::Kind;
use crate::resolve::confidence::Curve;
use crate::rules::Candidate;
use std::ops::Range;

/// A mention with its reasons.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Id of the most telling rule that sees it.
    pub rule: &'static str,
    /// Calibrated probability.
    pub confidence: f64,
    /// The evidence with the greatest weight, strongest first.
    pub evidence: Vec<layout::Name>,
}

/// Explains a candidate by the `strongest` evidence for it.
pub fn explain(
    kind: Kind,
    candidate: &Candidate,
    probability: f64,
    strongest: &Strongest,
    curve: Curve,
) -> Explained {
    let rules = rules_of(kind);
    let rule = rules.get(candidate.rules.trailing_zeros() as usize).map_or("unknown", |r| r.id);
    Explained {
        tokens: candidate.tokens(),
        rule,
        confidence: curve.apply(probability),
        evidence: strongest.top.iter().map(|(_, id)| layout::Name { id: *id, kind }).collect(),
    }
}

/// Keeps the evidence with the greatest weights, and lets go of all other as it comes.
pub struct Strongest<'m> {
    weights: &'m [f32; layout::LENGTH],
    /// Strongest first, of equals the one that came first.
    top: Vec<(f32, u32)>,
    most: usize,
    /// What a weight has to exceed to be kept.
    bound: f32,
}

/// What weighs no more speaks for nothing.
const LEAST: f32 = 0.05;

impl<'m> Strongest<'m> {
    /// Keeps nothing yet, and never more than `most` pieces.
    pub fn new(model: &'m Model, most: usize) -> Self {
        let mut strongest = Strongest { weights: &model.weights, top: Vec::new(), most, bound: LEAST };
        strongest.clear();
        strongest
    }

    /// Forgets what was kept.
    pub fn clear(&mut self) {
        self.top.clear();
        self.bound = if self.most > 0 { LEAST } else { f32::INFINITY };
    }

    fn keep(&mut self, weight: f32, id: u32) {
        if self.top.iter().any(|(_, known)| *known == id) {
            return;
        }
        self.top.truncate(self.most - 1);
        let at = self.top.partition_point(|(w, _)| *w >= weight);
        self.top.insert(at, (weight, id));
        if self.top.len() == self.most {
            self.bound = self.top[self.most - 1].0;
        }
    }
}

impl Sink for Strongest<'_> {
    #[inline]
    fn add(&mut self, id: u32) {
        let weight = self.weights[id as usize];
        if weight > self.bound {
            self.keep(weight, id);
        }
    }
}
