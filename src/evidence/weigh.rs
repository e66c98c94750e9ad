//! Scores of all candidates of an item, each edge and each inner token weighed once however many candidates share it.

use super::lattice::{Arc, best, probabilities};
use super::model::Model;
use super::page::Round;
use super::sink::Sum;
use super::view::View;
use crate::rules::Candidate;

/// Weighs and chooses: probabilities of all candidates and the best set. `candidates` are sorted by start; `own` holds
/// their probabilities in their own first round, or nothing.
pub fn weigh(model: &Model, view: &View, candidates: Vec<Candidate>, own: &[f64]) -> Round {
    let length = view.reading.len();
    if candidates.is_empty() {
        return Round::new(candidates, Vec::new(), Vec::new(), length);
    }
    let mut edges = Edges::new(model, view);
    let arcs: Vec<Arc> = candidates
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let mut sum = Sum::new(model);
            view.stretch(c, own.get(i).copied(), &mut sum);
            let score = f64::from(sum.total + edges.of(c.start as usize, c.end as usize));
            Arc { start: c.start, end: c.end, score }
        })
        .collect();
    let probability = probabilities(&arcs);
    let chosen = best(&arcs, |i| probability[i] - model.threshold);
    Round::new(candidates, probability, chosen, length)
}

/// Sums that candidates share; a figure that is no number is still to be made.
struct Edges<'m> {
    model: &'m Model,
    view: &'m View<'m>,
    /// the left edge asked for last, and its sum
    left: (usize, f32),
    /// one a token boundary
    right: Vec<f32>,
    /// one a token: as a candidate's first, and as an inner one
    inner: Vec<[f32; 2]>,
}

impl<'m> Edges<'m> {
    fn new(model: &'m Model, view: &'m View<'m>) -> Self {
        let length = view.reading.len();
        Edges {
            model,
            view,
            left: (usize::MAX, 0.0),
            right: vec![f32::NAN; length + 1],
            inner: vec![[f32::NAN; 2]; length],
        }
    }

    /// The sum of both edges and of the inner tokens of `start..end`.
    fn of(&mut self, start: usize, end: usize) -> f32 {
        if self.left.0 != start {
            let mut sum = Sum::new(self.model);
            self.view.left(start, &mut sum);
            self.left = (start, sum.total);
        }
        if self.right[end].is_nan() {
            let mut sum = Sum::new(self.model);
            self.view.right(end, &mut sum);
            self.right[end] = sum.total;
        }
        let mut total = self.left.1 + self.right[end];
        for at in start..end - 1 {
            total += self.inner(at)[usize::from(at > start)];
        }
        total
    }

    #[inline]
    fn inner(&mut self, at: usize) -> [f32; 2] {
        if self.inner[at][0].is_nan() {
            self.inner[at] = [true, false].map(|first| {
                let mut sum = Sum::new(self.model);
                self.view.inner(at, first, &mut sum);
                sum.total
            });
        }
        self.inner[at]
    }
}
