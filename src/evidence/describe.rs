//! What there is to say of a candidate from its own item: the classes at its edges and inside, its length, its
//! place, what the lists know of it. The same for every type; what only some types ask is in `describe_*`.

use super::facts::Fact;
use super::layout;
use crate::gazetteer::{Class, List, Variant};
use crate::reading::{Classes, ROLE_HEADS, Reading};
use crate::rules::{Candidate, organisation};
use crate::token::{Gap, Shape};

/// Collects evidence as indices into a weight array.
pub struct Evidence<'a> {
    /// The indices, in no order; one may stand twice (an inner class of two tokens).
    pub ids: &'a mut Vec<u32>,
    /// Whether classes at places are wanted: a scorer may have their sums already, see `PlaceSums`.
    pub with_places: bool,
    /// Whether the describer gave its own places in any case.
    pub own_places: bool,
}

impl<'a> Evidence<'a> {
    /// Collects everything.
    pub fn whole(ids: &'a mut Vec<u32>) -> Self {
        Evidence { ids, with_places: true, own_places: false }
    }
}

impl Evidence<'_> {
    /// Adds a fact.
    #[inline]
    pub fn fact(&mut self, fact: Fact) {
        self.ids.push(layout::fact(fact));
    }

    /// Adds a fact if it holds.
    #[inline]
    pub fn when(&mut self, holds: bool, fact: Fact) {
        if holds {
            self.fact(fact);
        }
    }

    /// Main classes seen together, in the order of `layout::PAIRS`.
    pub(super) fn pairs(&mut self, pairs: &[(Classes, Classes)]) {
        for (i, (a, b)) in pairs.iter().enumerate() {
            self.ids.push(layout::pair(i, a.main(), b.main()));
        }
    }

    /// The rules that see something in the candidate.
    pub(super) fn votes(&mut self, candidate: &Candidate) {
        let mut votes = candidate.rules;
        while votes != 0 {
            self.ids.push(layout::rule(votes.trailing_zeros() as usize));
            votes &= votes - 1;
        }
    }

    /// The length, in words.
    pub(super) fn length(&mut self, words: usize) {
        self.fact(match words {
            0 | 1 => Fact::Words1,
            2 => Fact::Words2,
            3 => Fact::Words3,
            4 => Fact::Words4,
            5 => Fact::Words5,
            6 => Fact::Words6,
            7 | 8 => Fact::Words8,
            9..=12 => Fact::Words12,
            _ => Fact::WordsMore,
        });
    }

    pub(super) fn places(&mut self, place: usize, classes: Classes) {
        for class in classes.iter() {
            self.ids.push(layout::place(place, class));
        }
    }
}

/// The evidence that every type uses.
pub fn common(reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let at = |i: isize| reading.classes_at(i);
    let (s, e) = (start as isize, end as isize);
    let (before2, before, first) = (at(s - 2), at(s - 1), at(s));
    let (last, after, after2) = (at(e - 1), at(e), at(e + 1));
    if out.with_places {
        for (place, classes) in [(0, before2), (1, before), (2, first), (4, last), (5, after), (6, after2)] {
            out.places(place, classes);
        }
        for i in start + 1..end.saturating_sub(1) {
            out.places(3, reading.classes[i]);
        }
    }
    let pairs =
        [(before2, before), (before, first), (first, last), (last, after), (before, after), (after, after2)];
    out.pairs(&pairs);
    for i in start..end - 1 {
        out.ids.push(layout::pair(6, reading.classes[i].main(), reading.classes[i + 1].main()));
    }
    out.votes(candidate);
    form(reading, start, end, out);
    surroundings(reading, start, end, out);
    lists(reading, start, end, out);
}

/// Length and what the stretch holds.
fn form(reading: &Reading, start: usize, end: usize, out: &mut Evidence) {
    out.fact(Fact::Any);
    let tokens = &reading.tokens[start..end];
    let words = tokens.iter().filter(|t| t.is_word()).count();
    out.length(words);
    let inner =
        reading.classes[start + 1..end].iter().fold(Classes::default(), |all, c| Classes(all.0 | c.0));
    let all = Classes(inner.0 | reading.classes[start].0);
    out.when(tokens[1..].iter().any(|t| t.gap >= Gap::Line), Fact::LineInside);
    out.when(inner.has(Class::Opening), Fact::Brackets);
    out.when(inner.has(Class::Comma), Fact::CommaInside);
    out.when(inner.has(Class::And), Fact::AndInside);
    out.when(inner.has(Class::Possessive), Fact::PossessiveInside);
    out.when(all.has(Class::GivenName) && all.has(Class::FamilyName), Fact::NameInside);
}

/// What stands around it and where it stands.
fn surroundings(reading: &Reading, start: usize, end: usize, out: &mut Evidence) {
    let tokens = &reading.tokens;
    let before = start.checked_sub(1).map(|i| &tokens[i]);
    let after = tokens.get(end);
    let glued_after = after.is_some_and(|t| t.gap == Gap::Glued);
    out.when(
        start > 0 && tokens[start].gap == Gap::Glued && reading.is(start - 1, Class::Hyphen),
        Fact::HyphenBefore,
    );
    out.when(glued_after && reading.is(end, Class::Hyphen), Fact::HyphenAfter);
    out.when(tokens[start].gap >= Gap::Line, Fact::LineBefore);
    out.when(after.is_none_or(|t| t.gap >= Gap::Line), Fact::LineAfter);
    out.when(start == 0 || reading.sentence[start] != reading.sentence[start - 1], Fact::SentenceStart);
    out.when(end <= reading.body, Fact::InTitle);
    let upper = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Upper);
    out.when(
        tokens[start..end].iter().all(|t| !t.is_word() || matches!(t.shape, Shape::Upper | Shape::Initial))
            && (start > 0 && upper(start - 1) || start > 1 && upper(start - 2))
            && (upper(end) || upper(end + 1) || end >= reading.len() || end == reading.body),
        Fact::CapitalsAround,
    );
    let capital_before = before.is_some_and(|t| t.is_capitalised() && tokens[start].gap <= Gap::Line);
    let capital_after = after.is_some_and(|t| t.is_capitalised() && t.gap <= Gap::Line);
    out.when(capital_before, Fact::CapitalBefore);
    out.when(capital_after, Fact::CapitalAfter);
    out.when(!capital_before && !capital_after, Fact::WholeRun);
    let link = |at: usize| {
        reading.classes_at(at as isize).any(&[
            Class::Of,
            Class::For,
            Class::And,
            Class::Ampersand,
            Class::The,
            Class::On,
        ])
    };
    let linked_after = link(end)
        && (tokens.get(end + 1).is_some_and(|t| t.is_capitalised())
            || link(end + 1) && tokens.get(end + 2).is_some_and(|t| t.is_capitalised()));
    out.when(linked_after, Fact::LinkedCapitalAfter);
    out.when(start > 1 && link(start - 1) && tokens[start - 2].is_capitalised(), Fact::LinkedCapitalBefore);
    out.when(
        start > 0 && reading.is(start - 1, Class::Quotation) && reading.is(end, Class::Quotation),
        Fact::Quoted,
    );
    out.when(
        start > 0 && reading.is(start - 1, Class::Opening) && reading.is(end, Class::Closing),
        Fact::Bracketed,
    );
    out.when(
        reading.credits && (start.saturating_sub(5)..start).any(|i| tokens[i].mark == '©'),
        Fact::Credit,
    );
    let near = reading.reporting_in(start.saturating_sub(4), start) || reading.reporting_in(end, end + 5);
    out.when(near, Fact::ReportingNear);
    out.when(reading.is(end, Class::Possessive), Fact::PossessiveAfter);
    let mut back = start;
    while back > 0 && reading.classes[back - 1].any(&[Class::Honorific, Class::Comma]) {
        back -= 1;
    }
    out.when(back > 0 && reading.role_reach[back - 1] > 0, Fact::RoleReachBefore);
    out.when(reading.role_reach[start] > 0, Fact::RoleReachFirst);
    out.when((start..end).any(|i| reading.role_reach[i] == 1), Fact::RoleHeadInside);
}

/// What the lists say of the stretch as a whole.
fn lists(reading: &Reading, start: usize, end: usize, out: &mut Evidence) {
    let (start32, end32) = (start as u32, end as u32);
    let mut within = false;
    for i in start..end {
        for hit in reading.hits_at(i) {
            let first = i == start;
            let exact = first && hit.end == end32;
            match hit.list {
                List::Organisations if exact => out.fact(Fact::KnownExact),
                List::Organisations => within |= hit.end <= end32,
                List::OrganisationAmbiguous if exact => out.fact(Fact::KnownAmbiguous),
                List::CountryForms if exact => out.fact(Fact::CountryExact),
                List::CountryForms if first && hit.end <= end32 => out.fact(Fact::CountryStart),
                List::CountryForms if hit.end == end32 => out.fact(Fact::CountryEnd),
                List::Ambiguous if exact => out.fact(Fact::CountryAmbiguous),
                List::Places if exact => out.fact(Fact::PlaceExact),
                List::Places if hit.end == end32 => out.fact(Fact::PlaceEnd),
                List::Languages if exact => out.fact(Fact::LanguageExact),
                _ => {}
            }
        }
    }
    out.when(within, Fact::KnownWithin);
    let mut inside = false;
    let mut crossed = false;
    for at in [start, end - 1] {
        if let Some(hit) = reading.known_at(at) {
            let covers = hit.start <= start32 && hit.end >= end32;
            inside |= covers && hit.len() > end - start;
            crossed |= !covers && (hit.start < start32 || hit.end > end32);
        }
    }
    out.when(inside, Fact::KnownInside);
    out.when(crossed, Fact::KnownCrossed);
    if let Some(hit) = reading.place_at(start) {
        let covers = hit.start <= start32 && hit.end >= end32;
        out.when(covers && hit.len() > end - start, Fact::PlaceInside);
        out.when(!covers && hit.end > start32 && hit.start < start32, Fact::PlaceCrossed);
    }
    if let Some(hit) = reading.exception_at(start) {
        out.when(hit.start <= start32 && hit.end >= end32 && hit.len() > end - start, Fact::CountryException);
    }
}

/// The stretch's form together with the main classes around it.
fn form_pairs(reading: &Reading, start: usize, end: usize, form: &str, out: &mut Evidence) {
    let form = layout::FORMS.iter().position(|f| *f == form).unwrap_or(0);
    let at = |i: isize| reading.classes_at(i).main();
    let (s, e) = (start as isize, end as isize);
    for (n, class) in [at(s - 1), at(e), at(s - 2), at(e + 1)].into_iter().enumerate() {
        out.ids.push(layout::form_pair(layout::FIRST_FORM_PAIR + n, form, class));
    }
}

/// The pattern of a name's words and how many of them the name lists know.
pub fn person(reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    let mut symbols = [0u8; layout::PATTERN];
    let mut count = 0;
    for i in candidate.tokens() {
        if count < layout::PATTERN && reading.tokens[i].is_word() {
            symbols[count] = symbol(reading, i);
            count += 1;
        }
    }
    out.ids.push(layout::pattern(&symbols[..count]));
    let end = candidate.end as usize;
    let known = |s: &u8| matches!(s, 1..=3);
    let form = match &symbols[..count] {
        [1] => "one-given",
        [2 | 3] => "one-family",
        [4 | 6] => "one-unknown",
        [_] | [] => "one-ordinary",
        s if s.contains(&8) || s.contains(&5) => "full-ordinary",
        s if s.iter().all(known) => "full-known",
        s if s.iter().any(known) => "full-half-known",
        _ => "full-unknown",
    };
    form_pairs(reading, candidate.start as usize, end, form, out);
    let event = |c: Classes| {
        c.any(&[Class::Event, Class::Document, Class::Award, Class::PlaceWord, Class::Product])
            || c.any(organisation::HEADS)
    };
    out.when(event(reading.classes_at(end as isize)) && reading.tokens[end].is_capitalised(), Fact::EventEnd);
    office_after(reading, end, out);
}

fn office_after(reading: &Reading, end: usize, out: &mut Evidence) {
    if reading.classes_at(end as isize).any(&[Class::Comma, Class::Opening, Class::Dash]) {
        let head = (end + 1..(end + 7).min(reading.len())).find(|i| reading.role_reach[*i] == 1);
        let clear = head.is_some_and(|h| {
            !(end + 1..h).any(|i| reading.classes[i].any(&[Class::Comma, Class::Auxiliary, Class::Period]))
        });
        out.when(clear, Fact::RoleHeadAfter);
    }
}

/// Given, family, both, unknown, ordinary word, initial, particle, other: what a word is in a name.
fn symbol(reading: &Reading, at: usize) -> u8 {
    let classes = reading.classes[at];
    let token = &reading.tokens[at];
    if token.shape == Shape::Initial {
        return 6;
    }
    if classes.has(Class::Particle) && token.shape == Shape::Lower {
        return 7;
    }
    let word = reading.lookup.words[at];
    let common = word.rank > 0 && word.rank <= 13;
    let other = classes.any(organisation::HEADS)
        || classes.any(ROLE_HEADS)
        || classes.any(&[
            Class::CountryName,
            Class::CountryAdjective,
            Class::City,
            Class::Region,
            Class::Event,
            Class::Document,
            Class::Month,
        ]);
    let (given, family) = (word.given, word.family);
    match () {
        () if given >= 4 && given > family + 2 && !other => 1,
        () if family >= 4 && family > given + 2 && !other && !common => 2,
        () if other => 8,
        () if common && given < 5 => 5,
        () if given > 0 && family > 0 => 3,
        () if given > 0 => 1,
        () if family > 0 => 2,
        () if word.rank > 0 => 5,
        () => 4,
    }
}

/// Head words, acronyms and brackets.
pub fn organisation(reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let first = reading.classes[start].any(organisation::HEADS);
    let last = reading.classes[end - 1].any(organisation::HEADS);
    out.when(first, Fact::HeadFirst);
    out.when(last, Fact::HeadLast);
    out.when(!candidate.tokens().any(|i| reading.classes[i].any(organisation::HEADS)), Fact::HeadNone);
    out.when(
        reading.classes[end - 1].any(&[
            Class::Event,
            Class::Document,
            Class::Award,
            Class::PlaceWord,
            Class::Product,
        ]),
        Fact::EventEnd,
    );
    if end - start == 1 && matches!(reading.tokens[start].shape, Shape::Upper | Shape::Mixed) {
        out.fact(Fact::AcronymShape);
        out.when(acronym_of(reading, start).is_some(), Fact::AcronymOfBefore);
    }
    out.when(
        reading.is(end, Class::Opening)
            && reading.tokens.get(end + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed))
            && reading.is(end + 2, Class::Closing),
        Fact::AcronymAfter,
    );
    country_follows(reading, end, out);
    form_pairs(reading, start, end, organisation_form(reading, start, end), out);
    complement(reading, start, end, out);
    chain(reading, start, end, out);
    out.when(chained(reading, start), Fact::ChainBefore);
    out.when(start > 0 && reading.is(start - 1, Class::OrganisationNoun), Fact::NounBefore);
}

fn organisation_form(reading: &Reading, start: usize, end: usize) -> &'static str {
    let known =
        reading.hits_at(start).iter().find(|h| h.list == List::Organisations && h.end as usize == end);
    let head = |i: usize| reading.classes[i].any(organisation::HEADS);
    let linked = (start..end).any(|i| {
        reading.classes[i].any(&[
            Class::Of,
            Class::For,
            Class::And,
            Class::Ampersand,
            Class::On,
            Class::To,
            Class::In,
        ])
    });
    match known {
        Some(hit) if hit.variant == Variant::Acronym => "known-acronym",
        Some(_) => "known-name",
        None if end - start == 1 && matches!(reading.tokens[start].shape, Shape::Upper | Shape::Mixed) => {
            "acronym"
        }
        None if reading.is(end - 1, Class::CompanySuffix) => "company",
        None if reading.tokens[end - 1].shape == Shape::Lower => "lower-head",
        None if head(end - 1) => "head-last",
        None if head(start) => "head-first",
        None if (start..end).any(head) => "head-inside",
        None if end - start == 1 => "one-word",
        None if linked => "linked-run",
        None if end - start == 2 => "two-words",
        None => "long-run",
    }
}

/// A unit with its body: `Department of Wells of the Ports Authority`, `Coast Guard at the Ministry`; or the body alone
/// behind a unit that would take it along.
fn chain(reading: &Reading, start: usize, end: usize, out: &mut Evidence) {
    let head = |i: usize| reading.classes[i].any(organisation::HEADS);
    let body = |i: usize| {
        let next = if reading.is(i + 1, Class::The) { i + 2 } else { i + 1 };
        next < end && (reading.known_at(next).is_some() || (next..end).any(head))
    };
    let Some(first) = (start..end).find(|i| head(*i)) else { return };
    let links = first + 1..end;
    out.when(links.clone().any(|i| reading.is(i, Class::Of) && body(i)), Fact::ChainOf);
    out.when(
        links.clone().any(|i| reading.classes[i].any(&[Class::At, Class::In]) && body(i)),
        Fact::ChainAt,
    );
}

/// Whether a unit stands before `of` or `of the` at the stretch's left.
fn chained(reading: &Reading, start: usize) -> bool {
    let mut at = start;
    if at > 0 && reading.is(at - 1, Class::The) {
        at -= 1;
    }
    if at < 2 || !reading.is(at - 1, Class::Of) {
        return false;
    }
    // back over the unit's own words to its head
    (at.saturating_sub(9)..at - 1)
        .rev()
        .take_while(|i| {
            let c = reading.classes[*i];
            reading.tokens[*i].is_capitalised()
                || c.any(&[Class::Of, Class::For, Class::And, Class::Comma, Class::The, Class::On])
        })
        .any(|i| reading.tokens[i].is_capitalised() && reading.classes[i].any(organisation::HEADS))
}

/// What a long name does behind its head word: a second part behind `and`, a list, a parent.
fn complement(reading: &Reading, start: usize, end: usize, out: &mut Evidence) {
    let Some(head) = (start..end).find(|i| reading.classes[*i].any(organisation::HEADS)) else { return };
    let opens = reading.classes_at(head as isize + 1).any(&[Class::Of, Class::For, Class::On]);
    let and = |i: usize| reading.classes[i].any(&[Class::And, Class::Ampersand]);
    out.when(opens && (head + 1..end).any(and), Fact::AndInComplement);
    out.when((start..head).any(and), Fact::AndBeforeHead);
    out.when((start..head).any(|i| reading.is(i, Class::Comma)), Fact::CommaBeforeHead);
    out.when((head + 1..end).any(|i| reading.is(i, Class::Comma)), Fact::CommaInComplement);
    let second = (head + 1..end).any(|i| reading.classes[i].any(organisation::HEADS));
    out.when(second && (head + 1..end).any(and), Fact::AndThenHead);
    out.when(
        opens
            && reading.classes_at(end as isize).any(&[Class::And, Class::Ampersand])
            && reading.tokens.get(end + 1).is_some_and(|t| t.is_capitalised()),
        Fact::ComplementGoesOn,
    );
}

fn country_follows(reading: &Reading, end: usize, out: &mut Evidence) {
    let mut at = end;
    if reading.classes_at(at as isize).any(&[Class::Of, Class::In]) {
        at += 1;
        if reading.is(at, Class::The) {
            at += 1;
        }
        out.when(at < reading.len() && reading.hit(at, List::CountryForms).is_some(), Fact::CountryMore);
    }
}

/// Where the bracket `(ACR)` at token `at` follows a name whose initials make the acronym: the name's first token.
pub fn acronym_of(reading: &Reading, at: usize) -> Option<usize> {
    if at < 2 || !reading.is(at - 1, Class::Opening) {
        return None;
    }
    let acronym: Vec<char> =
        reading.cut(at, at + 1).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut left = acronym.len();
    let mut i = at - 1;
    while i > 0 && left > 0 && at - i < 24 {
        i -= 1;
        if reading.tokens[i + 1].gap == Gap::Blank
            || reading.classes[i].any(&[Class::Period, Class::Semicolon])
                && reading.tokens[i].end - reading.tokens[i].start == 1
                && reading.tokens[i].shape == Shape::Mark
        {
            return None;
        }
        if !reading.tokens[i].is_word() {
            continue;
        }
        let letter = reading.cut(i, i + 1).chars().next().into_iter().flat_map(char::to_lowercase).next();
        if letter == acronym.get(left - 1).copied() {
            left -= 1;
            if left == 0 && reading.tokens[i].is_capitalised() {
                return Some(i);
            }
        } else if reading.tokens[i].is_capitalised() && left == acronym.len() {
            return None;
        }
    }
    None
}

/// Heads, modifiers and what the complement does at the end.
pub fn role(reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let heads = candidate.tokens().filter(|i| reading.role_reach[*i] == 1).count();
    out.when(heads > 1, Fact::SeveralRoleHeads);
    out.when(reading.role_reach[start] == 1, Fact::RoleHeadFirst);
    out.when(reading.role_reach[end - 1] == 1, Fact::RoleHeadLast);
    let lower = candidate
        .tokens()
        .find(|i| reading.classes[*i].any(ROLE_HEADS))
        .is_some_and(|i| reading.tokens[i].shape == Shape::Lower);
    out.when(lower, Fact::RoleHeadLower);
    out.when(end < reading.len() && reading.role_reach[end] > 1, Fact::ComplementCut);
    out.when(
        start > 0
            && reading.classes[start - 1].any(&[
                Class::ModifierTime,
                Class::ModifierRank,
                Class::ModifierField,
            ]),
        Fact::ModifierBefore,
    );
    out.when(
        start > 0
            && reading.classes[start - 1].any(&[
                Class::Organisation,
                Class::OrganisationAcronym,
                Class::CountryAdjective,
            ]),
        Fact::OrganisationBefore,
    );
    country_follows(reading, end, out);
    let place = |h: &crate::gazetteer::Hit| {
        matches!(h.list, List::CountryForms | List::Places | List::PlaceExceptions) && h.len() > 1
    };
    out.when(
        candidate.tokens().any(|i| {
            reading.role_reach[i] == 1
                && reading
                    .hits_at(i.saturating_sub(1))
                    .iter()
                    .chain(reading.hits_at(i))
                    .any(|h| place(h) && (h.start as usize..h.end as usize).contains(&i))
        }),
        Fact::HeadInPlace,
    );
    form_pairs(reading, start, end, role_form(reading, start, end), out);
}

fn role_form(reading: &Reading, start: usize, end: usize) -> &'static str {
    let head =
        (start..end).find(|i| reading.classes[*i].any(ROLE_HEADS) || reading.is(*i, Class::RoleProfession));
    let Some(head) = head else { return "other" };
    let last = (head..end)
        .take_while(|i| reading.classes[*i].any(ROLE_HEADS) || !reading.tokens[*i].is_word())
        .last()
        .unwrap_or(head);
    let classes = reading.classes[head];
    let complement = last + 1 < end;
    let lower = reading.tokens[head].shape == Shape::Lower;
    match (start < head, complement) {
        (true, true) => "premodified-complement",
        (true, false) => "premodified",
        (false, true) if classes.has(Class::RoleOffice) => "office-complement",
        (false, true) if classes.has(Class::RoleFunction) => "function-complement",
        (false, true) => "other-complement",
        _ if lower => "lower-head",
        _ if classes.any(&[Class::Rank, Class::Noble]) => "bare-rank",
        _ if classes.has(Class::RoleOffice) => "bare-office",
        _ if classes.has(Class::RoleFunction) => "bare-function",
        _ => "bare-profession",
    }
}

/// What decides whether a country word is a country.
pub fn country(reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    let end = candidate.end as usize;
    let c = reading.classes_at(end as isize);
    out.when(c.any(&[Class::Event, Class::Document, Class::PlaceWord, Class::Water]), Fact::EventEnd);
}
