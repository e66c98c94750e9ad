//! What speaks for and against a reading of the page.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::super::choose::day;
use super::super::date::Order;
use super::super::line::{LineKind, Page};
use super::super::title::is_link;
use super::super::weigh::Heading;
use super::anchor::{Anchor, Place};
use super::clue::{Share, Whole, scheme, share, whole};
use super::known::Known;
use super::read::{Scheme, ends_prose};

/// No title is longer, in bytes; of what is, little is asked.
const LONGEST: usize = 1000;

/// What the readings of a page are measured by besides the page.
pub(super) struct Measure<'c> {
    /// The headings that the readers of single lines chose.
    pub(super) chosen: &'c [Heading],
    /// Their order of day and month.
    pub(super) order: Order,
}

impl Known<'_, '_> {
    /// The clues of a reading, by number; `carried` is the scheme that it carries through.
    pub(super) fn describe(
        &self,
        headings: &[Heading],
        carried: Option<Scheme>,
        is_chosen: bool,
        measure: &Measure,
    ) -> Vec<u16> {
        let mut out = Vec::new();
        match headings {
            [] => out.push(whole(Whole::NoHeading)),
            [first, ..] => {
                self.shares(headings, &mut out);
                out.extend(self.surroundings(first, headings, measure.order).map(whole));
            }
        }
        self.unused(headings, &mut out);
        let known = |h: &Heading| (h.first, h.title);
        let (titles, dates): (HashSet<_>, HashSet<usize>) =
            measure.chosen.iter().map(|c| (known(c), c.date.line)).unzip();
        let same = headings.iter().filter(|h| titles.contains(&known(h))).count();
        let dated = headings.iter().filter(|h| dates.contains(&h.date.line)).count();
        out.push(share(Share::Chosen, same, headings.len()));
        out.push(share(Share::DatesChosen, dated, headings.len()));
        out.extend(is_chosen.then_some(whole(Whole::IsChosen)));
        let as_many = headings.len() == measure.chosen.len();
        out.extend(as_many.then_some(whole(Whole::AsManyAsChosen)));
        out.extend(carried.map(scheme));
        out
    }

    /// What stands before and between the headings.
    fn surroundings(
        &self,
        first: &Heading,
        headings: &[Heading],
        order: Order,
    ) -> impl Iterator<Item = Whole> + use<> {
        let page = self.page;
        // the page's own name with its date
        let second = headings.get(1).map(|h| h.first);
        let empty = second.is_some() && page.text_after(first.last) == second;
        let prose = if self.first_prose < first.first { Whole::ProseBefore } else { Whole::NoProseBefore };
        let before = match page.lines[first.first].start * 100 / page.text.len().max(1) {
            0..10 => Whole::BeforeShort,
            10..25 => Whole::BeforeQuarter,
            25..50 => Whole::BeforeHalf,
            _ => Whole::BeforeMost,
        };
        let starts = headings.iter().map(|h| page.lines[h.first].start);
        let ends = headings.iter().skip(1).map(|h| page.lines[h.first].start).chain([page.text.len()]);
        let longest = starts.zip(ends).map(|(a, b)| b - a).max().unwrap_or(0);
        let long = headings.len() > 2 && longest * 5 > page.text.len() * 4;
        [
            empty.then_some(Whole::FirstEmpty),
            Some(days(headings, order)),
            Some(prose),
            Some(before),
            gaps(page, headings),
            long.then_some(Whole::OneLong),
        ]
        .into_iter()
        .flatten()
    }

    /// How many dates that could head an item are in no heading.
    fn unused(&self, headings: &[Heading], out: &mut Vec<u16>) {
        let inside = |line: usize| {
            let at = headings.partition_point(|h| h.first <= line);
            at > 0 && line <= headings[at - 1].last
        };
        for (name, place) in [(Share::AloneUnused, Place::Alone), (Share::StartUnused, Place::Start)] {
            let of = |a: &&Anchor| a.place == place && !a.prose;
            let all = self.anchors.iter().filter(of).count();
            let unused = self.anchors.iter().filter(of).filter(|a| !inside(a.line)).count();
            out.extend((all > 0).then(|| share(name, unused, all)));
        }
    }

    /// How many of the headings are so, for each share that is of headings.
    fn shares(&self, headings: &[Heading], out: &mut Vec<u16>) {
        let page = self.page;
        let mut counts = [0_usize; Share::AloneUnused as usize];
        let mut forms: HashMap<_, usize> = HashMap::new();
        let mut firsts: HashMap<&str, usize> = HashMap::new();
        let mut titles: HashMap<&str, usize> = HashMap::new();
        for title in headings.iter().filter_map(|h| h.title) {
            *titles.entry(page.slice(title)).or_default() += 1;
        }
        let stop = |n: usize| headings.get(n + 1).map_or(page.lines.len(), |h| h.first);
        for (n, h) in headings.iter().enumerate() {
            *forms.entry((h.date.raw.form, h.date.raw.has_year())).or_default() += 1;
            let mut is = |share: Share, holds: bool| counts[share as usize] += usize::from(holds);
            if let Some(title) = h.title {
                let words = page.slice(title);
                is(Share::Titled, true);
                is(Share::Dated, self.is_dated(title));
                if words.len() > LONGEST {
                    is(Share::Prose, true);
                } else {
                    *firsts.entry(words.split_whitespace().next().unwrap_or("")).or_default() += 1;
                    self.shape(title).for_each(|share| is(share, true));
                    is(Share::StandsOnce, !self.recurs(words) && titles[words] == 1);
                }
            }
            is(Share::OpensBlock, page.starts_block(h.first));
            let before = page.text_before(h.first).filter(|_| n > 0);
            let ends = |l: usize| page.lines[l].kind == LineKind::Rule || ends_prose(page.str(l));
            is(Share::FollowsProse, before.is_none_or(ends));
            is(Share::LinkAbove, before.is_some_and(|l| is_link(page.str(l))));
            let beside = h.first.checked_sub(1).filter(|&l| page.is_text(l));
            is(Share::TitleAbove, beside.is_some_and(|l| self.is_title(l) && !ends_prose(page.str(l))));
            let next = page.text_after(h.last).filter(|&l| l < stop(n));
            let short = |l: usize| page.is_text(l) && page.lines[l].len() < 100;
            is(Share::TextBelow, next.is_some());
            is(Share::ProseBelow, next.is_some_and(|l| self.is_prose(l)));
            is(Share::TitleBelow, next.is_some_and(|l| short(l) && self.is_title(l)));
            let date = h.date.line;
            is(Share::LineIsProse, self.is_prose(date) && page.lines[date].len() > 160);
            is(Share::WithYear, h.date.raw.has_year());
            is(Share::Near, (h.first..h.last).all(|l| page.is_text(l)));
            let marks = h.date.marks;
            is(Share::Marked, marks.heading > 0 || marks.emphasis || marks.bullet);
            is(Share::DateOpens, date == h.first);
            let own = |l: usize| {
                let line = page.lines[l];
                l == date || h.title.is_some_and(|t| t.start < line.end && line.start < t.end)
            };
            let between = || (h.first..=h.last).filter(|&l| page.is_text(l) && !own(l));
            is(Share::TitleBetween, between().any(|l| self.is_title(l)));
            is(Share::ProseBetween, between().any(|l| self.is_prose(l)));
            is(Share::AgainBetween, between().any(|l| self.recurs(page.str(l))));
        }
        counts[Share::FormOfMost as usize] = forms.values().copied().max().unwrap_or(0);
        counts[Share::FirstWordOfMost as usize] =
            firsts.values().copied().max().filter(|n| *n > 1).unwrap_or(0);
        out.extend(Share::ALL.iter().zip(counts).map(|(s, count)| share(*s, count, headings.len())));
    }
}

/// Whether the headings stand further from what is before them than lines within the items from each other.
fn gaps(page: &Page, headings: &[Heading]) -> Option<Whole> {
    let gap = |line: usize| page.text_before(line).map_or(0, |b| line - b);
    let between = headings.iter().skip(1).map(|h| gap(h.first)).min()?;
    let opens = |l: usize| headings.binary_search_by_key(&l, |h| h.first).is_ok();
    let texts = (headings[0].first..page.lines.len()).filter(|&l| page.is_text(l) && !opens(l));
    Some(match between.cmp(&texts.map(gap).max()?) {
        Ordering::Greater => Whole::GapWider,
        Ordering::Equal => Whole::GapAlike,
        Ordering::Less => Whole::GapNarrower,
    })
}

/// How the days of the headings follow each other.
fn days(headings: &[Heading], order: Order) -> Whole {
    let days: Vec<String> = headings.iter().filter_map(|h| day(h, order)).collect();
    match (days.is_sorted_by(|a, b| a >= b), days.is_sorted()) {
        (true, true) => Whole::SameDay,
        (true, false) => Whole::Falling,
        (false, true) => Whole::Rising,
        (false, false) => Whole::Unordered,
    }
}
