//! Whom the grammar alone would make the speaker of a quote. It is one clue among others, since sentences are read here
//! by their marks and small words only.

use super::Voice;
use super::clause::{Clause, Mode, Pronoun};
use super::group::has_words;
use super::quote::{Member, Quote};
use super::view::View;
use crate::gazetteer::Class;

/// A speaker as the grammar names it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Group(usize),
    Person(usize),
}

/// The same as it is compared with a candidate.
pub(super) struct Subject {
    /// The group, where names stand together.
    pub group: Option<usize>,
    /// The person, where it is one or an office whose holder is known.
    pub person: Option<usize>,
    /// Whether a person is named there.
    pub is_person: bool,
}

impl View<'_> {
    /// What is compared with each candidate.
    pub fn subject(&self, who: Who) -> Subject {
        match who {
            Who::Group(group) => Subject {
                group: Some(group),
                person: self.person_of(group),
                is_person: self.groups[group].person,
            },
            Who::Person(person) => Subject { group: None, person: Some(person), is_person: true },
        }
    }

    /// Whether two people are both subjects of a quote's verb, or may both be meant by its `they`.
    pub fn speak_together(&self, quote: &Quote, one: usize, other: usize) -> bool {
        let subject =
            |i: usize| quote.members.iter().any(|m| m.group == self.group[i] && self.groups[m.group].bare);
        matches!(quote.clause.pronoun, Some((_, Pronoun::They))) || subject(one) && subject(other)
    }

    /// Whom the grammar alone would make the speaker: the first subject of the clause, the one behind an inverted verb,
    /// or for a pronoun and a quote in a sentence of its own the last subject or speaker.
    pub fn grammar(
        &self,
        number: usize,
        clause: &Clause,
        members: &[Member],
        first_after: Option<usize>,
        previous: Option<Voice>,
    ) -> Option<Who> {
        let relative = clause.pronoun.filter(|p| p.1 == Pronoun::Relative);
        let r = self.scene.reading;
        let q = &self.scene.quotes[number].tokens;
        if clause.mode == Mode::Within {
            let first = self.groups.partition_point(|g| g.tokens.start < clause.tokens.start);
            let near = self.groups[first..].iter().take_while(|g| g.tokens.start < q.end + 12);
            let near = near.filter(|g| g.tokens.end <= q.start || g.tokens.start >= q.end);
            if let Some(at) = near.enumerate().find(|(_, g)| has_words(r, &g.tokens)).map(|(n, _)| first + n)
            {
                return Some(Who::Group(at));
            }
            // `“…”, as Ilse Thorn put it`
            let end = q.end + 1 + usize::from(r.is(q.end + 1, Class::Comma));
            let after = first_after.filter(|g| self.groups[*g].tokens.start <= end + 4);
            if r.is(end, Class::As) && after.is_some() {
                return after.map(Who::Group);
            }
            let after =
                first_after.filter(|g| r.sentence[self.groups[*g].tokens.start] == r.sentence[q.end - 1]);
            if members.is_empty() && after.is_some() {
                return after.map(Who::Group);
            }
        }
        match clause.mode {
            Mode::Named | Mode::Within | Mode::Colon => {
                if let Some((at, _)) = relative {
                    let own = |m: &&Member| self.groups[m.group].tokens.end <= at;
                    return members.iter().rev().find(own).map(|m| Who::Group(m.group));
                }
                let bare = || members.iter().filter(|m| self.groups[m.group].bare);
                // `a firm whose head, Ilse Thorn, said`
                let whose = members.iter().any(|m| m.whose);
                let inner = members.last().filter(|m| whose && m.directly && self.groups[m.group].person);
                if let Some(inner) = inner {
                    return Some(Who::Group(inner.group));
                }
                let subject = bare().find(|m| m.relative).or_else(|| bare().next());
                if let Some(subject) = subject {
                    return Some(Who::Group(subject.group));
                }
                (clause.mode != Mode::Named).then(|| self.last_subject(number, clause, previous)).flatten()
            }
            Mode::Inverted | Mode::Credit => first_after.map(Who::Group),
            Mode::Pronoun | Mode::Alone => self.last_subject(number, clause, previous),
        }
    }

    /// The person of the last sentence that has one, or the speaker before where that is later: the only one, else the
    /// subject, else the first.
    fn last_subject(&self, number: usize, clause: &Clause, previous: Option<Voice>) -> Option<Who> {
        let r = self.scene.reading;
        let start = clause.tokens.start.min(self.scene.quotes[number].tokens.start);
        let spoke = match previous {
            Some(Voice::Person(person) | Voice::Role(Some(person))) => Some(person),
            _ => None,
        };
        let place = |i: &usize| self.scene.candidates[*i].tokens.start;
        let told = |i: &&usize| self.quoted[**i].is_none();
        let seen = &self.people[..self.people.partition_point(|i| place(i) < start)];
        let Some(last) = seen.iter().rev().find(told) else { return spoke.map(Who::Person) };
        let before = number.checked_sub(1).map(|n| self.scene.quotes[n].tokens.start);
        if let (Some(spoke), Some(at)) = (spoke, before)
            && place(last) < at
        {
            return Some(Who::Person(spoke));
        }
        if matches!(clause.pronoun, Some((_, Pronoun::Latter))) {
            return self.who[*last].map(Who::Person);
        }
        let sentence = r.sentence[place(last)];
        let own: Vec<usize> = seen
            .iter()
            .rev()
            .filter(told)
            .take_while(|i| r.sentence[place(i)] == sentence)
            .copied()
            .collect();
        let pronoun = clause.pronoun.and_then(|p| p.1.gender());
        let fits = |i: &&usize| {
            let own = self.who[**i].and_then(|p| self.gender(p));
            pronoun.is_none() || own.is_none() || own == pronoun
        };
        let bare = |i: &&usize| self.groups[self.group[**i]].bare;
        let first = own.iter().rev().filter(fits).find(bare).or_else(|| own.iter().rev().find(fits));
        first.or(own.last()).and_then(|i| self.who[*i]).map(Who::Person)
    }
}
