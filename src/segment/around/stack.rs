//! What the page has beside its titles as a habit: a section's name, a standfirst, a case number.

use super::super::candidate::{Candidate, Kind};
use super::super::line::Page;
use super::super::title::{goes_on, is_generic, is_section, reads_as_title};

/// What the page has above its dates as a habit.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::segment) struct Stacks {
    /// More than one line: a section, a title, a standfirst.
    pub(in crate::segment) many: bool,
    /// The first of them is the name of a section, however it is written.
    pub(in crate::segment) tagged: bool,
    /// Whether a section's name stands between the date and the title below it.
    pub(in crate::segment) tags_below: Tags,
    /// The first of them is no section's name, though one may look so.
    pub(in crate::segment) untagged: bool,
}

/// How often a section's name stands in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::segment) enum Tags {
    /// As often as it looks like one.
    #[default]
    Sometimes,
    Always,
    Never,
}

/// Looks at the blocks above the lines `tops`.
pub(in crate::segment) fn stacks(page: &Page, tops: &[usize]) -> Stacks {
    let words = |i: usize| page.str(i).split_whitespace().count();
    let stacked: Vec<usize> = tops
        .iter()
        .filter(|&&top| is_stacked(page, top))
        .filter_map(|&top| page.text_before(top))
        .map(|last| page.block_start(last))
        .collect();
    let first: usize = stacked.iter().map(|&i| words(i)).sum();
    let second: usize = stacked.iter().map(|&i| words(i + 1)).sum();
    let many = stacked.len() > 1;
    let short = stacked.iter().all(|&i| words(i) <= 3);
    let recurs = |i: usize| stacked.iter().any(|&j| j != i && page.str(j) == page.str(i));
    let same = stacked.iter().filter(|&&i| recurs(i)).count() * 2 > stacked.len();
    // `Case No. 12/30` over the title, each time with another number.
    let counted = |i: usize| {
        page.lines[i].digit && without_digits(page.str(i)).eq(without_digits(page.str(stacked[0])))
    };
    let names_section = |i: usize| is_section(page.str(i)) || is_generic(page.str(i));
    let numbered = many && stacked.iter().all(|&i| counted(i));
    Stacks {
        many,
        tagged: many && short && (second >= first * 2 || same && second > first) || numbered,
        tags_below: Tags::default(),
        untagged: stacked.len() > 2
            && stacked.iter().filter(|&&i| names_section(i)).count() * 2 < stacked.len(),
    }
}

fn without_digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_ascii_digit())
}

/// Whether the block that ends above line `top` is a title and one or two lines more: a section's
/// name over it, a standfirst below it.
pub(super) fn is_stacked(page: &Page, top: usize) -> bool {
    let Some(last) = page.text_before(top).filter(|&l| top - l <= 2) else {
        return false;
    };
    if !page.is_text(last) {
        return false;
    }
    let start = page.block_start(last);
    // Lines that were broken though the next word had room stand by themselves.
    let parted = |i: usize| {
        !goes_on(page.text, page.span(i), page.span(i + 1), page.width)
            && page.lines[i].len() * 4 < page.width * 3
    };
    if page.wrapped && !(start..last).all(parted) {
        return false;
    }
    (2..=3).contains(&(last + 1 - start))
        && reads_as_title(page.str(start))
        && (last + 1 == top || (start..=last).all(|i| reads_as_title(page.str(i))))
        && (start..=last).all(|i| page.lines[i].len() <= 200)
}

/// Whether a few words stand between the dates and the titles below them, all over the page.
pub(in crate::segment) fn tags_below(page: &Page, candidates: &[Candidate]) -> Tags {
    let words = |i: usize| page.str(i).split_whitespace().count();
    let dated = || candidates.iter().filter(|c| c.kind == Kind::DateLine);
    let apart = |i: usize| page.text_after(i).filter(|&t| t == i + 2 && page.block_end(t) == t);
    // The title may stand apart from both, or all three from each other.
    let pair = |c: &Candidate| {
        let tag = if page.is_text(c.line + 1) { c.line + 1 } else { apart(c.line)? };
        let title = apart(tag).or(Some(tag + 1).filter(|_| tag == c.line + 1))?;
        (page.starts_block(c.line) && page.is_text(tag) && page.is_text(title)).then_some((tag, title))
    };
    let stacked = || dated().filter_map(pair);
    let tagged = || {
        stacked().filter(|&(tag, title)| {
            words(tag) <= 3 && reads_as_title(page.str(tag)) && reads_as_title(page.str(title))
        })
    };
    let (tags, titles) = tagged().fold((0, 0), |(a, b), (tag, title)| (a + words(tag), b + words(title)));
    let named = stacked().filter(|&(tag, _)| is_section(page.str(tag)) || is_generic(page.str(tag))).count();
    if tagged().count() > 1 && tagged().count() * 4 >= dated().count() * 3 && titles >= tags * 2 {
        Tags::Always
    } else if stacked().count() > 2 && named * 2 < stacked().count() {
        Tags::Never
    } else {
        Tags::Sometimes
    }
}
