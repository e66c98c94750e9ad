//! What the dated lines of a page have in common: where titles and sections stand, which ways recur.

use std::collections::HashMap;

use super::around::{Stacks, TitleLines, header, sides, stacks, tags_below};
use super::candidate::{Candidate, Kind};
use super::joint::Joint;
use super::line::Page;
use super::marks::Marks;
use super::piece::Piece;
use super::title::{is_section, reads_as_title};

/// What the date lines of a page have in common.
#[derive(Clone, Copy)]
pub(super) struct Habit {
    /// Titles stand above the date.
    pub(super) up: bool,
    /// Several titles stand there and next to none elsewhere: what stands there is a title.
    pub(super) sure: bool,
    /// A section's name in capitals stands right above the date, the title below.
    pub(super) sections: bool,
    /// More than one line stands above the date: a section, a title, a standfirst.
    pub(super) stacks: Stacks,
}

impl Habit {
    pub(super) fn new(page: &Page, candidates: &[Candidate]) -> Habit {
        let lines = || candidates.iter().filter(|c| c.kind == Kind::DateLine);
        let tops: Vec<usize> = lines().map(|c| header(page, c).top).collect();
        let mut stacks = stacks(page, &tops);
        stacks.tags_below = tags_below(page, candidates);
        let (up, sure) = titles_stand_above(page, candidates, stacks);
        Habit { up, sure, sections: sections(page, candidates), stacks }
    }
}

/// Whether the page has a section's name right above its dates and a title right below.
fn sections(page: &Page, candidates: &[Candidate]) -> bool {
    let strict = candidates.iter().filter(|c| section_above(page, c, is_section)).take(2).count();
    let short = |text: &str| text.split_whitespace().count() <= 3 && reads_as_title(text);
    let loose = || candidates.iter().filter(|c| section_above(page, c, short));
    let dated = candidates.iter().filter(|c| c.kind == Kind::DateLine).count();
    let words = |i: usize| page.str(i).split_whitespace().count();
    let above: usize = loose().map(|c| words(c.line - 1)).sum();
    let below: usize = loose().map(|c| words(c.line + 1)).sum();
    strict > 1 || loose().count() > 1 && loose().count() * 2 > dated && below >= above * 2
}

/// Whether a section's name stands right above the date line and a title right below.
pub(super) fn section_above(page: &Page, c: &Candidate, is_name: impl Fn(&str) -> bool) -> bool {
    let i = c.line;
    let stacked = c.kind == Kind::DateLine
        && i > 0
        && page.is_text(i - 1)
        && page.is_text(i + 1)
        && page.starts_block(i - 1);
    stacked && is_name(page.str(i - 1)) && reads_as_title(page.str(i + 1)) && !is_section(page.str(i + 1))
}

/// Where the page's titles stand: above the date (`true`) or below it; and whether that is sure.
fn titles_stand_above(page: &Page, candidates: &[Candidate], stacks: Stacks) -> (bool, bool) {
    let lines: Vec<usize> = (0..candidates.len()).filter(|&i| candidates[i].kind == Kind::DateLine).collect();
    let (mut up, mut down) = (0_usize, 0_usize);
    for (n, &i) in lines.iter().enumerate() {
        let (a, b) = sides(page, candidates, i, stacks);
        let (a, b) = (weight(a), weight(b));
        // Of two lines that may be the title the first is one rather than the second.
        up += usize::from(a == b && a == 2);
        // Over the first date the page's own title may stand.
        let vote = if n == 0 && lines.len() > 1 { 1 } else { 2 };
        up += if a > b { vote } else { 0 };
        down += if b > a { vote } else { 0 };
    }
    let (most, least) = (up.max(down), up.min(down));
    (up >= down, most > 1 && least == 0 || most >= 4 && most >= least * 2)
}

fn weight(title: Option<TitleLines>) -> usize {
    title.map_or(0, |t| 1 + usize::from(t.near))
}

/// How often the page dates a line in the same way.
pub(super) struct Recurrence(HashMap<Way, i32>);

/// A way of dating a line.
type Way = (Kind, Marks, Option<Joint>, Option<Piece>, bool);

impl Recurrence {
    pub(super) fn new(candidates: &[Candidate]) -> Recurrence {
        let mut counts = HashMap::new();
        for c in candidates.iter().filter(|c| !c.sentence) {
            *counts.entry(Recurrence::way(c)).or_default() += 1;
        }
        Recurrence(counts)
    }

    fn way(c: &Candidate) -> Way {
        (c.kind, c.marks, Some(c.joint).filter(|_| c.kind != Kind::DateLine), c.before, c.raw.has_year())
    }

    /// 0, 1 or 2, as the way of `c` occurs once, twice or more often.
    pub(super) fn of(&self, c: &Candidate) -> i32 {
        (self.0.get(&Recurrence::way(c)).copied().unwrap_or(0) - 1).clamp(0, 2)
    }
}
