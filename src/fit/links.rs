//! Weights of the links from gold: roles to holders, quotes to speakers, on gold mentions.

use super::FOLDS;
use super::corpus::{FitDocument, FitItem};
use super::optimise::minimise;
use crate::evidence::Models;
use crate::kind::Kind;
use crate::probability::logistic;
use crate::ranker::{Ranker, exclusive};
use crate::resolve::speaker::Voice;
use crate::resolve::{candidates, cue, holder, organisation, speaker, voices};
use std::fmt::Write;
use std::ops::Range;

/// A pair's clues, and whether gold links it.
pub(super) struct Pair {
    pub(super) fold: usize,
    pub(super) clues: Vec<u16>,
    pub(super) linked: bool,
}

/// Pairs that compete: one role's people, one quote's voices.
pub(super) type Rivals = Vec<Pair>;

/// Fits the tables of cues, holders and speakers into `models`, from the documents that are `learnt` from, and reports figures held out of these.
pub fn fit(documents: &[FitDocument], learnt: &[bool], models: &mut Models, report: &mut String) {
    let own: Vec<&FitDocument> = documents
        .iter()
        .zip(learnt)
        .filter(|(d, learnt)| d.domain.is_none() && **learnt)
        .map(|(d, _)| d)
        .collect();
    let cues = groups(&own, cue_groups);
    models.links.cue = train("cue", &cues, cue::WEIGHTS, |_| true);
    let found = cue_folds(&cues);
    let _ = writeln!(report, "{:<22}first choice right {found} of {}", "cue", cues.len());
    let links = models.links.clone();
    let speaker_groups = |item: &FitItem, fold: usize| speaker_groups(item, fold, &links.cue);
    for (name, length, groups) in [
        ("holder", holder::Clue::ALL.len(), groups(&own, holder_groups)),
        ("speaker", speaker::WEIGHTS, groups(&own, speaker_groups)),
    ] {
        let mut right = 0;
        for fold in 0..FOLDS {
            let model = train(name, &groups, length, |f| f != fold);
            right += groups
                .iter()
                .filter(|g| g.first().is_some_and(|p| p.fold == fold))
                .filter(|g| best(g, &model).is_some_and(|i| g[i].linked))
                .count();
        }
        let possible = groups.iter().filter(|g| g.iter().any(|p| p.linked)).count();
        let _ = writeln!(
            report,
            "{name:<22}first choice right {right} of {}, possible in {possible}",
            groups.len()
        );
        let mut model = train(name, &groups, length, |_| true);
        // whoever is likeliest speaks: any bound from 0 to 0.25 gives the same held-out figures
        model.threshold = if name == "holder" { 0.5 } else { 0.15 };
        if name == "holder" {
            models.links.holder = model;
        } else {
            models.links.speaker = model;
        }
    }
}

/// Held-out quotes whose first choice of a cue, or of none, is gold's.
fn cue_folds(groups: &[Rivals]) -> usize {
    let mut right = 0;
    for fold in 0..FOLDS {
        let model = train("cue", groups, cue::WEIGHTS, |f| f != fold);
        for group in groups.iter().filter(|g| g.first().is_some_and(|p| p.fold == fold)) {
            let scores: Vec<f64> = group.iter().map(|p| model.score(&p.clues)).collect();
            let best = (0..scores.len())
                .max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
                .filter(|i| scores[*i] >= 0.0);
            right += usize::from(match best {
                Some(i) => group[i].linked,
                None => !group.iter().any(|p| p.linked),
            });
        }
    }
    right
}

fn cue_groups(item: &FitItem, fold: usize) -> Vec<Rivals> {
    let reading = &item.reading;
    let quotes: Vec<_> = item.mentions.iter().filter(|(k, ..)| *k == Kind::Quote).collect();
    let ranges: Vec<Range<usize>> = quotes.iter().map(|(_, r, _)| r.clone()).collect();
    let mut out = Vec::new();
    for (n, (_, q, gold)) in quotes.iter().enumerate().filter(|(_, (_, _, g))| !g.optional) {
        let candidates = cue::candidates(reading, &ranges, n);
        let text = |c: &Range<usize>| organisation::plain(reading, c).to_lowercase();
        let wanted = gold.cue.as_ref().map(|c| c.to_lowercase());
        // of several equal verbs the nearest is meant
        let distance = |c: &Range<usize>| if c.start >= q.end { c.start - q.end } else { q.start - c.end };
        let right = candidates.iter().filter(|c| Some(text(c)) == wanted).min_by_key(|c| distance(c));
        let group: Rivals = candidates
            .iter()
            .map(|c| {
                let mut clues = Vec::new();
                cue::describe(reading, &ranges, n, &candidates, c, &mut clues);
                Pair { fold, clues, linked: Some(c) == right }
            })
            .collect();
        if !group.is_empty() {
            out.push(group);
        }
    }
    out
}

fn groups<'t>(
    documents: &[&FitDocument<'t>],
    of: impl Fn(&FitItem<'t>, usize) -> Vec<Rivals>,
) -> Vec<Rivals> {
    documents.iter().flat_map(|d| d.items.iter().flat_map(|i| of(i, d.fold)).collect::<Vec<_>>()).collect()
}

fn best(group: &Rivals, model: &Ranker) -> Option<usize> {
    (0..group.len())
        .max_by(|a, b| model.probability(&group[*a].clues).total_cmp(&model.probability(&group[*b].clues)))
}

fn train(name: &str, groups: &[Rivals], length: usize, take: impl Fn(usize) -> bool) -> Ranker {
    match name {
        "holder" => train_free(groups, length, take),
        "speaker" => train_exclusive(groups, length, take, speaker_cost),
        _ => train_exclusive(groups, length, take, |_| 1.0),
    }
}

/// What a weight of the speakers' table costs. Those of a clue in one mode are many and seldom seen, so they must earn
/// more to differ from the clue's weight in all modes. Both figures are the best of a few by held-out first choices and
/// by speakers from text to JSON on pages held out.
fn speaker_cost(weight: usize) -> f64 {
    if weight < speaker::Clue::ALL.len() { 0.3 } else { 5.0 }
}

/// One candidate of a group is right, or none: the likelihood of the right ones together.
pub(super) fn train_exclusive(
    groups: &[Rivals],
    length: usize,
    take: impl Fn(usize) -> bool,
    cost: impl Fn(usize) -> f64,
) -> Ranker {
    let groups: Vec<&Rivals> = groups.iter().filter(|g| g.first().is_some_and(|p| take(p.fold))).collect();
    let weights = minimise(vec![0.0; length], 150, |weights| {
        let costs = || weights.iter().enumerate().map(|(n, w)| (cost(n), w));
        let mut value: f64 = costs().map(|(cost, w)| 0.5 * cost * w * w).sum();
        let mut gradient: Vec<f64> = costs().map(|(cost, w)| cost * w).collect();
        for group in &groups {
            let scores: Vec<f64> =
                group.iter().map(|p| p.clues.iter().map(|c| weights[*c as usize]).sum()).collect();
            let all = exclusive(&scores);
            let linked: f64 = group.iter().zip(&all).filter(|(p, _)| p.linked).map(|(_, p)| p).sum();
            let none = 1.0 - all.iter().sum::<f64>();
            let known = group.iter().any(|p| p.linked);
            value -= if known { linked } else { none }.max(1e-12).ln();
            for (pair, p) in group.iter().zip(&all) {
                let target = if pair.linked { p / linked.max(1e-12) } else { 0.0 };
                pair.clues.iter().for_each(|c| gradient[*c as usize] += p - target);
            }
        }
        (value, gradient)
    });
    Ranker { weights: weights.into_iter().map(|w| w as f32).collect(), threshold: 0.5 }
}

/// Each pair is right or not by itself.
fn train_free(groups: &[Rivals], length: usize, take: impl Fn(usize) -> bool) -> Ranker {
    let pairs: Vec<&Pair> = groups.iter().flatten().filter(|p| take(p.fold)).collect();
    let weights = minimise(vec![0.0; length], 150, |weights| {
        let mut value: f64 = weights.iter().map(|w| 0.5 * w * w).sum();
        let mut gradient = weights.to_vec();
        for pair in &pairs {
            let sum: f64 = pair.clues.iter().map(|c| weights[*c as usize]).sum();
            let p = logistic(sum);
            value -= if pair.linked { p.max(1e-12).ln() } else { (1.0 - p).max(1e-12).ln() };
            let d = p - f64::from(u8::from(pair.linked));
            pair.clues.iter().for_each(|c| gradient[*c as usize] += d);
        }
        (value, gradient)
    });
    Ranker { weights: weights.into_iter().map(|w| w as f32).collect(), threshold: 0.5 }
}

/// Mentions of a type with an entity number a name.
fn entities(item: &FitItem, kind: Kind) -> (Vec<Range<usize>>, Vec<usize>, Vec<String>) {
    let mut names: Vec<String> = Vec::new();
    let (mut ranges, mut entity) = (Vec::new(), Vec::new());
    for (_, range, gold) in item.mentions.iter().filter(|(k, ..)| *k == kind) {
        let name = gold.name.clone().unwrap_or_else(|| organisation::plain(&item.reading, range));
        let n = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        ranges.push(range.clone());
        entity.push(n);
    }
    (ranges, entity, names)
}

fn holder_groups(item: &FitItem, fold: usize) -> Vec<Rivals> {
    let (people, entity, names) = entities(item, Kind::Person);
    let roles: Vec<_> = item.mentions.iter().filter(|(k, ..)| *k == Kind::Role).collect();
    let ranges: Vec<Range<usize>> = roles.iter().map(|(_, r, _)| r.clone()).collect();
    let held: Vec<Option<usize>> = roles
        .iter()
        .map(|(_, _, gold)| gold.holders.iter().flatten().find_map(|h| names.iter().position(|n| n == h)))
        .collect();
    let scene = holder::Scene {
        reading: &item.reading,
        people: &people,
        entity: &entity,
        roles: &ranges,
        held: &held,
    };
    let mut out = Vec::new();
    for (r, (_, _, gold)) in roles.iter().enumerate() {
        let Some(holders) = &gold.holders else { continue };
        let group: Rivals = (0..people.len())
            .map(|p| {
                let mut clues = Vec::new();
                scene.clues(r, p, &mut clues);
                Pair { fold, clues, linked: holders.contains(&names[entity[p]]) }
            })
            .collect();
        // of several mentions of a holder the nearest are the evidence: the rest are no counter-examples
        out.push(nearest(group));
    }
    out
}

/// Leaves out linked pairs that are plainly worse than another linked pair: a holder's mention far away.
fn nearest(group: Rivals) -> Rivals {
    let linked = group.iter().filter(|p| p.linked).count();
    if linked < 2 {
        return group;
    }
    let beside = |p: &Pair| p.clues.len() > 1 && (1..=8).contains(&p.clues[1]);
    let any = group.iter().any(|p| p.linked && beside(p));
    group.into_iter().filter(|p| !p.linked || !any || beside(p)).collect()
}

fn speaker_groups(item: &FitItem, fold: usize, cues: &Ranker) -> Vec<Rivals> {
    let reading = &item.reading;
    let (people, entity, names) = entities(item, Kind::Person);
    let (bodies, body, body_names) = entities(item, Kind::Organisation);
    let roles: Vec<_> = item.mentions.iter().filter(|(k, ..)| *k == Kind::Role).collect();
    let ranges: Vec<Range<usize>> = roles.iter().map(|(_, r, _)| r.clone()).collect();
    let heads: Vec<Option<usize>> = roles
        .iter()
        .map(|(_, _, gold)| gold.holders.iter().flatten().find_map(|h| names.iter().position(|n| n == h)))
        .collect();
    let quotes: Vec<_> = item.mentions.iter().filter(|(k, _, g)| *k == Kind::Quote && !g.optional).collect();
    if quotes.is_empty() {
        return Vec::new();
    }
    let stretches =
        voices::stretches(reading, &quotes.iter().map(|(_, r, _)| r.clone()).collect::<Vec<_>>(), cues);
    let candidates = candidates(reading, (&people, &bodies, &ranges), &entity, &body, &heads, &stretches);
    let scene = speaker::Scene { reading, quotes: &stretches, candidates: &candidates };
    let mut previous = None;
    let mut out = Vec::new();
    for (q, (_, _, gold)) in quotes.iter().enumerate() {
        let Some(wanted) = &gold.speakers else { continue };
        let wanted: Vec<String> = wanted.iter().map(|w| plain(w)).collect();
        let name = |c: &speaker::Candidate| match c.voice {
            Voice::Person(p) | Voice::Role(Some(p)) => plain(&names[p]),
            Voice::Organisation(o) => plain(&body_names[o]),
            Voice::Noun | Voice::Role(None) => plain(&organisation::plain(reading, &c.tokens)),
        };
        let clues = scene.clues(q, previous);
        let pair = |(c, clues)| Pair { fold, clues, linked: wanted.contains(&name(c)) };
        let group: Rivals = candidates.iter().zip(clues).map(pair).collect();
        previous = candidates.iter().find(|c| wanted.contains(&name(c))).map(|c| c.voice).or(previous);
        out.push(group);
    }
    out
}

/// A name without article, case and outer marks, as speakers are compared.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let lower = lower.trim().trim_end_matches('.');
    ["the ", "a ", "an "].iter().find_map(|a| lower.strip_prefix(a)).unwrap_or(lower).to_owned()
}
