//! `People | 3 May 2021`: whether a name before the date is a short title or a place.

use super::super::around::{Stacks, sides};
use super::super::candidate::{Candidate, Kind};
use super::super::joint::Joint;
use super::super::line::Page;
use super::super::piece::Piece;
use super::super::title::is_sentence;

/// `People | 3 May 2021` is a short title and its date where no other title stands by it.
pub(in crate::segment) fn read_names(page: &Page, candidates: &mut [Candidate]) {
    let is_name =
        |c: &Candidate| c.kind == Kind::DateLine && c.before == Some(Piece::Name) && c.title.is_some();
    let alone = |c: &Candidate| {
        let apart = page.block_end(c.line) == c.line
            || !page.wrapped && is_sentence(page.str(c.line + 1)) && page.lines[c.line + 1].len() > 80;
        let letter = |i: usize| page.str(i).starts_with("Dear ");
        page.starts_block(c.line) && apart && page.text_after(c.line).is_some_and(|i| !letter(i))
    };
    let firsts = candidates.iter().filter(|c| c.kind == Kind::TitleFirst).count();
    let names = |i: usize| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        is_name(&candidates[i]) && alone(&candidates[i]) && a.is_none() && b.is_none()
    };
    let company = firsts > 1 || firsts == 1 && (0..candidates.len()).any(names);
    let untitled = |i: usize| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        company || a.is_none() && b.is_none()
    };
    let named: Vec<usize> = (0..candidates.len())
        .filter(|&i| is_name(&candidates[i]) && alone(&candidates[i]) && untitled(i))
        .collect();
    let other = candidates.iter().any(|c| c.kind == Kind::OneLine && !c.sentence);
    // Titles stand by most of them: what stands before the date is a place.
    let titled = named.iter().filter(|&&i| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        a.is_some() || b.is_some()
    });
    if titled.count() * 2 > named.len() && firsts < named.len() {
        return;
    }
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
