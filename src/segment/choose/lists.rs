//! Dated lines of lists: programmes, sources, links.

use super::super::candidate::Kind;
use super::super::date::Order;
use super::super::line::Page;
use super::super::weigh::Heading;
use super::day;

/// Drops lines `Title, date` that follow each other without a text between: a list of sources.
pub(super) fn without_bare_lists(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let loose = |h: &Heading| matches!(h.date.kind, Kind::TitleFirst | Kind::PlaceFirst);
    let meet =
        |a: &Heading, b: &Heading| a.date.kind == b.date.kind && page.text_after(a.last) == Some(b.first);
    let keep: Vec<bool> = (0..all.len())
        .map(|i| {
            let before = i > 0 && meet(&all[i - 1], &all[i]);
            !loose(&all[i]) || !before && !all.get(i + 1).is_some_and(|n| meet(&all[i], n))
        })
        .collect();
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Drops runs of dated lines, unless the page is nothing but one.
pub(super) fn drop_runs(page: &Page, all: &mut Vec<Heading>) {
    let run = all.iter().filter(|h| h.in_run).count();
    let lines = page.lines.iter().filter(|l| l.is_text()).count();
    if run < all.len() || run < 3 || run * 5 < lines * 3 {
        all.retain(|h| !h.in_run);
    }
}

/// Drops one-line headings without a text of their own that break the order of those with one.
pub(super) fn without_programmes(page: &Page, all: Vec<Heading>, order: Order) -> Vec<Heading> {
    let day = |h: &Heading| day(h, order);
    let bare = |i: usize| all.get(i + 1).is_some_and(|n| page.text_after(all[i].last) == Some(n.first));
    let full: Vec<String> = (0..all.len()).filter(|&i| !bare(i)).filter_map(|i| day(&all[i])).collect();
    let falling = full.windows(2).all(|w| w[0] >= w[1]);
    let rising = full.windows(2).all(|w| w[0] <= w[1]);
    if full.len() < 3 || falling == rising {
        return all;
    }
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    let mut next_full = 0;
    for (i, h) in all.iter().enumerate() {
        let own = day(h);
        while next_full < all.len() && (next_full <= i || bare(next_full)) {
            next_full += 1;
        }
        let ordered = |a: &Option<String>, b: &Option<String>| {
            a.is_none() || b.is_none() || if falling { a >= b } else { a <= b }
        };
        let before = out.last().and_then(day);
        let after = all.get(next_full).and_then(day);
        if bare(i) && !(ordered(&before, &own) && ordered(&own, &after)) {
            continue;
        }
        out.push(*h);
    }
    out
}
