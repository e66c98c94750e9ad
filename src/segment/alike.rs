//! Dated lines that only their likeness tells: a label that no list knows, a date right behind a title.
//!
//! A page that has no headings otherwise comes in; out go the candidates of its most frequent way
//! of dating. A line that stands alone in its way gives none.

use super::candidate::{Candidate, Kind, after_joint, dated_line};
use super::date::{Form, RawDate, date_at, find_date};
use super::joint::Joint;
use super::line::Page;
use super::marks::marks;
use super::names::is_space;
use super::piece::{Piece, is_aside};
use super::title::{is_paragraph, reads_as_title};
use super::title_text::trim_joint;
use super::words::{AHEAD_WORDS, DATE_WORDS};
use crate::document::Span;
use std::collections::HashMap;

/// Most words of a label.
const LABEL_WORDS: usize = 5;

/// Longest line that is looked at, in bytes.
const LONGEST: usize = 220;

/// The dated lines of the way that the page has most of, two at least.
pub(super) fn alike(page: &Page) -> Vec<Candidate> {
    let mut ways: Vec<(String, Vec<Candidate>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for i in (0..page.lines.len()).filter(|&i| page.lines[i].digit && page.is_text(i)) {
        if page.lines[i].len() > LONGEST {
            continue;
        }
        // A line may be read in two ways: the page tells which.
        for (way, candidate) in
            [behind_label, behind_title, without_year].iter().filter_map(|read| read(page, i))
        {
            let place = *places.entry(way.clone()).or_insert_with(|| {
                ways.push((way, Vec::new()));
                ways.len() - 1
            });
            ways[place].1.push(candidate);
        }
    }
    // Of two equal ways the first.
    let most = ways.into_iter().map(|w| w.1).rev().max_by_key(Vec::len);
    most.filter(|c| c.len() > 1).unwrap_or_default()
}

/// `Answered on 3 May 2031`, `w/c 3 May: Title`: the way is the label, its numbers aside.
fn behind_label(page: &Page, i: usize) -> Option<(String, Candidate)> {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let (marks, at) = marks(text, line.start, |_| false);
    let (from, raw) = find_date(text, at)?;
    let label = page.text[at..from].trim_matches(is_space);
    let sign = |c: char| matches!(c, '(' | ':' | '/' | '#' | '.' | '-' | '–' | '\'' | '’');
    let plain = !label.is_empty()
        && (label.starts_with(char::is_uppercase) || page.starts_block(i))
        && label.chars().all(|c| c.is_alphanumeric() || is_space(c) || sign(c))
        && label.split_whitespace().count() <= LABEL_WORDS;
    let word = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let words = || label.split(is_space).map(word);
    let ahead =
        words().next().into_iter().chain(words().next_back()).any(|w| AHEAD_WORDS.contains(&w.as_str()));
    if !plain || ahead {
        return None;
    }
    // `Report from Orlo (3 May 2031): Title`: the place changes.
    let way = if label.ends_with('(') {
        "(".to_owned()
    } else {
        label.chars().filter(|c| !c.is_ascii_digit()).collect()
    };
    dated_line(page, i, raw, marks, Piece::DateLabel).filter(|c| !c.sentence).map(|c| (way, c))
}

/// `A dam. 3 May 2031`, `A dam, posted 3 May 2031 by Ana Brill`.
fn behind_title(page: &Page, i: usize) -> Option<(String, Candidate)> {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let (marks, at) = marks(text, line.start, |_| false);
    let (mut from, mut raw) = find_date(text, at)?;
    // The last date of the line is that of the item.
    while let Some((next, other)) = find_date(text, raw.span.end) {
        (from, raw) = (next, other);
    }
    let tail = &text[after_joint(text, raw.span.end)..];
    let mut title = trim_joint(page.text, Span { start: at, end: from });
    let last =
        |t: Span| page.slice(t).rsplit(is_space).next().unwrap_or("").trim_matches(['(', '[']).to_owned();
    let posted = DATE_WORDS.contains(&last(title).to_lowercase().as_str());
    if posted {
        let end = title.end - last(title).len();
        title = trim_joint(page.text, Span { end: end.max(at), ..title });
    }
    let stop = page.slice(title).ends_with('.');
    let words = page.slice(title).trim_end_matches('.');
    let fits = page.starts_block(i)
        && raw.from.day > 0
        && raw.has_year()
        && (posted || stop)
        && (tail.is_empty() || is_aside(tail))
        && reads_as_title(words)
        && !is_paragraph(words)
        && page.text_after(i).is_some();
    let title = Span { end: title.start + words.len(), ..title };
    let candidate = dated_line(page, i, raw, marks, Piece::Other)?;
    let way = if posted { "title, posted" } else { "title." };
    fits.then_some((
        way.to_owned(),
        Candidate {
            kind: Kind::TitleFirst,
            title: Some(title),
            joint: Joint::Strong,
            sentence: false,
            ..candidate
        },
    ))
}

/// `3/5 – Title`, `03.05 Title`: days of a page that states its year elsewhere.
fn without_year(page: &Page, i: usize) -> Option<(String, Candidate)> {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let (marks, at) = marks(text, line.start, |_| true);
    let digits = |p: usize| text[p..].bytes().take_while(u8::is_ascii_digit).count();
    let day = digits(at);
    let sign = text[at + day..].chars().next().filter(|c| matches!(c, '/' | '.'))?;
    let end = at + day + 1 + digits(at + day + 1);
    // A year is lent to the two numbers, so that they are read as all others are.
    let whole = format!("{}{sign}2000", &text[at..end]);
    let lent = date_at(&whole, 0).filter(|d| d.form == Form::Numeric && d.span.end == whole.len())?;
    let mut from = lent.from;
    from.year = None;
    let raw = RawDate { from, span: Span { start: at, end }, ..lent };
    let spaced = text[end..].starts_with(|c: char| is_space(c) || c == ':');
    let candidate = dated_line(page, i, raw, marks, Piece::Reference).filter(|c| c.kind == Kind::OneLine)?;
    let fits = page.starts_block(i) && spaced && !candidate.sentence;
    fits.then(|| (format!("number{sign}"), Candidate { before: None, ..candidate }))
}
