//! Cells between date and title, `3 May 2021 | Orlo | Title`, that are no part of the title.

use super::super::candidate::{Candidate, Kind};
use super::super::line::Page;
use super::super::piece::{Piece, piece};
use super::super::title::is_sentence;
use super::tail;
use crate::document::Span;

/// `3 May 2021 | Orlo | Title`: the cells before the last are no part of the title, where all
/// headings of the page have them.
pub(in crate::segment) fn read_cells(page: &Page, candidates: &mut [Candidate]) {
    let split = |c: &Candidate| {
        let words = tail(page, c);
        let (cell, rest) = words.split_once(" | ")?;
        let short = cell.split_whitespace().count() <= 4 && !is_sentence(cell);
        (c.kind != Kind::DateLine && short && rest.len() > 1).then(|| words.len() - rest.len())
    };
    without_last_cells(page, candidates);
    let lines = |c: &&Candidate| c.kind != Kind::DateLine && !c.sentence && !c.marks.bullet;
    let total = candidates.iter().filter(lines).count();
    let cells = candidates.iter().filter(lines).filter(|c| split(c).is_some()).count();
    if cells < 2 || cells * 4 < total * 3 {
        return;
    }
    for c in candidates.iter_mut() {
        if let (Some(len), Some(title)) = (split(c), c.title) {
            let start = title.start + len;
            c.title = Some(Span { start, ..title });
        }
    }
}

/// `A dam | Orlo | 3 May 2021`: a place in the last cell before the date is no part of the title.
fn without_last_cells(page: &Page, candidates: &mut [Candidate]) {
    let split = |c: &Candidate| {
        let (title, place) = tail(page, c).rsplit_once(" | ")?;
        let named = place.split_whitespace().count() <= 3 && piece(place) == Piece::Name;
        named.then(|| (title.len(), title.split_whitespace().count(), place.split_whitespace().count()))
    };
    let lines = |c: &&Candidate| c.kind == Kind::TitleFirst && page.starts_block(c.line);
    let cells: Vec<_> = candidates.iter().filter(lines).map(split).collect();
    let (titles, places) = cells.iter().flatten().fold((0, 0), |(t, p), c| (t + c.1, p + c.2));
    if cells.len() < 2 || cells.iter().flatten().count() * 4 < cells.len() * 3 || titles < places * 2 {
        return;
    }
    for c in candidates.iter_mut() {
        if let (Kind::TitleFirst, Some((len, ..)), Some(title)) = (c.kind, split(c), c.title) {
            c.title = Some(Span { end: title.start + len, ..title });
        }
    }
}
