//! Dates of the page itself and of its sections, above the items.

use super::super::candidate::Kind;
use super::super::line::Page;
use super::super::piece::{Piece, is_masthead, piece};
use super::super::weigh::Heading;

/// Longest text in bytes between the page's name with its period and the first item.
const LONGEST_LEAD: usize = 300;

/// Drops the months that the whole page covers, `Releases July – September 2031`, over headings
/// that name days.
pub(super) fn without_period(page: &Page, mut all: Vec<Heading>) -> Vec<Heading> {
    if let [first, rest @ ..] = all.as_slice()
        && first.date.raw.from.day == 0
        && let Some(next) = rest.first()
        && rest.iter().all(|h| h.date.raw.from.day > 0)
    {
        let last = first.last.max(first.date.line);
        let between: usize = (last + 1..next.first).map(|i| page.lines[i].len()).sum();
        if between <= LONGEST_LEAD {
            all.remove(0);
        }
    }
    all
}

/// Drops the page's own name with its date, `Winter issue, July 2031`, over the first heading.
pub(super) fn without_dated_name(page: &Page, mut all: Vec<Heading>) -> Vec<Heading> {
    if let [first, second, ..] = all.as_slice() {
        let title = first.title.map_or("", |t| page.slice(t));
        let named = is_masthead(title) || first.date.raw.from.day == 0;
        let loose = first.date.kind == Kind::TitleFirst;
        let other = all[1..].iter().all(|h| h.date.kind != Kind::TitleFirst)
            && page.text_before(first.first).is_none();
        if loose && (named || other) && page.text_after(first.last) == Some(second.first) {
            all.remove(0);
        }
    }
    all
}

/// How far below an entry of a table of contents its item may start, in headings.
const CONTENTS: usize = 300;

/// Drops the date of the page itself and dates of sections: no text before the next heading.
pub(super) fn without_mastheads(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let mut keep = vec![true; all.len()];
    for (i, pair) in all.windows(2).enumerate() {
        let (h, next) = (&pair[0], &pair[1]);
        let empty = page.text_after(h.last).is_none_or(|t| t >= next.first);
        let title = h.title.map_or("", |t| page.slice(t));
        let again = empty
            && all[i + 1..].iter().take(CONTENTS).any(|o| {
                h.title.is_some()
                    && o.date.raw.from == h.date.raw.from
                    && o.title.map(|t| page.slice(t)) == Some(title)
            });
        let masthead = i == 0
            && h.date.kind == Kind::DateLine
            && (empty || names_page(page, h) || h.title.is_none() && h.date.raw.from.day == 0);
        let section =
            empty && h.date.kind == Kind::DateLine && (h.date.raw.from.day == 0 || h.title.is_none());
        let signed = empty
            && h.date.kind == Kind::DateLine
            && h.date.before == Some(Piece::Name)
            && title.split_whitespace().count() <= 8
            && piece(title) == Piece::Name;
        keep[i] = !(again || masthead || section || signed);
    }
    // The kept ones may have lent their title to a dropped one; each is read by itself, so none has.
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Whether the title is the first line of the page and names it: `Orlo Newsletter`.
fn names_page(page: &Page, h: &Heading) -> bool {
    let Some(title) = h.title else {
        return false;
    };
    let words = page.slice(title);
    let first = (0..page.lines.len()).find(|&i| page.is_text(i));
    is_masthead(words)
        && words.split_whitespace().count() <= 7
        && first.is_none_or(|l| title.start <= page.lines[l].end)
}
