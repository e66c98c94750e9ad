//! What there is to say of a stretch in quotation marks: how it is marked, what it holds, what announces it.

use super::super::facts::Fact;
use super::super::sink::Sink;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Candidate;
use crate::rules::quote::marks::family;
use crate::token::{Gap, Shape};

/// How far a reporting verb may stand from a mark, in tokens.
const CUE_REACH: usize = 14;

/// The evidence of a quote candidate from its own item.
pub fn quote(reading: &Reading, candidate: &Candidate, out: &mut impl Sink) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    // the neighbours are those outside the marks
    let opened = start > 0 && family(reading.tokens[start - 1].mark).is_some();
    let closed = reading.tokens.get(end).is_some_and(|t| family(t.mark).is_some());
    let left = start as isize - isize::from(opened);
    let right = end as isize + isize::from(closed);
    let at = |i: isize| reading.classes_at(i);
    let (before2, before, first) = (at(left - 2), at(left - 1), at(start as isize));
    let (last, after, after2) = (at(end as isize - 1), at(right), at(right + 1));
    for (place, classes) in [(0, before2), (1, before), (2, first), (4, last), (5, after), (6, after2)] {
        out.place(place, classes);
    }
    let pairs =
        [(before2, before), (before, first), (first, last), (last, after), (before, after), (after, after2)];
    for (pair, (a, b)) in pairs.into_iter().enumerate() {
        out.pair(pair, a, b);
    }
    out.votes(candidate.rules);
    out.fact(Fact::Any);
    inside(reading, start, end, out);
    marks(reading, start, end, out);
    around(reading, left, right, out);
}

fn inside(reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
    let tokens = &reading.tokens[start..end];
    let words = tokens.iter().filter(|t| t.is_word()).count();
    out.length(words);
    let has = |class: Class| (start..end).any(|i| reading.is(i, class));
    out.when(tokens[0].shape == Shape::Lower, Fact::StartsSmall);
    out.when(reading.classes[end - 1].any(&[Class::Period, Class::Question]), Fact::EndsSentence);
    out.when(reading.is(end - 1, Class::Comma), Fact::EndsComma);
    let large =
        tokens.iter().filter(|t| t.is_word()).all(|t| t.shape != Shape::Lower || t.end - t.start <= 3);
    out.when(large && words > 1, Fact::AllCapitalised);
    out.when(has(Class::Auxiliary), Fact::VerbInside);
    let first_person = (start..end).any(|i| {
        (reading.is(i, Class::Pronoun) || reading.is(i, Class::Owner) || reading.is(i, Class::Object))
            && matches!(
                reading.cut(i, i + 1).to_ascii_lowercase().as_str(),
                "i" | "we" | "my" | "our" | "us" | "me" | "you" | "your"
            )
    });
    out.when(first_person, Fact::FirstPerson);
    out.when(tokens.iter().any(|t| matches!(t.mark, '“' | '”' | '"' | '„' | '«' | '»')), Fact::QuoteInside);
    out.when(reading.sentence[start] != reading.sentence[end - 1], Fact::SeveralSentences);
    out.when(end <= reading.body, Fact::InTitle);
}

fn marks(reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
    let open = start.checked_sub(1).map(|i| reading.tokens[i].mark).filter(|c| family(*c).is_some());
    let close = reading.tokens.get(end).map(|t| t.mark).filter(|c| family(*c).is_some());
    match close {
        Some(_) => out.fact(Fact::ClosedByMark),
        None if reading.tokens.get(end).is_none_or(|t| t.gap == Gap::Blank) => {
            out.fact(Fact::ClosedByParagraph)
        }
        None => out.fact(Fact::ClosedByCue),
    }
    let mark = open.or(close).unwrap_or('"');
    out.when(matches!(mark, '‘' | '’' | '\''), Fact::MarksSingle);
    out.when(matches!(mark, '"' | '\''), Fact::MarksStraight);
    out.when(matches!(mark, '«' | '»' | '‹' | '›'), Fact::MarksGuillemet);
    let pair = matches!(
        (open, close),
        (Some('“'), Some('”'))
            | (Some('‘'), Some('’'))
            | (Some('"'), Some('"'))
            | (Some('\''), Some('\''))
            | (Some('«'), Some('»'))
    );
    out.when(!pair, Fact::MarksDiffer);
    out.when(reading.paragraph[start] != reading.paragraph[end - 1], Fact::OverParagraphs);
}

fn around(reading: &Reading, left: isize, right: isize, out: &mut impl Sink) {
    let left = left.max(0) as usize;
    let right = (right.max(0) as usize).min(reading.len());
    let sentence_start = |i: usize| i > 0 && reading.sentence[i] != reading.sentence[i - 1];
    let mut cue_before = false;
    for i in (left.saturating_sub(CUE_REACH)..left).rev() {
        cue_before |= reading.is(i, Class::Reporting);
        if sentence_start(i) || reading.tokens[i].gap == Gap::Blank {
            break;
        }
    }
    let mut cue_after = false;
    for i in right..(right + CUE_REACH).min(reading.len()) {
        if reading.tokens[i].gap == Gap::Blank || i > right && sentence_start(i) {
            break;
        }
        cue_after |= reading.is(i, Class::Reporting);
    }
    out.when(cue_before, Fact::CueBefore);
    out.when(cue_after, Fact::CueAfter);
    out.when(cue_before || cue_after, Fact::CueSentence);
    out.when(left > 0 && reading.is(left - 1, Class::Colon), Fact::ColonBefore);
    out.when(left > 0 && matches!(reading.cut(left - 1, left), "that" | "as"), Fact::ThatBefore);
    out.when(
        left > 0
            && reading.classes[left - 1].any(&[Class::The, Class::Article, Class::Determiner, Class::Owner]),
        Fact::ArticleBefore,
    );
    let dash = (right..(right + 2).min(reading.len())).any(|i| reading.is(i, Class::Dash));
    out.when(dash, Fact::DashAfter);
    let title_before = (left.saturating_sub(3)..left).any(|i| reading.is(i, Class::TitleWord));
    let title_after = (right..(right + 3).min(reading.len())).any(|i| reading.is(i, Class::TitleWord));
    out.when(title_before, Fact::TitleWordBefore);
    out.when(title_after, Fact::TitleWordAfter);
    let alone = (left == 0 || reading.tokens[left].gap == Gap::Blank)
        && reading.tokens.get(right).is_none_or(|t| t.gap >= Gap::Line);
    out.when(alone, Fact::WholeParagraph);
    let other = |i: usize| reading.tokens.get(i).is_some_and(|t| family(t.mark).is_some());
    out.when(
        (left.saturating_sub(16)..left).any(other) || (right + 1..right + 16).any(other),
        Fact::OtherQuoteNear,
    );
}
