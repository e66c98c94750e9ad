//! Which people stand beside a role: `mayor Ilse Thorn`, `Ilse Thorn, the mayor`, `Mayor: Ilse Thorn`.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::Gap;
use std::ops::Range;

/// How a person mention stands beside a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    DirectlyAfter,
    AfterComma,
    AfterMark,
    BeforeComma,
    BeforeBracket,
    BeforeMark,
    BeforeIs,
    DirectlyBefore,
}

/// The people beside a role by their number, in no order. `people` are in text order, and none overlaps another.
pub(super) fn beside(r: &Reading, role: &Range<usize>, people: &[Range<usize>]) -> Vec<(usize, Beside)> {
    let mut out = Vec::new();
    after(r, role, people, &mut out);
    before(r, role, people, &mut out);
    out
}

fn after(r: &Reading, role: &Range<usize>, people: &[Range<usize>], out: &mut Vec<(usize, Beside)>) {
    let mut at = role.end;
    // an acronym in brackets or a country may stand between
    if r.is(at, Class::Opening) && r.is(at + 2, Class::Closing) {
        at += 3;
    }
    let mark = r.classes_at(at as isize);
    let how = match () {
        () if mark.has(Class::Comma) => Beside::AfterComma,
        () if mark.any(&[Class::Colon, Class::Dash, Class::Opening]) => Beside::AfterMark,
        () => Beside::DirectlyAfter,
    };
    let from = if how == Beside::DirectlyAfter { at } else { at + 1 };
    let mut to = from;
    let titles = &[Class::Honorific, Class::Rank, Class::Academic, Class::Religious, Class::The];
    while r.classes.get(to).is_some_and(|c| c.any(titles)) {
        to += 1;
    }
    let first = people.partition_point(|p| p.start < from);
    let there = people[first..].iter().take_while(|p| p.start <= to);
    out.extend(there.enumerate().map(|(n, _)| (first + n, how)));
}

fn before(r: &Reading, role: &Range<usize>, people: &[Range<usize>], out: &mut Vec<(usize, Beside)>) {
    let mut at = role.start;
    while at > 0 && r.classes[at - 1].any(&[Class::The, Class::Article, Class::Owner, Class::Honorific]) {
        at -= 1;
    }
    let mark = r.classes_at(at as isize - 1);
    let how = |end: usize| match () {
        () if end >= at && r.tokens[role.start].gap >= Gap::Line => Some(Beside::BeforeMark),
        () if end >= at => Some(Beside::DirectlyBefore),
        () if end + 1 == at && mark.has(Class::Comma) => Some(Beside::BeforeComma),
        () if end + 1 == at && mark.has(Class::Opening) => Some(Beside::BeforeBracket),
        () if end + 1 == at && mark.any(&[Class::Dash, Class::Colon, Class::Semicolon]) => {
            Some(Beside::BeforeMark)
        }
        () if end + 1 == at && mark.any(&[Class::As, Class::Auxiliary]) => Some(Beside::BeforeIs),
        () if end + 1 == at => None,
        // `Ilse Thorn, who is the mayor`, `Ilse Thorn, 46, mayor`
        () => mark.any(&[Class::Auxiliary, Class::As, Class::Comma]).then_some(Beside::BeforeIs),
    };
    let last = people.partition_point(|p| p.end <= role.start);
    let there = people[..last].iter().rev().take_while(|p| p.end + 3 >= at);
    out.extend(there.enumerate().filter_map(|(n, p)| Some((last - 1 - n, how(p.end)?))));
}
