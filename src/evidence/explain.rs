//! A chosen candidate with what explains it: the rule, the evidence that spoke most for it, the probability.

use super::layout;
use super::model::{Model, rules_of};
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

/// Explains a candidate from its evidence, naming at most `named` pieces of it.
pub fn explain(
    kind: Kind,
    candidate: &Candidate,
    probability: f64,
    ids: &[u32],
    model: &Model,
    curve: Curve,
    named: usize,
) -> Explained {
    let rules = rules_of(kind);
    let rule = rules.get(candidate.rules.trailing_zeros() as usize).map_or("unknown", |r| r.id);
    let mut top: Vec<(f32, u32)> = Vec::with_capacity(named.min(16) + 1);
    for id in ids {
        let weight = model.weights[*id as usize];
        if weight > 0.05 && !top.iter().any(|(_, known)| known == id) {
            let at = top.partition_point(|(w, _)| *w >= weight);
            if at < named {
                top.insert(at, (weight, *id));
                top.truncate(named);
            }
        }
    }
    Explained {
        tokens: candidate.tokens(),
        rule,
        confidence: curve.apply(probability),
        evidence: top.iter().map(|(_, id)| layout::Name { id: *id, kind }).collect(),
    }
}
