//! What is known of the lines and titles of a page, whatever the reading.

use std::cell::RefCell;
use std::collections::HashMap;

use super::super::line::Page;
use super::super::piece::{Piece, is_aside, piece};
use super::super::title::{is_caption, is_generic, is_link, is_section, is_sentence, reads_as_title};
use super::anchor::Anchor;
use super::clue::Share;
use crate::document::Span;

/// What is known of a page. Many readings ask the same, so answers are kept.
pub(super) struct Known<'p, 't> {
    pub(super) page: &'p Page<'t>,
    pub(super) anchors: &'p [Anchor],
    /// The first line of running text; one past the last line where there is none.
    pub(super) first_prose: usize,
    /// How often a text stands on a line of its own.
    counts: HashMap<&'t str, u32>,
    /// Which lines read as titles.
    titles: RefCell<HashMap<usize, bool>>,
    /// The shares that the words of a title count for, as bits.
    shapes: RefCell<HashMap<Span, u64>>,
}

/// The shares that a title's words alone decide.
const OF_WORDS: [Share; 11] = [
    Share::ReadsAsTitle,
    Share::TwoWords,
    Share::FourWords,
    Share::Prose,
    Share::Generic,
    Share::Name,
    Share::Link,
    Share::Label,
    Share::Capitals,
    Share::Aside,
    Share::BeginsSmall,
];

impl<'p, 't> Known<'p, 't> {
    pub(super) fn new(page: &'p Page<'t>, anchors: &'p [Anchor]) -> Self {
        let mut counts = HashMap::new();
        let texts = || (0..page.lines.len()).filter(|&i| page.is_text(i));
        texts().for_each(|i| *counts.entry(page.str(i)).or_default() += 1);
        let first_prose = texts().find(|&i| is_prose(page.str(i))).unwrap_or(page.lines.len());
        let (titles, shapes) = (RefCell::default(), RefCell::default());
        Known { page, anchors, first_prose, counts, titles, shapes }
    }

    /// Whether line `i` is running text.
    pub(super) fn is_prose(&self, i: usize) -> bool {
        is_prose(self.page.str(i))
    }

    /// Whether line `i` reads as a title, and as that of one item only.
    pub(super) fn is_title(&self, i: usize) -> bool {
        let line = self.page.str(i);
        let reads = || reads_as_title(line) && !is_generic(line) && !self.recurs(line);
        *self.titles.borrow_mut().entry(i).or_insert_with(reads)
    }

    /// Whether the text stands on several lines of its own.
    pub(super) fn recurs(&self, text: &str) -> bool {
        self.counts.get(text).is_some_and(|n| *n > 1)
    }

    /// Those of `OF_WORDS` that a title counts for.
    pub(super) fn shape(&self, title: Span) -> impl Iterator<Item = Share> {
        let bits = *self.shapes.borrow_mut().entry(title).or_insert_with(|| shape(self.page.slice(title)));
        OF_WORDS.into_iter().filter(move |s| bits & bit(*s) != 0)
    }

    /// Whether a date stands in the title.
    pub(super) fn is_dated(&self, title: Span) -> bool {
        let at = self.anchors.partition_point(|a| a.raw.span.start < title.start);
        self.anchors.get(at).is_some_and(|a| a.raw.span.end <= title.end)
    }
}

fn is_prose(line: &str) -> bool {
    line.len() >= 120 || line.len() >= 40 && is_sentence(line)
}

fn bit(share: Share) -> u64 {
    1 << share as u32
}

fn shape(words: &str) -> u64 {
    let number = words.split_whitespace().count();
    // `GRADE PROMOTIONS.` is a title for all its stop
    let capitals = !words.contains(char::is_lowercase);
    let holds = [
        (Share::ReadsAsTitle, reads_as_title(words) || capitals && words.len() < 120),
        (Share::TwoWords, number <= 2),
        (Share::FourWords, number >= 4 && words.len() <= 200),
        (Share::Prose, is_sentence(words) && !capitals || words.len() > 220),
        (Share::Generic, is_generic(words) || is_section(words) || is_caption(words)),
        (Share::Name, piece(words) == Piece::Name),
        (Share::Link, is_link(words)),
        (Share::Label, words.find(": ").is_some_and(|at| at < 30)),
        (Share::Capitals, capitals),
        (Share::Aside, is_aside(words)),
        (Share::BeginsSmall, words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_punctuation())),
    ];
    holds.iter().filter(|(_, holds)| *holds).map(|(share, _)| bit(*share)).sum()
}
