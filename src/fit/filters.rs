//! Weights of the coarse look: which tokens begin gold, and from which probability on a token is looked at closely.

use super::FOLDS;
use super::corpus::FitDocument;
use super::optimise::minimise;
use crate::evidence::filter::{concerns, describe};
use crate::evidence::layout;
use crate::evidence::model::Model;
use crate::kind::Kind;
use crate::probability::logistic;
use rayon::prelude::*;
use std::fmt::Write;

/// Share of held-out gold that may be lost.
const LOSS: f64 = 0.002;
/// Most that the bound is set to, so that gold of a kind never met has a chance.
const MOST: f64 = 0.004;
const PENALTY: f64 = 1.0;

struct Place {
    fold: usize,
    ids: Vec<u32>,
    begins: bool,
}

/// Fits the filter of a type to the documents that are `learnt` from, with the evidence that `weighs` lets in.
pub fn fit(
    documents: &[FitDocument],
    kind: Kind,
    learnt: &[bool],
    weighs: impl Fn(u32) -> bool + Sync,
    report: &mut String,
) -> Model {
    let places: Vec<Place> = documents
        .par_iter()
        .zip(learnt)
        .filter(|(d, learnt)| d.domain.is_none() && **learnt)
        .flat_map_iter(|(d, _)| d.items.iter().flat_map(move |item| places(item, d.fold, kind)))
        .collect();
    let held_out: Vec<f64> = (0..FOLDS)
        .into_par_iter()
        .flat_map_iter(|fold| {
            let model = train(&places, |f| f != fold, &weighs);
            let scores: Vec<f64> = places
                .iter()
                .filter(|p| p.fold == fold && p.begins)
                .map(|p| probability(&model, &p.ids))
                .collect();
            scores
        })
        .collect();
    let mut sorted = held_out;
    sorted.sort_by(f64::total_cmp);
    let bound = sorted.get((sorted.len() as f64 * LOSS) as usize).copied().unwrap_or(0.0).clamp(1e-5, MOST);
    let mut model = train(&places, |_| true, &weighs);
    model.threshold = bound;
    let passed = places.iter().filter(|p| probability(&model, &p.ids) >= bound).count();
    let _ = writeln!(
        report,
        "{:<22}bound {bound:.5}, {passed} of {} places looked at, {} begin gold",
        format!("{}.start", kind.name()),
        places.len(),
        sorted.len()
    );
    model
}

fn places(item: &super::corpus::FitItem, fold: usize, kind: Kind) -> Vec<Place> {
    let reading = &item.reading;
    let mut gold: Vec<(usize, usize)> =
        item.mentions.iter().filter(|(k, ..)| *k == kind).map(|(_, r, _)| (r.start, r.end)).collect();
    gold.sort_unstable();
    (0..reading.len())
        .filter(|at| concerns(kind, reading, *at))
        .map(|at| {
            let mut ids = Vec::new();
            describe(reading, at, &mut ids);
            let begins =
                gold.iter().any(|(s, e)| if kind == Kind::Role { *s <= at && at < *e } else { *s == at });
            Place { fold, ids, begins }
        })
        .collect()
}

fn probability(model: &Model, ids: &[u32]) -> f64 {
    logistic(model.score(ids))
}

fn train(places: &[Place], take: impl Fn(usize) -> bool, weighs: impl Fn(u32) -> bool) -> Model {
    let places: Vec<&Place> = places.iter().filter(|p| take(p.fold)).collect();
    let mut counts = vec![0u32; layout::LENGTH];
    places.iter().for_each(|p| p.ids.iter().for_each(|id| counts[*id as usize] += 1));
    let kept: Vec<u32> =
        (0..layout::LENGTH as u32).filter(|id| counts[*id as usize] >= 4 && weighs(*id)).collect();
    let mut map = vec![u32::MAX; layout::LENGTH];
    kept.iter().enumerate().for_each(|(w, id)| map[*id as usize] = w as u32);
    let weights = minimise(vec![0.0; kept.len()], 60, |weights| {
        let mut value: f64 = weights.iter().map(|w| 0.5 * PENALTY * w * w).sum();
        let mut gradient: Vec<f64> = weights.iter().map(|w| PENALTY * w).collect();
        for place in &places {
            let known = place.ids.iter().map(|id| map[*id as usize]).filter(|w| *w != u32::MAX);
            let sum: f64 = known.clone().map(|w| weights[w as usize]).sum();
            let p = logistic(sum);
            value -= if place.begins { p.max(1e-12).ln() } else { (1.0 - p).max(1e-12).ln() };
            let d = p - f64::from(u8::from(place.begins));
            known.for_each(|w| gradient[w as usize] += d);
        }
        (value, gradient)
    });
    let mut model = Model::default();
    kept.iter().enumerate().for_each(|(w, id)| model.weights[*id as usize] = weights[w] as f32);
    model
}
