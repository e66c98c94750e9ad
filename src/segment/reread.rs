//! A second look at the dated lines, now that all of the page are known.
//!
//! What one line cannot tell is settled here: heads and feet of printed pages go, and a place or
//! a short title beside a date is told by its neighbours.

use std::collections::HashMap;

use super::block::sides;
use super::candidate::{Candidate, Joint, Kind};
use super::label::{Piece, piece};
use super::line::Page;
use super::title::reads_as_title;

/// How far apart the heads of two printed pages may be, in lines.
const PRINTED_PAGE: usize = 150;

/// Drops lines that recur word for word: the head or foot of every page.
pub(super) fn without_running_heads(page: &Page, candidates: &[Candidate]) -> Vec<Candidate> {
    let key = |c: &Candidate| {
        let title = c.title.map_or("", |t| page.slice(t));
        (
            c.kind,
            c.raw.from,
            c.raw.to,
            title.trim_end_matches(|x: char| x.is_ascii_digit()),
        )
    };
    let mut counts: HashMap<_, (u32, usize)> = HashMap::new();
    for c in candidates {
        let (count, line) = counts.entry(key(c)).or_insert((1, c.line));
        *count += u32::from(c.line > *line && c.line - *line <= PRINTED_PAGE);
        *line = c.line;
    }
    let recurs = |c: &Candidate| {
        let most = if c.kind == Kind::OneLine { 3 } else { 2 };
        c.title.is_some() && c.kind != Kind::DateLine && counts[&key(c)].0 >= most
    };
    candidates.iter().filter(|c| !recurs(c)).copied().collect()
}

/// `3 May 2021, Vienna` over a title is a date line, not a heading of the title `Vienna`.
pub(super) fn read_places(page: &Page, candidates: &mut [Candidate]) {
    let is_place = |c: &Candidate| {
        let words = c.title.map_or("", |t| page.slice(t));
        let below = c.line + 1;
        c.kind == Kind::OneLine
            && !c.colon
            && c.joint != Joint::Space
            && words.split_whitespace().count() <= 3
            && piece(words) == Piece::Name
            && page.starts_block(c.line)
            && page.is_text(below)
            && page.block_end(below) == below
            && reads_as_title(page.str(below))
    };
    let count = candidates.iter().filter(|c| is_place(c)).count();
    for c in candidates.iter_mut() {
        if is_place(c) && (count > 1 || c.joint == Joint::Comma) {
            *c = Candidate {
                kind: Kind::DateLine,
                title: None,
                ..*c
            };
        }
    }
}

/// `People | 3 May 2021` is a short title and its date where no other title stands by it.
pub(super) fn read_names(page: &Page, candidates: &mut [Candidate]) {
    let is_name = |c: &Candidate| {
        c.kind == Kind::DateLine && c.before == Some(Piece::Name) && c.title.is_some()
    };
    let alone = |c: &Candidate| {
        page.starts_block(c.line)
            && page.block_end(c.line) == c.line
            && page.text_after(c.line).is_some()
    };
    let company = candidates
        .iter()
        .filter(|c| c.kind == Kind::TitleFirst)
        .take(2)
        .count()
        > 1;
    let untitled = |i: usize| {
        let (a, b) = sides(page, candidates, i, false);
        company || a.is_none() && b.is_none()
    };
    let named: Vec<usize> = (0..candidates.len())
        .filter(|&i| is_name(&candidates[i]) && alone(&candidates[i]) && untitled(i))
        .collect();
    let other = candidates
        .iter()
        .any(|c| c.kind == Kind::OneLine && !c.sentence);
    if company || named.len() > 1 && !other {
        for i in named {
            candidates[i] = Candidate {
                kind: Kind::TitleFirst,
                joint: Joint::Strong,
                before: Some(Piece::Other),
                ..candidates[i]
            };
        }
    }
}
