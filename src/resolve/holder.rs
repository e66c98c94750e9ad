//! Roles to their holders: each pair of a role and a person of the item has clues (what stands between them, how
//! far they are, who else is nearer), weighed by a fitted table.

use super::link::{LinkModel, clues};
use crate::gazetteer::Class;
use crate::reading::Reading;
use std::ops::Range;

clues! {
    /// What a role and a person mention have to do with each other.
    Clue {
        Any = "any",
        NameDirectlyAfter = "name-directly-after",
        NameAfterComma = "name-after-comma",
        NameAfterMark = "name-after-colon-dash-or-bracket",
        NameBeforeComma = "name-before-comma",
        NameBeforeBracket = "name-before-bracket",
        NameBeforeMark = "name-before-dash-or-line",
        NameBeforeIs = "name-before-is-or-as",
        NameDirectlyBefore = "name-directly-before",
        After0 = "after-0", After2 = "after-1-2", After5 = "after-3-5", After10 = "after-6-10", After20 = "after-11-20", AfterFar = "after-far",
        Before0 = "before-0", Before2 = "before-1-2", Before5 = "before-3-5", Before10 = "before-6-10", Before20 = "before-11-20", BeforeFar = "before-far",
        SameSentence = "same-sentence",
        SameParagraph = "same-paragraph",
        OtherParagraph = "other-paragraph",
        PeopleBetween0 = "no-one-between",
        PeopleBetween1 = "one-between",
        PeopleBetween2 = "several-between",
        RolesBetween0 = "no-role-between",
        RolesBetween1 = "role-between",
        RolesBetween2 = "several-roles-between",
        PersonTaken = "person-beside-other-role",
        RoleTaken = "role-beside-other-person",
        PersonTakenAndRoleTaken = "both-beside-others",
        Free = "neither-beside-another",
        List = "only-names-between",
        PluralList = "plural-role-and-list",
        Plural = "plural-role",
        OnlyPerson = "only-person-of-sentence",
        OnlyPersonOfItem = "only-person-of-item",
        NearestAfter = "nearest-after",
        NearestBefore = "nearest-before",
        SameOffice = "office-stated-beside-person",
        PartOfOffice = "part-of-office-stated-beside-person",
        PointsBack = "office-points-back",
        OtherHoldsOffice = "office-of-another",
        PronounBefore = "pronoun-before-role",
        FullName = "full-name",
        InTitle = "role-in-title",
        ListPosition = "same-position-in-lists",
        RoleInRow = "role-of-a-row",
        ClauseBetween = "verb-between",
    }
}

/// An item's people and roles in tokens, as the clues need them.
pub struct Scene<'a> {
    /// The item.
    pub reading: &'a Reading<'a>,
    /// People mentions, in text order.
    pub people: &'a [Range<usize>],
    /// Entity of each person mention.
    pub entity: &'a [usize],
    /// Role mentions, in text order.
    pub roles: &'a [Range<usize>],
    /// Holder's entity of each role as far as it is known already.
    pub held: &'a [Option<usize>],
}

/// How a person mention stands beside a role.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    No,
    DirectlyAfter,
    AfterComma,
    AfterMark,
    BeforeComma,
    BeforeBracket,
    BeforeMark,
    BeforeIs,
    DirectlyBefore,
}

impl Scene<'_> {
    fn beside(&self, role: &Range<usize>, person: &Range<usize>) -> Beside {
        let r = self.reading;
        if person.start >= role.end {
            let mut at = role.end;
            // an acronym in brackets or a country may stand between
            if r.is(at, Class::Opening) && r.is(at + 2, Class::Closing) {
                at += 3;
            }
            let mark = r.classes_at(at as isize);
            let mut next = at;
            if mark.any(&[Class::Comma, Class::Colon, Class::Dash, Class::Opening]) {
                next += 1;
            }
            while next < person.start
                && (r.is(next, Class::Honorific)
                    || r.classes[next].any(&[Class::Rank, Class::Academic, Class::Religious, Class::The]))
            {
                next += 1;
            }
            if next != person.start {
                return Beside::No;
            }
            return match () {
                () if mark.has(Class::Comma) => Beside::AfterComma,
                () if mark.any(&[Class::Colon, Class::Dash, Class::Opening]) => Beside::AfterMark,
                () => Beside::DirectlyAfter,
            };
        }
        if person.end <= role.start {
            let mut at = role.start;
            while at > person.end
                && r.classes[at - 1].any(&[Class::The, Class::Article, Class::Owner, Class::Honorific])
            {
                at -= 1;
            }
            if at == person.end {
                return if r.tokens[role.start].gap >= crate::token::Gap::Line {
                    Beside::BeforeMark
                } else {
                    Beside::DirectlyBefore
                };
            }
            let mark = r.classes[at - 1];
            if at - 1 == person.end {
                return match () {
                    () if mark.has(Class::Comma) => Beside::BeforeComma,
                    () if mark.has(Class::Opening) => Beside::BeforeBracket,
                    () if mark.any(&[Class::Dash, Class::Colon, Class::Semicolon]) => Beside::BeforeMark,
                    () if mark.any(&[Class::As, Class::Auxiliary]) => Beside::BeforeIs,
                    () => Beside::No,
                };
            }
            // `Ilse Thorn, who is the mayor`, `Ilse Thorn, 46, mayor`
            if at - person.end <= 3 && mark.any(&[Class::Auxiliary, Class::As, Class::Comma]) {
                return Beside::BeforeIs;
            }
        }
        Beside::No
    }

    fn beside_anyone(&self, role: usize) -> bool {
        self.people.iter().any(|p| self.beside(&self.roles[role], p) != Beside::No)
    }

    fn office(&self, role: &Range<usize>) -> Vec<u64> {
        self.reading.tokens[role.clone()].iter().filter(|t| t.is_word()).map(|t| t.hash).collect()
    }

    /// The clues of a pair, as numbers.
    pub fn clues(&self, role_number: usize, person_number: usize, out: &mut Vec<u8>) {
        let role = &self.roles[role_number];
        let person = &self.people[person_number];
        let mut add = |clue: Clue| out.push(clue as u8);
        add(Clue::Any);
        let beside = self.beside(role, person);
        match beside {
            Beside::No => {}
            Beside::DirectlyAfter => add(Clue::NameDirectlyAfter),
            Beside::AfterComma => add(Clue::NameAfterComma),
            Beside::AfterMark => add(Clue::NameAfterMark),
            Beside::BeforeComma => add(Clue::NameBeforeComma),
            Beside::BeforeBracket => add(Clue::NameBeforeBracket),
            Beside::BeforeMark => add(Clue::NameBeforeMark),
            Beside::BeforeIs => add(Clue::NameBeforeIs),
            Beside::DirectlyBefore => add(Clue::NameDirectlyBefore),
        }
        let after = person.start >= role.end;
        let between = if after { role.end..person.start } else { person.end.min(role.start)..role.start };
        add(match (after, between.len()) {
            (true, 0) => Clue::After0,
            (true, 1..=2) => Clue::After2,
            (true, 3..=5) => Clue::After5,
            (true, 6..=10) => Clue::After10,
            (true, 11..=20) => Clue::After20,
            (true, _) => Clue::AfterFar,
            (false, 0) => Clue::Before0,
            (false, 1..=2) => Clue::Before2,
            (false, 3..=5) => Clue::Before5,
            (false, 6..=10) => Clue::Before10,
            (false, 11..=20) => Clue::Before20,
            (false, _) => Clue::BeforeFar,
        });
        let r = self.reading;
        let sentence = r.sentence[role.start] == r.sentence[person.start];
        let paragraph = r.paragraph[role.start] == r.paragraph[person.start];
        add(match (sentence, paragraph) {
            (true, _) => Clue::SameSentence,
            (_, true) => Clue::SameParagraph,
            _ => Clue::OtherParagraph,
        });
        let inside = |m: &&Range<usize>| m.start >= between.start && m.end <= between.end;
        let people = self.people.iter().filter(inside).count();
        let roles = self.roles.iter().filter(inside).count();
        add([Clue::PeopleBetween0, Clue::PeopleBetween1, Clue::PeopleBetween2][people.min(2)]);
        add([Clue::RolesBetween0, Clue::RolesBetween1, Clue::RolesBetween2][roles.min(2)]);
        let person_taken = self
            .roles
            .iter()
            .enumerate()
            .any(|(i, other)| i != role_number && self.beside(other, person) != Beside::No);
        let role_taken = self
            .people
            .iter()
            .enumerate()
            .any(|(i, other)| i != person_number && self.beside(role, other) != Beside::No);
        match (person_taken, role_taken) {
            (true, true) => add(Clue::PersonTakenAndRoleTaken),
            (true, false) => add(Clue::PersonTaken),
            (false, true) => add(Clue::RoleTaken),
            (false, false) => add(Clue::Free),
        }
        self.row(role, person, &between, out);
        self.page_clues(role_number, person_number, sentence, out);
    }

    /// Rows of names and plural offices.
    fn row(&self, role: &Range<usize>, person: &Range<usize>, between: &Range<usize>, out: &mut Vec<u8>) {
        let r = self.reading;
        let plural = role.clone().any(|i| r.is(i, Class::Plural) && r.role_reach[i] == 1);
        let filler = |i: usize| {
            r.classes[i].any(&[
                Class::Comma,
                Class::And,
                Class::Semicolon,
                Class::Ampersand,
                Class::Honorific,
                Class::Opening,
                Class::Closing,
                Class::Colon,
                Class::Dash,
                Class::Period,
            ]) && (r.tokens[i].mark != '.' || r.is(i, Class::Honorific))
        };
        let row = between.len() < 40
            && between.clone().all(|i| filler(i) || self.people.iter().any(|p| p.contains(&i)));
        let mut add = |clue: Clue| out.push(clue as u8);
        if row {
            add(Clue::List);
        }
        if plural {
            add(Clue::Plural);
        }
        if plural && row {
            add(Clue::PluralList);
        }
        if between.clone().any(|i| r.classes[i].any(&[Class::Auxiliary, Class::Reporting])) {
            add(Clue::ClauseBetween);
        }
        let _ = person;
    }

    fn page_clues(&self, role_number: usize, person_number: usize, sentence: bool, out: &mut Vec<u8>) {
        let r = self.reading;
        let role = &self.roles[role_number];
        let person = &self.people[person_number];
        let entity = self.entity[person_number];
        let mut add = |clue: Clue| out.push(clue as u8);
        let others = |same_sentence: bool| {
            self.people.iter().zip(self.entity).any(|(p, e)| {
                *e != entity && (!same_sentence || r.sentence[p.start] == r.sentence[role.start])
            })
        };
        if sentence && !others(true) {
            add(Clue::OnlyPerson);
        }
        if !others(false) {
            add(Clue::OnlyPersonOfItem);
        }
        let nearest_after = self.people.iter().position(|p| p.start >= role.end);
        let nearest_before = self.people.iter().rposition(|p| p.end <= role.start);
        if nearest_after == Some(person_number) {
            add(Clue::NearestAfter);
        }
        if nearest_before == Some(person_number) {
            add(Clue::NearestBefore);
        }
        // the same office elsewhere, stated beside this person or beside another
        let own = self.office(role);
        let free = (0..self.people.len()).all(|p| self.beside(role, &self.people[p]) == Beside::No);
        let mut other_holds = false;
        for (i, other) in self.roles.iter().enumerate().filter(|(i, _)| *i != role_number) {
            let words = self.office(other);
            let same = words == own;
            let part = own.iter().all(|w| words.contains(w)) || words.iter().all(|w| own.contains(w));
            if !same && !part {
                continue;
            }
            if self.held[i] == Some(entity) {
                add(if same { Clue::SameOffice } else { Clue::PartOfOffice });
                if free {
                    add(Clue::PointsBack);
                }
                other_holds = false;
                break;
            }
            other_holds |= self.held[i].is_some();
        }
        if other_holds && free {
            add(Clue::OtherHoldsOffice);
        }
        if person.len() > 1 {
            add(Clue::FullName);
        }
        if role.end <= r.body {
            add(Clue::InTitle);
        }
        let sentence_of_role = r.sentence[role.start];
        let from = r.sentence.partition_point(|s| *s < sentence_of_role);
        if (from..role.start).any(|i| r.is(i, Class::Pronoun)) {
            add(Clue::PronounBefore);
        }
    }
}

/// Holders of every role: entity numbers, best first, with the probability of the link.
///
/// Two passes: an office that stands alone points back to the holder that the first pass found for the same office
/// beside a name.
pub fn holders(
    reading: &Reading,
    people: &[Range<usize>],
    entity: &[usize],
    roles: &[Range<usize>],
    model: &LinkModel,
) -> Vec<Vec<(usize, f64)>> {
    let nobody = vec![None; roles.len()];
    let first = pass(&Scene { reading, people, entity, roles, held: &nobody }, model);
    let held: Vec<Option<usize>> = first.iter().map(|h| h.first().map(|(e, _)| *e)).collect();
    let known = Scene { reading, people, entity, roles, held: &held };
    let beside: Vec<Option<usize>> =
        held.iter().zip(0..).map(|(h, r)| h.filter(|_| known.beside_anyone(r))).collect();
    if beside.iter().all(Option::is_some) {
        return first;
    }
    let scene = Scene { reading, people, entity, roles, held: &beside };
    let second = pass(&scene, model);
    first
        .into_iter()
        .zip(second)
        .enumerate()
        .map(|(r, (f, s))| if beside[r].is_some() { f } else { s })
        .collect()
}

fn pass(scene: &Scene, model: &LinkModel) -> Vec<Vec<(usize, f64)>> {
    let mut clues = Vec::with_capacity(24);
    (0..scene.roles.len())
        .map(|role| {
            let mut best: Vec<(usize, f64)> = Vec::new();
            for person in 0..scene.people.len() {
                if scene.roles[role].contains(&scene.people[person].start) {
                    continue;
                }
                clues.clear();
                scene.clues(role, person, &mut clues);
                let p = model.probability(&clues);
                match best.iter_mut().find(|(e, _)| *e == scene.entity[person]) {
                    Some(known) => known.1 = known.1.max(p),
                    None => best.push((scene.entity[person], p)),
                }
            }
            best.sort_by(|a, b| b.1.total_cmp(&a.1));
            let first = best.first().map_or(0.0, |b| b.1);
            best.retain(|(_, p)| *p >= model.threshold || *p == first && *p >= model.threshold / 2.0);
            // only an office in the plural, or one before a list of names, has several holders
            let plural = scene.roles[role].clone().any(|i| scene.reading.is(i, Class::Plural));
            if !plural {
                best.truncate(1);
            }
            best
        })
        .collect()
}
