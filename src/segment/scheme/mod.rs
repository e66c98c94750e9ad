//! Headings by a scheme: where on a page its dates stand, and where the titles stand beside them.
//!
//! The headings that the readers of single lines chose come in, and the likeliest reading of the page as a whole goes out:
//! theirs, or that of one scheme carried through, alone or with what else they chose. `anchor` lists the dates a heading
//! may have, `read` carries a scheme through, `describe` says by what is `known` of the page what speaks for and
//! against a reading, and `clue` has the names of that; the weights of the clues are fitted from gold.

mod anchor;
mod clue;
mod describe;
mod known;
mod read;

use super::date::Order;
use super::line::Page;
use super::weigh::Heading;
use crate::ranker::Ranker;
use anchor::anchors;
pub use clue::{CLUES, index, names, tells_choice, tells_scheme};
use describe::Measure;
use known::Known;
use read::{Scheme, readings};

/// A reading of the page, with its clues.
pub(super) struct Reading {
    pub(super) headings: Vec<Heading>,
    pub(super) clues: Vec<u16>,
    /// It is that of the readers of single lines.
    pub(super) chosen: bool,
}

/// On a page with more dates the headings that were chosen stand: a reading a scheme would cost too much.
const MOST_ANCHORS: usize = 1000;

/// By how much a scheme must score higher than the readers of single lines. Held out, readings of unknown layouts lose
/// .01 by it, and pages that the readers know win .004.
pub const LEAD: f64 = 0.5;

/// The likeliest reading of a page: `chosen` where its own clues suffice, else the best of all by `weights`. `order` is
/// that of day and month.
pub(super) fn best(page: &Page, chosen: Vec<Heading>, order: Order, weights: &Ranker) -> Reading {
    let anchors = anchors(page);
    let known = Known::new(page, &anchors);
    let measure = Measure { chosen: &chosen, order };
    let clues = known.describe(&chosen, None, true, &measure);
    if anchors.len() > MOST_ANCHORS || weights.score(&clues) >= weights.threshold {
        return Reading { headings: chosen, clues, chosen: true };
    }
    let score = |r: &Reading| weights.score(&r.clues) + if r.chosen { LEAD } else { 0.0 };
    // of equals the first
    let best = compare(&known, &measure).into_iter().rev().max_by(|a, b| score(a).total_cmp(&score(b)));
    best.expect("the reading of `chosen` is among them")
}

/// All readings of a page: first that of `chosen`, then those of schemes, each alone and with what else was chosen.
pub(super) fn all(page: &Page, chosen: &[Heading], order: Order) -> Vec<Reading> {
    let anchors = anchors(page);
    compare(&Known::new(page, &anchors), &Measure { chosen, order })
}

fn compare(known: &Known, measure: &Measure) -> Vec<Reading> {
    let chosen = measure.chosen;
    let mut found: Vec<(Option<Scheme>, Vec<Heading>)> = vec![(None, chosen.to_vec())];
    for (scheme, headings) in readings(known.page, known.anchors, chosen) {
        let joined = joined(&headings, chosen);
        for headings in [headings, joined] {
            match found.iter_mut().find(|(_, known)| same(known, &headings)) {
                Some((known, _)) => *known = known.or(Some(scheme)),
                None => found.push((Some(scheme), headings)),
            }
        }
    }
    let reading = |(n, (scheme, headings)): (usize, (Option<Scheme>, Vec<Heading>))| {
        let clues = known.describe(&headings, scheme, n == 0, measure);
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

#[cfg(test)]
mod tests {
    use crate::segment::{readings, title_text};

    const BODY: &str = "The council of Orlo met and agreed on the dam, said its chair.\n";

    /// Whether some reading of the page has just these dates and titles.
    fn offers(page: &str, want: &[(&str, &str)]) -> bool {
        readings(page).iter().any(|(_, items)| {
            let date = |n: usize| items[n].date.as_ref().map_or("", |d| d.edtf.as_str());
            let title = |n: usize| items[n].title.map_or_else(String::new, |t| title_text(page, t));
            items.len() == want.len() && (0..items.len()).all(|n| (date(n), title(n).as_str()) == want[n])
        })
    }

    const WANT: [(&str, &str); 2] = [("2031-05-03", "A dam for Orlo"), ("2031-04-12", "Trees for Orlo")];

    #[test]
    fn a_title_may_stand_beyond_a_byline() {
        let item = |title, date| format!("{title}\nBy Ana Brill\n{date}\n{BODY}\n");
        let page = item("A dam for Orlo", "3 May 2031") + &item("Trees for Orlo", "12 April 2031");
        assert!(offers(&page, &WANT));
    }

    #[test]
    fn a_date_may_stand_in_the_middle_of_a_line() {
        let item = |title, date| format!("{title}\nAppeals {date}{BODY}\n");
        let page = item("A dam for Orlo", "05/03/2031") + &item("Trees for Orlo", "04/12/2031");
        let page = page + "See also 04/30/2031.\n";
        assert!(offers(&page, &WANT));
    }

    #[test]
    fn a_date_may_stand_as_on_a_calendar() {
        let item = |title, date| format!("{date}\n{title}\n{BODY}\n");
        let page =
            item("A dam for Orlo", "3\nMAY\n2031\nSat") + &item("Trees for Orlo", "12\nAPR\n2031\nSat");
        assert!(offers(&page, &WANT));
    }

    #[test]
    fn a_page_of_many_dates_is_left_to_the_readers_of_lines() {
        let page = "3 May 2031\n".repeat(super::MOST_ANCHORS + 1);
        assert!(super::super::tests::split(&page).len() < 2);
    }
}
