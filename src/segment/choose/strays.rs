//! Dates inside an item's text: of a letter, a signature, the heading said again.

use super::super::candidate::Kind;
use super::super::date::Order;
use super::super::line::Page;
use super::super::piece::{Piece, piece};
use super::super::title::reads_as_title;
use super::super::weigh::Heading;
use super::day;

/// Where most date lines have a title, drops those without: letters, signatures.
pub(super) fn without_strays(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let untitled = |h: &Heading| h.date.kind == Kind::DateLine && h.title.is_none();
    let lone = all.iter().filter(|h| untitled(h)).count();
    if lone > 0 && lone + 1 >= all.len() {
        // On a page of bare dates the line over the first is the page's title.
        let mut all = all;
        if let Some(first) =
            all.first_mut().filter(|h| h.date.kind == Kind::DateLine && h.first < h.date.line)
            && page.starts_block(first.date.line)
        {
            first.first = first.date.line;
            first.title = None;
        }
        return all;
    }
    if lone * 2 > all.len() {
        return all;
    }
    all.into_iter().filter(|h| !untitled(h)).collect()
}

/// Drops place and day below a text whose heading has that day: `Orlo`, `3 May 2031`.
pub(super) fn without_signatures(page: &Page, all: Vec<Heading>, order: Order) -> Vec<Heading> {
    let day = |h: &Heading| day(h, order);
    let keep: Vec<bool> = (0..all.len())
        .map(|i| {
            let h = &all[i];
            let empty = page.text_after(h.last).is_none_or(|t| all.get(i + 1).is_some_and(|n| t >= n.first));
            let title = h.title.map_or("", |t| page.slice(t));
            let place =
                title.split_whitespace().count() <= 3 && (title.is_empty() || piece(title) == Piece::Name);
            let again = i > 0 && day(h).is_some() && day(h) == day(&all[i - 1]);
            !(empty && place && again && h.date.kind == Kind::DateLine)
        })
        .collect();
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Drops a date right below a heading of the same day that is written in another way.
pub(super) fn without_repeats(page: &Page, all: Vec<Heading>, order: Order) -> Vec<Heading> {
    let day = |h: &Heading| day(h, order);
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    for h in all {
        let repeats = out.last().is_some_and(|p| {
            let lines = (p.last + 1..h.date.line).filter(|&i| page.is_text(i)).count();
            let other = p.date.raw.form != h.date.raw.form || p.date.kind != h.date.kind;
            other && lines <= 3 && day(p).is_some() && day(p) == day(&h)
        });
        if !repeats {
            out.push(h);
        }
    }
    out
}

/// Drops a lone date line far down an article: the place and day of a signature.
pub(super) fn without_late_loner(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    if let [only] = all.as_slice()
        && only.date.marks.heading == 0
    {
        let before: usize = page.lines[..only.first].iter().filter(|l| l.is_text()).map(|l| l.len()).sum();
        let prose = (0..only.first)
            .filter(|&i| page.is_text(i) && page.lines[i].len() > 40 && !reads_as_title(page.str(i)))
            .count();
        if only.date.kind != Kind::OneLine && prose >= 2 || prose >= 4 && before > page.text.len() / 2 {
            return Vec::new();
        }
    }
    all
}
