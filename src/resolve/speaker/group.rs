//! Names that stand together and mean one, and whether they may be the subject of a sentence.

use super::{Candidate, Voice};
use crate::gazetteer::Class;
use crate::reading::{Classes, ROLE_HEADS, Reading};
use crate::token::Shape;
use std::ops::Range;

/// Candidates that stand together and mean one: `the mayor of Ulmery, Ilse Thorn (NGO)`.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// From the first token of the first to the last of the last.
    pub tokens: Range<usize>,
    /// Whether neither a preposition, a verb nor a possessive makes it something else than a subject, and no quote
    /// has it.
    pub bare: bool,
    /// Whether it is the first bare one of its sentence.
    pub opens: bool,
    /// Whether a person is in it.
    pub person: bool,
}

/// The groups of a scene in text order, and for each candidate the number of its group.
pub(super) fn groups(
    r: &Reading,
    candidates: &[Candidate],
    quoted: impl Fn(usize) -> bool,
) -> (Vec<Group>, Vec<usize>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut of: Vec<usize> = Vec::with_capacity(candidates.len());
    for (number, candidate) in candidates.iter().enumerate() {
        let c = &candidate.tokens;
        let person = matches!(candidate.voice, Voice::Person(_));
        let before = number.checked_sub(1).map(|n| &candidates[n]);
        if before.is_some_and(|before| stand_together(r, before, candidate, groups[of[number - 1]].person)) {
            let group: &mut Group = &mut groups[of[number - 1]];
            group.tokens.end = group.tokens.end.max(c.end);
            group.person |= person;
        } else {
            let joined = groups.last().filter(|g| is_joined(r, g.tokens.end, c.start));
            groups.push(Group {
                tokens: c.clone(),
                bare: !quoted(number) && joined.map_or_else(|| may_be_subject(r, c), |g| g.bare),
                opens: false,
                person,
            });
        }
        of.push(groups.len() - 1);
    }
    let mut last = None;
    for group in &mut groups {
        group.bare &= !r.is(group.tokens.end, Class::Possessive);
        if group.bare && last != Some(r.sentence[group.tokens.start]) {
            group.opens = true;
            last = Some(r.sentence[group.tokens.start]);
        }
    }
    (groups, of)
}

/// Whether two candidates in a row mean one. `known` says that the first ones hold a person already.
fn stand_together(r: &Reading, a: &Candidate, b: &Candidate, known: bool) -> bool {
    if b.tokens.start < a.tokens.end {
        return true;
    }
    let between = a.tokens.end..b.tokens.start;
    if between.len() > 6 || r.sentence[a.tokens.start] != r.sentence[b.tokens.start] {
        return false;
    }
    let person = |c: &Candidate| matches!(c.voice, Voice::Person(_));
    let body = |c: &Candidate| matches!(c.voice, Voice::Organisation(_));
    let several = matches!(a.voice, Voice::Noun) && r.is(a.tokens.end - 1, Class::Plural);
    if known && person(b) || several || body(a) && person(b) && !between.is_empty() {
        return false;
    }
    let marks = TITLES.with(Classes::of(&[Class::Comma, Class::Opening, Class::Closing]));
    let belongs = &[Class::Of, Class::At, Class::From, Class::For, Class::In, Class::With];
    let whose = |i: usize| r.is(i, Class::Owner) && r.cut(i, i + 1) == "whose";
    between.clone().all(|i| r.classes[i].any(marks) && !whose(i) || body(b) && r.classes[i].any(belongs))
}

/// Whether what stands before a name leaves it a subject.
fn may_be_subject(r: &Reading, name: &Range<usize>) -> bool {
    let titles = &[Class::Honorific, Class::Rank, Class::Academic, Class::Religious];
    let articles = &[Class::The, Class::Article, Class::Determiner, Class::Owner];
    let mut at = name.start;
    let back = |at: usize| at.checked_sub(1).filter(|b| r.sentence[*b] == r.sentence[name.start]);
    while back(at).is_some_and(|b| r.classes[b].any(titles)) {
        at -= 1;
    }
    // `by the journalist Ilse Thorn`
    let noun = |b: usize| {
        r.tokens[b].shape == Shape::Lower && (r.classes[b].any(ROLE_HEADS) || r.is(b, Class::SpeakerNoun))
    };
    if at == name.start && back(at).is_some_and(noun) {
        at -= 1;
    }
    while back(at).is_some_and(|b| {
        r.classes[b].any(&[Class::ModifierTime, Class::ModifierRank]) || r.cut(b, b + 1) == "late"
    }) {
        at -= 1;
    }
    if back(at).is_some_and(|b| r.classes[b].any(articles)) {
        at -= 1;
    }
    let Some(before) = back(at) else { return true };
    !r.classes[before].any(PREPOSITIONS)
        && !r.is(before, Class::Reporting)
        && !r.cut(before, before + 1).ends_with("ed")
}

/// What may stand before a name and belongs with it.
const TITLES: Classes = Classes::of(&[
    Class::The,
    Class::Article,
    Class::Owner,
    Class::Honorific,
    Class::Rank,
    Class::Academic,
    Class::Religious,
]);

const PREPOSITIONS: Classes = Classes::of(&[
    Class::Of,
    Class::For,
    Class::To,
    Class::With,
    Class::In,
    Class::At,
    Class::On,
    Class::From,
    Class::By,
    Class::Preposition,
]);

/// Whether `and` joins a name to one that ends before it.
fn is_joined(r: &Reading, end: usize, start: usize) -> bool {
    start >= end
        && start - end <= 4
        && (end..start).any(|i| r.is(i, Class::And))
        && (end..start).all(|i| {
            r.classes[i].any(&[
                Class::And,
                Class::The,
                Class::Honorific,
                Class::Rank,
                Class::Academic,
                Class::Religious,
                Class::Opening,
                Class::Closing,
            ])
        })
}

/// Whether a name has the words in which a quote is given: `in the words of Ilse Thorn`, `was the answer of Ilse Thorn`,
/// `Ilse Thorn’s advice`.
pub(super) fn has_words(r: &Reading, name: &Range<usize>) -> bool {
    const WORDS: &[&str] = &[
        "words",
        "word",
        "opinion",
        "view",
        "eyes",
        "judgement",
        "judgment",
        "assessment",
        "verdict",
        "answer",
        "reply",
        "response",
        "comment",
        "advice",
        "message",
        "phrase",
        "motto",
        "remark",
        "conclusion",
    ];
    let is = |at: usize| r.tokens.get(at).is_some_and(|t| t.is_word()) && WORDS.contains(&r.cut(at, at + 1));
    if r.is(name.end, Class::Possessive) {
        return (name.end + 1..name.end + 4).any(is);
    }
    let mut at = name.start;
    while at > 0 && name.start - at < 4 && r.classes[at - 1].any(TITLES) {
        at -= 1;
    }
    at > 1 && r.is(at - 1, Class::Of) && is(at - 2)
}
