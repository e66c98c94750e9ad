//! The objective: how much likelier gold should be than it is, item by item, with its gradient.

use super::corpus::FitItem;
use super::optimise::minimise;
use crate::evidence::lattice::{Arc, marginals};
use crate::evidence::layout;
use crate::evidence::model::Model;
use crate::kind::Kind;
use crate::rules::Candidate;
use rayon::prelude::*;

/// Strength of the L2 penalty on facts and rules, which are few and mean much.
const PENALTY_STRONG: f64 = 0.2;
/// Strength of the L2 penalty on classes, pairs and patterns, which are many.
const PENALTY_WEAK: f64 = 1.5;
/// Strength of the L2 penalty on groups of words, which are the most.
const PENALTY_GROUPS: f64 = 2.0;
/// Evidence seen on fewer candidates than this is left out.
const RARE: u32 = 4;
/// Most steps of the optimiser.
const STEPS: usize = 120;

/// An item with candidates, their evidence and what gold says of each.
pub struct Example {
    document: usize,
    weight: f64,
    length: usize,
    spans: Vec<(u32, u32)>,
    evidence: Vec<u32>,
    bounds: Vec<u32>,
    /// is gold
    gold: Vec<bool>,
    /// lies on optional gold: may be taken or not
    free: Vec<bool>,
    /// tokens that gold covers
    forced: Vec<bool>,
}

impl Example {
    /// Describes the candidates of an item.
    pub fn new(
        document: usize,
        weight: f64,
        item: &FitItem,
        kind: Kind,
        candidates: &[Candidate],
        mut describe: impl FnMut(usize, &Candidate, &mut Vec<u32>),
    ) -> Example {
        let length = item.reading.len();
        let required: Vec<(u32, u32)> =
            item.required.iter().filter(|(k, _)| *k == kind).filter_map(|(_, span)| *span).collect();
        let mut out = Example {
            document,
            weight,
            length,
            spans: Vec::with_capacity(candidates.len()),
            evidence: Vec::new(),
            bounds: vec![0],
            gold: Vec::new(),
            free: Vec::new(),
            forced: vec![false; length],
        };
        let mut ids = Vec::new();
        for (i, c) in candidates.iter().enumerate() {
            ids.clear();
            describe(i, c, &mut ids);
            out.evidence.extend(&ids);
            out.bounds.push(out.evidence.len() as u32);
            out.spans.push((c.start, c.end));
            let gold = required.contains(&(c.start, c.end));
            let hits = required.iter().any(|(s, e)| c.start < *e && *s < c.end);
            let place = item.reading.bytes(c.start as usize, c.end as usize);
            let optional = item.optional.iter().any(|(k, o)| *k == kind && o.overlaps(&place));
            out.gold.push(gold);
            out.free.push(optional && !hits);
            if gold {
                (c.start..c.end).for_each(|t| out.forced[t as usize] = true);
            }
        }
        out
    }

    fn evidence(&self, i: usize) -> &[u32] {
        &self.evidence[self.bounds[i] as usize..self.bounds[i + 1] as usize]
    }

    /// Adds the loss and its gradient; `map` leads from evidence to weight (`u32::MAX`: left out).
    fn loss(&self, weights: &[f64], map: &[u32], gradient: &mut [f64]) -> f64 {
        let arcs: Vec<Arc> = self
            .spans
            .iter()
            .enumerate()
            .map(|(i, (start, end))| Arc {
                start: *start,
                end: *end,
                score: self
                    .evidence(i)
                    .iter()
                    .map(|id| map[*id as usize])
                    .filter(|w| *w != u32::MAX)
                    .map(|w| weights[w as usize])
                    .sum(),
            })
            .collect();
        let (all, total) = marginals(self.length, &arcs, |_| true, |_| false);
        let (right, good) =
            marginals(self.length, &arcs, |i| self.gold[i] || self.free[i], |t| self.forced[t]);
        for i in 0..arcs.len() {
            let d = (all[i] - right[i]) * self.weight;
            if d.abs() > 1e-9 {
                for id in self.evidence(i) {
                    let w = map[*id as usize];
                    if w != u32::MAX {
                        gradient[w as usize] += d;
                    }
                }
            }
        }
        (total - good) * self.weight
    }
}

/// Fits one model to the examples of the documents that `take` lets in, with the evidence that `weighs` lets in.
pub fn train(examples: &[Example], take: impl Fn(usize) -> bool, weighs: impl Fn(u32) -> bool) -> Model {
    let examples: Vec<&Example> = examples.iter().filter(|e| take(e.document)).collect();
    let mut counts = vec![0u32; layout::LENGTH];
    for example in &examples {
        example.evidence.iter().for_each(|id| counts[*id as usize] += 1);
    }
    let kept: Vec<u32> =
        (0..layout::LENGTH as u32).filter(|id| counts[*id as usize] >= RARE && weighs(*id)).collect();
    let mut map = vec![u32::MAX; layout::LENGTH];
    for (w, id) in kept.iter().enumerate() {
        map[*id as usize] = w as u32;
    }
    let penalty = |id: u32| match id {
        id if layout::is_strong(id) => PENALTY_STRONG,
        id if layout::is_group(id) => PENALTY_GROUPS,
        _ => PENALTY_WEAK,
    };
    let penalty: Vec<f64> = kept.iter().map(|id| penalty(*id)).collect();
    let weights = minimise(vec![0.0; kept.len()], STEPS, |weights| {
        // chunks of fixed size, summed in order: the same figures for any number of threads
        let parts: Vec<(f64, Vec<f64>)> = examples
            .par_chunks(64)
            .map(|chunk| {
                let mut gradient = vec![0.0; weights.len()];
                let loss = chunk.iter().map(|e| e.loss(weights, &map, &mut gradient)).sum();
                (loss, gradient)
            })
            .collect();
        let mut value: f64 = weights.iter().zip(&penalty).map(|(w, p)| 0.5 * p * w * w).sum();
        let mut gradient: Vec<f64> = weights.iter().zip(&penalty).map(|(w, p)| p * w).collect();
        for (loss, part) in parts {
            value += loss;
            gradient.iter_mut().zip(part).for_each(|(g, p)| *g += p);
        }
        (value, gradient)
    });
    let mut model = Model::default();
    for (w, id) in kept.iter().enumerate() {
        model.weights[*id as usize] = weights[w] as f32;
    }
    model
}
