//! Words before the date that all such lines of the page share: a subject, an opening, a counter.

use super::super::candidate::{Candidate, Kind, over_title};
use super::super::line::Page;
use super::super::piece::{Piece, piece};
use super::super::title::{is_generic, is_section, reads_as_title};
use super::tail;

/// `Economy and trade, 3 May 2021` under a title is a date line where all such lines stand so.
pub(in crate::segment) fn read_subjects(page: &Page, candidates: &mut [Candidate]) {
    let title_first = |c: &Candidate| c.kind == Kind::TitleFirst && c.marks.heading == 0;
    let above = |c: &Candidate| {
        let line = c.line.checked_sub(1)?;
        let single = page.is_text(line) && page.starts_block(line);
        let text = page.str(line);
        (single && reads_as_title(text) && !is_generic(text) && !is_section(text))
            .then(|| text.split_whitespace().count())
    };
    let all = || candidates.iter().filter(|c| title_first(c));
    let count = all().count();
    let words: usize = all().map(|c| tail(page, c).split_whitespace().count()).sum();
    let titles: Option<usize> = all().map(above).sum();
    let recurs = all().zip(all().skip(1)).any(|(a, b)| tail(page, a) == tail(page, b));
    if count < 2 || titles.is_none_or(|t| if recurs { t <= words } else { t < words * 3 / 2 }) {
        return;
    }
    for c in candidates.iter_mut().filter(|c| title_first(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Name), ..*c };
    }
}

/// `From our office in Orlo, 3 May 2021` or `Remarks at Orlo, 3 May 2021` beside a title is a date
/// line where all begin or end with one word; so are places, `3. Orlo (3 May 2021)` over titles.
pub(in crate::segment) fn read_openings(page: &Page, candidates: &mut [Candidate]) {
    let title_first = |c: &Candidate| c.kind == Kind::TitleFirst && c.marks.heading == 0;
    let all = || candidates.iter().filter(|c| title_first(c));
    let words = |text: &str| text.split_whitespace().count();
    let place = |c: &Candidate| words(tail(page, c)) <= 3 && piece(tail(page, c)) == Piece::Name;
    let titles = |over: bool| {
        let beside = move |c: &Candidate| {
            let i = if over { c.line + 1 } else { c.line.checked_sub(1)? };
            let title = if over { over_title(page, c.line) } else { is_lone_title(page, i) };
            title.then(|| (words(tail(page, c)), words(page.str(i))))
        };
        all().filter_map(beside).fold((0, 0, 0), |(n, a, b), (c, d)| (n + 1, a + c, b + d))
    };
    let (over, under) = (titles(true), titles(false));
    let (count, openings, titles) = if over.0 >= under.0 { over } else { under };
    if count < 2 || count * 3 < all().count() * 2 {
        return;
    }
    // What the openings have in common says nothing.
    let shared = |n: usize, back: bool| {
        let nth = |c: &Candidate| {
            let mut words = tail(page, c).split_whitespace();
            if back { words.nth_back(n) } else { words.nth(n) }
        };
        all().next().map(nth).is_some_and(|w| w.is_some() && all().all(|c| nth(c) == w))
    };
    let common = [false, true].map(|back| (0..6).take_while(|&n| shared(n, back)).count());
    let common = common[0].max(common[1]);
    let places = all().all(place) && titles >= openings * 2;
    if !places && (common == 0 || titles + common * count < openings) {
        return;
    }
    for c in candidates.iter_mut().filter(|c| title_first(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Name), title: None, ..*c };
    }
}

/// Whether line `i` stands alone over the next line, as a title does.
fn is_lone_title(page: &Page, i: usize) -> bool {
    let text = page.str(i);
    page.is_text(i) && page.starts_block(i) && reads_as_title(text) && !is_generic(text) && !is_section(text)
}

/// `Sitrep #4 – 3 May 2021` over a title is a date line where all such lines count on.
pub(in crate::segment) fn read_counters(page: &Page, candidates: &mut [Candidate]) {
    let counted =
        |c: &Candidate| c.kind == Kind::TitleFirst && tail(page, c).ends_with(|x: char| x.is_ascii_digit());
    let name = |c: &Candidate| tail(page, c).trim_end_matches(|x: char| x.is_ascii_digit()).to_owned();
    let plain = |c: &Candidate| c.kind == Kind::TitleFirst && page.starts_block(c.line);
    let all = || candidates.iter().filter(|c| plain(c));
    let Some(first) = all().next().map(name) else {
        return;
    };
    let over_title = |c: &Candidate| page.is_text(c.line + 1) && reads_as_title(page.str(c.line + 1));
    let fits = || all().filter(|c| counted(c) && name(c) == first);
    let titled = fits().filter(|c| over_title(c)).count();
    if first.is_empty()
        || fits().count() < 2
        || fits().count() < all().count()
        || titled * 3 < all().count() * 2
    {
        return;
    }
    for c in candidates.iter_mut().filter(|c| plain(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Reference), title: None, ..*c };
    }
}
