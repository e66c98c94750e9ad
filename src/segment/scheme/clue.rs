//! What speaks for and against a reading of the page.
//!
//! Most clues are shares: how many of the headings are so, in five steps from none to all.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::super::candidate::Candidate;
use super::super::date::Order;
use super::super::line::{LineKind, Page};
use super::super::piece::{Piece, is_aside, piece};
use super::super::title::{is_caption, is_generic, is_link, is_section, is_sentence, reads_as_title};
use super::super::weigh::Heading;
use super::anchor::{Anchor, Place};
use super::read::{Beside, Scheme, ends_prose};
use crate::document::Span;

/// What is counted over the headings of a reading.
const SHARES: [&str; 31] = [
    "titled",
    "title-reads-as-one",
    "title-stands-once",
    "title-of-two-words",
    "title-of-four-words",
    "title-is-prose",
    "title-is-generic",
    "title-is-name",
    "title-is-link",
    "title-is-label",
    "title-dated",
    "title-in-capitals",
    "opens-block",
    "follows-prose",
    "title-like-above",
    "link-above",
    "followed-by-text",
    "followed-by-prose",
    "followed-by-title",
    "line-is-prose",
    "with-year",
    "form-of-most",
    "near",
    "marked",
    "passed-over-title",
    "first-word-of-most",
    "title-is-aside",
    "title-begins-small",
    "passed-over-prose",
    "passed-over-again",
    "date-opens",
];

/// No title is longer, in bytes; of what is, nothing more is asked.
const LONGEST: usize = 1000;

/// Steps of a share.
const STEPS: [&str; 5] = ["none", "few", "half", "most", "all"];

/// What is said of a reading as a whole.
const WHOLE: [&str; 38] = [
    "first-empty",
    "falling",
    "rising",
    "same-day",
    "unordered",
    "alone-unused-none",
    "alone-unused-few",
    "alone-unused-half",
    "alone-unused-most",
    "alone-unused-all",
    "start-unused-none",
    "start-unused-few",
    "start-unused-half",
    "start-unused-most",
    "start-unused-all",
    "prose-before",
    "no-prose-before",
    "before-short",
    "before-quarter",
    "before-half",
    "before-most",
    "chosen-none",
    "chosen-few",
    "chosen-half",
    "chosen-most",
    "chosen-all",
    "chosen",
    "no-heading",
    "one-long",
    "dates-chosen-none",
    "dates-chosen-few",
    "dates-chosen-half",
    "dates-chosen-most",
    "dates-chosen-all",
    "as-many-as-chosen",
    "gap-wider",
    "gap-alike",
    "gap-narrower",
];

const PLACES: [Place; 4] = [Place::Alone, Place::Start, Place::End, Place::Middle];
const BESIDE: [&str; 10] =
    ["none", "before", "behind", "above", "above-2", "above-3", "above-4", "below", "below-2", "top"];

/// The names of all clues, in the order of their numbers.
pub fn names() -> Vec<String> {
    let shares = SHARES.iter().flat_map(|s| STEPS.iter().map(move |step| format!("{s}={step}")));
    let whole = WHOLE.iter().map(|s| (*s).to_owned());
    let schemes = PLACES
        .iter()
        .flat_map(|p| BESIDE.iter().map(move |b| format!("{}:title-{b}", format!("{p:?}").to_lowercase())));
    shares.chain(whole).chain(schemes).collect()
}

fn step(some: usize, all: usize) -> u16 {
    match some {
        0 => 0,
        n if n >= all => 4,
        n if n * 3 <= all => 1,
        n if n * 3 <= all * 2 => 2,
        _ => 3,
    }
}

fn whole(name: &str) -> u16 {
    let at = WHOLE.iter().position(|n| *n == name).expect("the clue is listed");
    (SHARES.len() * STEPS.len() + at) as u16
}

/// What is known of the lines of a page.
pub(super) struct Lines<'p, 't> {
    page: &'p Page<'t>,
    anchors: &'p [Anchor],
    /// How often a text stands on a line of its own.
    counts: HashMap<&'t str, u32>,
    /// The first line of running text.
    first_prose: usize,
    /// Which lines read as titles, as far as it was asked: many readings ask the same.
    titles: RefCell<HashMap<usize, bool>>,
    /// What is known of titles by their span.
    shapes: RefCell<HashMap<(usize, usize), u32>>,
}

impl<'p, 't> Lines<'p, 't> {
    pub(super) fn new(page: &'p Page<'t>, anchors: &'p [Anchor]) -> Self {
        let mut counts = HashMap::new();
        for i in (0..page.lines.len()).filter(|&i| page.is_text(i)) {
            *counts.entry(page.str(i)).or_default() += 1;
        }
        let first_prose = (0..page.lines.len()).find(|&i| page.is_text(i) && is_prose(page.str(i)));
        Lines {
            page,
            anchors,
            counts,
            first_prose: first_prose.unwrap_or(page.lines.len()),
            titles: RefCell::default(),
            shapes: RefCell::default(),
        }
    }

    fn is_prose(&self, i: usize) -> bool {
        is_prose(self.page.str(i))
    }

    fn is_title(&self, i: usize) -> bool {
        let line = self.page.str(i);
        let reads = || reads_as_title(line) && !is_generic(line) && self.counts[line] == 1;
        *self.titles.borrow_mut().entry(i).or_insert_with(reads)
    }

    /// The numbers of the shares that the words of a title count for, as bits.
    fn shape(&self, title: Span) -> u32 {
        let key = (title.start, title.end);
        *self.shapes.borrow_mut().entry(key).or_insert_with(|| shape(self.page.slice(title)))
    }
}

fn is_prose(line: &str) -> bool {
    line.len() >= 120 || line.len() >= 40 && is_sentence(line)
}

/// The clues of a reading; `scheme` is that which it carries through, `chosen` are the headings of the readers of lines.
pub(super) fn describe(
    lines: &Lines,
    headings: &[Heading],
    scheme: Option<Scheme>,
    chosen: &[Heading],
    is_chosen: bool,
) -> Vec<u16> {
    let page = lines.page;
    let mut out = Vec::new();
    if headings.is_empty() {
        out.push(whole("no-heading"));
    } else {
        shares(lines, headings, &mut out);
        // the page's own name with its date
        let second = headings.get(1).map(|h| h.first);
        if second.is_some() && page.text_after(headings[0].last) == second {
            out.push(whole("first-empty"));
        }
        out.push(whole(order(headings)));
        let first = headings[0].first;
        out.push(whole(if lines.first_prose < first { "prose-before" } else { "no-prose-before" }));
        let before = page.lines[first].start * 100 / page.text.len().max(1);
        out.push(whole(match before {
            0..10 => "before-short",
            10..25 => "before-quarter",
            25..50 => "before-half",
            _ => "before-most",
        }));
        if let Some(gap) = gaps(page, headings) {
            out.push(whole(gap));
        }
        let starts = headings.iter().map(|h| page.lines[h.first].start);
        let ends = headings.iter().skip(1).map(|h| page.lines[h.first].start).chain([page.text.len()]);
        let longest = starts.zip(ends).map(|(a, b)| b - a).max().unwrap_or(0);
        if headings.len() > 2 && longest * 5 > page.text.len() * 4 {
            out.push(whole("one-long"));
        }
    }
    let inside = |line: usize| {
        let at = headings.partition_point(|h| h.first <= line);
        at > 0 && line <= headings[at - 1].last
    };
    for (name, place) in [("alone-unused-none", Place::Alone), ("start-unused-none", Place::Start)] {
        let of = |a: &&Anchor| a.place == place && !a.prose;
        let all = lines.anchors.iter().filter(of).count();
        let unused = lines.anchors.iter().filter(of).filter(|a| !inside(a.line)).count();
        if all > 0 {
            out.push(whole(name) + step(unused, all));
        }
    }
    let known = |h: &Heading| (h.first, h.title);
    let (titles, dates): (HashSet<_>, HashSet<usize>) =
        chosen.iter().map(|c| (known(c), c.date.line)).unzip();
    let same = |h: &&Heading| titles.contains(&known(h));
    let dated = |h: &&Heading| dates.contains(&h.date.line);
    if is_chosen {
        out.push(whole("chosen"));
    }
    out.push(whole("chosen-none") + step(headings.iter().filter(same).count(), headings.len()));
    out.push(whole("dates-chosen-none") + step(headings.iter().filter(dated).count(), headings.len()));
    if headings.len() == chosen.len() {
        out.push(whole("as-many-as-chosen"));
    }
    if let Some(Scheme { place, beside }) = scheme {
        let place = PLACES.iter().position(|p| *p == place).unwrap_or(0);
        let beside = match beside {
            Beside::None => 0,
            Beside::Before => 1,
            Beside::Behind => 2,
            Beside::Above(n) => 2 + n,
            Beside::Below(n) => 6 + n,
            Beside::Top => 9,
        };
        out.push((SHARES.len() * STEPS.len() + WHOLE.len() + place * BESIDE.len() + beside) as u16);
    }
    out
}

/// Whether the headings stand further from what is before them than lines within the items from each other.
fn gaps(page: &Page, headings: &[Heading]) -> Option<&'static str> {
    let gap = |line: usize| page.text_before(line).map_or(0, |b| line - b);
    let between = headings.iter().skip(1).map(|h| gap(h.first)).min()?;
    let opens = |l: usize| headings.binary_search_by_key(&l, |h| h.first).is_ok();
    let within =
        (headings[0].first..page.lines.len()).filter(|&l| page.is_text(l) && !opens(l)).map(gap).max()?;
    Some(match between.cmp(&within) {
        std::cmp::Ordering::Greater => "gap-wider",
        std::cmp::Ordering::Equal => "gap-alike",
        std::cmp::Ordering::Less => "gap-narrower",
    })
}

/// How the days of the headings follow each other.
fn order(headings: &[Heading]) -> &'static str {
    let day = |c: &Candidate| c.raw.resolve(Order::DayFirst, Some(2000)).map(|d| d.start);
    let days: Vec<String> = headings.iter().filter_map(|h| day(&h.date)).collect();
    let falling = days.windows(2).all(|w| w[0] >= w[1]);
    let rising = days.windows(2).all(|w| w[0] <= w[1]);
    match (falling, rising) {
        (true, true) => "same-day",
        (true, false) => "falling",
        (false, true) => "rising",
        (false, false) => "unordered",
    }
}

fn shares(lines: &Lines, headings: &[Heading], out: &mut Vec<u16>) {
    let page = lines.page;
    let mut counts = [0_usize; SHARES.len()];
    let mut forms: HashMap<_, usize> = HashMap::new();
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    let mut titles: HashMap<&str, usize> = HashMap::new();
    for title in headings.iter().filter_map(|h| h.title) {
        *titles.entry(page.slice(title)).or_default() += 1;
    }
    let stop = |n: usize| headings.get(n + 1).map_or(page.lines.len(), |h| h.first);
    for (n, h) in headings.iter().enumerate() {
        *forms.entry((h.date.raw.form, h.date.raw.has_year())).or_default() += 1;
        let mut is = |name: usize, holds: bool| counts[name] += usize::from(holds);
        let words = h.title.map_or("", |t| page.slice(t));
        if let Some(title) = h.title.filter(|_| words.len() > LONGEST) {
            is(0, true);
            is(5, true);
            is(10, title_dated(lines, title));
        } else if let Some(title) = h.title {
            *firsts.entry(words.split_whitespace().next().unwrap_or("")).or_default() += 1;
            let shape = lines.shape(title);
            OF_WORDS.iter().for_each(|&n| is(n, shape & 1 << n != 0));
            is(0, true);
            is(2, lines.counts.get(words).is_none_or(|n| *n == 1) && titles[words] == 1);
            is(10, title_dated(lines, title));
        }
        is(12, page.starts_block(h.first));
        let before = page.text_before(h.first).filter(|_| n > 0);
        is(13, before.is_none_or(|l| page.lines[l].kind == LineKind::Rule || ends_prose(page.str(l))));
        let beside = h.first.checked_sub(1).filter(|&l| page.is_text(l));
        is(14, beside.is_some_and(|l| lines.is_title(l) && !ends_prose(page.str(l))));
        is(15, before.is_some_and(|l| is_link(page.str(l))));
        let next = page.text_after(h.last).filter(|&l| l < stop(n));
        is(16, next.is_some());
        is(17, next.is_some_and(|l| lines.is_prose(l)));
        is(18, next.is_some_and(|l| page.is_text(l) && page.lines[l].len() < 100 && lines.is_title(l)));
        is(19, lines.is_prose(h.date.line) && page.str(h.date.line).len() > 160);
        is(20, h.date.raw.has_year());
        is(22, (h.first..h.last).all(|l| page.is_text(l)));
        is(23, h.date.marks.heading > 0 || h.date.marks.emphasis || h.date.marks.bullet);
        // between title and date stands what reads as a title itself
        let own = |l: usize| {
            let line = page.lines[l];
            l == h.date.line || h.title.is_some_and(|t| t.start < line.end && line.start < t.end)
        };
        let over = || (h.first..=h.last).filter(|&l| page.is_text(l) && !own(l));
        is(24, over().any(|l| lines.is_title(l)));
        is(28, over().any(|l| lines.is_prose(l)));
        is(29, over().any(|l| lines.counts[page.str(l)] > 1));
        is(30, h.date.line == h.first);
    }
    counts[21] = forms.values().copied().max().unwrap_or(0);
    counts[25] = firsts.values().copied().max().filter(|n| *n > 1).unwrap_or(0);
    for (n, count) in counts.iter().enumerate() {
        out.push((n * STEPS.len()) as u16 + step(*count, headings.len()));
    }
}

/// The shares that a title's words alone decide.
const OF_WORDS: [usize; 11] = [1, 3, 4, 5, 6, 7, 8, 9, 11, 26, 27];

/// Which of these a title counts for, as bits.
fn shape(words: &str) -> u32 {
    let number = words.split_whitespace().count();
    // `GRADE PROMOTIONS.` is a title for all its stop
    let capitals = !words.contains(char::is_lowercase);
    let holds = |n: usize| match n {
        1 => reads_as_title(words) || capitals && words.len() < 120,
        3 => number <= 2,
        4 => number >= 4 && words.len() <= 200,
        5 => is_sentence(words) && !capitals || words.len() > 220,
        6 => is_generic(words) || is_section(words) || is_caption(words),
        7 => piece(words) == Piece::Name,
        8 => is_link(words),
        9 => words.find(": ").is_some_and(|at| at < 30),
        11 => capitals,
        26 => is_aside(words),
        _ => words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_punctuation()),
    };
    OF_WORDS.iter().filter(|n| holds(**n)).map(|n| 1 << n).sum()
}

fn title_dated(lines: &Lines, title: Span) -> bool {
    let at = lines.anchors.partition_point(|a| a.raw.span.start < title.start);
    lines.anchors.get(at).is_some_and(|a| a.raw.span.end <= title.end)
}
