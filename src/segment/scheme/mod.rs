//! Headings by a scheme: where on a page its dates stand, and where the titles stand beside them.
//!
//! The headings that the readers of single lines chose come in, and the likeliest reading of the page as a whole goes out:
//! theirs, or that of one scheme carried through. `anchor` lists the dates a heading may have, `read` carries a
//! scheme through, `clue` says what speaks for and against a reading; the weights of the clues are fitted from gold.

mod anchor;
mod clue;
mod read;

use super::line::Page;
use super::weigh::Heading;
use crate::ranker::Ranker;
use anchor::{Anchor, anchors};
pub use clue::names;
use read::{Scheme, readings};

/// A reading of the page, with its clues.
pub(super) struct Reading {
    pub(super) headings: Vec<Heading>,
    pub(super) clues: Vec<u16>,
    /// It is that of the readers of single lines.
    pub(super) chosen: bool,
}

/// The likeliest reading of a page: `chosen` where its own clues suffice, else the best of all by `weights`.
pub(super) fn best(page: &Page, chosen: Vec<Heading>, weights: &Ranker) -> Reading {
    let anchors = anchors(page);
    let lines = clue::Lines::new(page, &anchors);
    let clues = clue::describe(&lines, &chosen, None, &chosen, true);
    if weights.score(&clues) >= weights.threshold {
        return Reading { headings: chosen, clues, chosen: true };
    }
    let score = |r: &Reading| weights.score(&r.clues);
    let all = compare(page, &lines, &anchors, &chosen);
    // of equals the first
    let best = all.into_iter().rev().max_by(|a, b| score(a).total_cmp(&score(b)));
    best.unwrap_or(Reading { headings: chosen, clues, chosen: true })
}

/// All readings of a page: first that of `chosen`, then those of schemes, each alone and with what else was chosen.
pub(super) fn all(page: &Page, chosen: &[Heading]) -> Vec<Reading> {
    let anchors = anchors(page);
    compare(page, &clue::Lines::new(page, &anchors), &anchors, chosen)
}

fn compare(page: &Page, lines: &clue::Lines, anchors: &[Anchor], chosen: &[Heading]) -> Vec<Reading> {
    let mut found: Vec<(Option<Scheme>, Vec<Heading>)> = vec![(None, chosen.to_vec())];
    for (scheme, headings) in readings(page, anchors, chosen) {
        let joined = joined(&headings, chosen);
        for headings in [headings, joined] {
            match found.iter_mut().find(|(_, known)| same(known, &headings)) {
                Some((known, _)) => *known = known.or(Some(scheme)),
                None => found.push((Some(scheme), headings)),
            }
        }
    }
    let reading = |(n, (scheme, headings)): (usize, (Option<Scheme>, Vec<Heading>))| {
        let clues = clue::describe(lines, &headings, scheme, chosen, n == 0);
        Reading { headings, clues, chosen: n == 0 }
    };
    found.into_iter().enumerate().map(reading).collect()
}

/// The headings of a scheme, with those chosen that stand apart from them.
fn joined(scheme: &[Heading], chosen: &[Heading]) -> Vec<Heading> {
    let apart = |c: &&Heading| {
        let after = scheme.partition_point(|h| h.last < c.first);
        scheme.get(after).is_none_or(|h| c.last < h.first)
    };
    let mut out: Vec<Heading> = scheme.iter().chain(chosen.iter().filter(apart)).copied().collect();
    out.sort_by_key(|h| h.first);
    out
}

/// Whether two readings have the same headings.
fn same(a: &[Heading], b: &[Heading]) -> bool {
    let key = |h: &Heading| (h.first, h.date.raw.span, h.title);
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| key(a) == key(b))
}
