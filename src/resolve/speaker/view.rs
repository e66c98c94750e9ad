//! What the quotes and possible speakers of an item have in common, found once, so that a pair costs little more than
//! naming its clues.

use super::gender::{self, Gender};
use super::group::{Group, groups};
use super::{Candidate, Scene, Voice};
use std::cell::OnceCell;
use std::ops::Range;

/// What the pairs of a scene have in common, made once a scene.
pub(super) struct View<'a> {
    pub scene: &'a Scene<'a>,
    /// The candidates that are people, by their number.
    pub people: Vec<usize>,
    /// Gender of each person by the honorifics, once it is asked for.
    pub genders: OnceCell<Vec<Option<Gender>>>,
    /// Who the people of the item are.
    pub all: Those,
    /// For each candidate the first person behind it.
    pub next_person: Vec<Option<usize>>,
    /// For each candidate the quote in which it begins.
    pub quoted: Vec<Option<usize>>,
    /// To whom each token belongs.
    pub owner: Vec<Owner>,
    /// Names that stand together, in text order.
    pub groups: Vec<Group>,
    /// For each candidate its group.
    pub group: Vec<usize>,
    /// For each candidate who it is, where a person.
    pub who: Vec<Option<usize>>,
    /// Groups that are the subject of their sentence and hold a person.
    pub subjects: Vec<usize>,
    /// For each sentence how many begin before it outside quotes.
    pub told: Vec<u32>,
    /// The people of the item: how often each is named, and the first and the most named.
    pub named: Named,
}

/// How the people of an item are named.
#[derive(Default)]
pub(super) struct Named {
    /// Mentions of each person.
    pub times: Vec<u32>,
    /// The most mentions of one person.
    pub most: u32,
    /// Who is named first.
    pub first: Option<usize>,
    /// Who is named in the heading.
    pub heading: Vec<usize>,
}

/// Who the people of a stretch are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Those {
    Nobody,
    One(usize),
    Several,
}

impl Those {
    /// Whether there is nobody else.
    pub fn are_only(self, person: usize) -> bool {
        self == Those::Nobody || self == Those::One(person)
    }
}

/// To whom a token belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Nobody,
    Person,
    /// Another candidate.
    Other,
}

impl<'a> View<'a> {
    pub fn new(scene: &'a Scene<'a>) -> Self {
        let is_person = |i: &usize| matches!(scene.candidates[*i].voice, Voice::Person(_));
        let people: Vec<usize> = (0..scene.candidates.len()).filter(is_person).collect();
        let mut owner = vec![Owner::Nobody; scene.reading.len()];
        scene.candidates.iter().for_each(|c| owner[c.tokens.clone()].fill(Owner::Other));
        people.iter().for_each(|i| owner[scene.candidates[*i].tokens.clone()].fill(Owner::Person));
        let quoted: Vec<Option<usize>> =
            scene.candidates.iter().map(|c| scene.quote_at(c.tokens.start)).collect();
        let start = |i: usize| scene.candidates[i].tokens.start;
        let next_person =
            |c: &Candidate| people.get(people.partition_point(|i| start(*i) < c.tokens.end)).copied();
        let next_person = scene.candidates.iter().map(next_person).collect();
        let all = scene.those(&people);
        let (groups, group) = groups(scene.reading, scene.candidates, |i| quoted[i].is_some());
        let subjects = (0..groups.len()).filter(|g| groups[*g].opens && groups[*g].person).collect();
        let who: Vec<Option<usize>> = (0..scene.candidates.len()).map(|i| scene.person(i)).collect();
        let (told, named) = (scene.told(), scene.named(&people));
        View {
            genders: OnceCell::new(),
            all,
            next_person,
            quoted,
            owner,
            people,
            groups,
            group,
            who,
            subjects,
            told,
            named,
            scene,
        }
    }

    /// The first person of a group.
    pub fn person_of(&self, group: usize) -> Option<usize> {
        let first = self.group.partition_point(|g| *g < group);
        (first..self.group.len()).take_while(|i| self.group[*i] == group).find_map(|i| self.who[i])
    }

    /// People by the place of their first token in `range`.
    pub fn people_in(&self, range: Range<usize>) -> &[usize] {
        let start = |i: usize| self.scene.candidates[i].tokens.start;
        let behind = &self.people[self.people.partition_point(|i| start(*i) < range.start)..];
        match behind.first() {
            Some(first) if start(*first) < range.end => {
                &behind[..behind.partition_point(|i| start(*i) < range.end)]
            }
            _ => &[],
        }
    }

    /// The gender that an honorific before any mention of the person tells.
    pub fn gender(&self, person: usize) -> Option<Gender> {
        let genders = self.genders.get_or_init(|| self.scene.genders(&self.people));
        genders.get(person).copied().flatten()
    }
}

impl Scene<'_> {
    /// For each sentence how many sentences before it begin outside quotes: those that tell.
    fn told(&self) -> Vec<u32> {
        let r = self.reading;
        let mut out = Vec::new();
        let (mut told, mut quote) = (0, 0);
        for at in 0..r.len() {
            if at > 0 && r.sentence[at] == r.sentence[at - 1] {
                continue;
            }
            while self.quotes.get(quote).is_some_and(|q| q.tokens.end <= at) {
                quote += 1;
            }
            told += u32::from(self.quotes.get(quote).is_none_or(|q| q.tokens.start > at));
            out.push(told);
        }
        out
    }

    fn named(&self, people: &[usize]) -> Named {
        let mut out = Named::default();
        for i in people {
            let Some(person) = self.person(*i) else { continue };
            if out.times.len() <= person {
                out.times.resize(person + 1, 0);
            }
            out.times[person] += 1;
            out.most = out.most.max(out.times[person]);
            out.first = out.first.or(Some(person));
            if self.candidates[*i].tokens.start < self.reading.body && !out.heading.contains(&person) {
                out.heading.push(person);
            }
        }
        out
    }

    /// Who the people of these mentions are.
    pub(super) fn those(&self, people: &[usize]) -> Those {
        let mut people = people.iter().filter_map(|i| self.person(*i));
        match people.next() {
            None => Those::Nobody,
            Some(first) if people.all(|p| p == first) => Those::One(first),
            Some(_) => Those::Several,
        }
    }

    /// The quote that has a token.
    fn quote_at(&self, token: usize) -> Option<usize> {
        let at = self.quotes.partition_point(|q| q.tokens.end <= token);
        self.quotes.get(at).filter(|q| q.tokens.start <= token).map(|_| at)
    }

    fn genders(&self, people: &[usize]) -> Vec<Option<Gender>> {
        let mut out = Vec::new();
        for candidate in people.iter().map(|i| &self.candidates[*i]) {
            let Voice::Person(person) = candidate.voice else { continue };
            if out.len() <= person {
                out.resize(person + 1, None);
            }
            out[person] = out[person].or_else(|| gender::of_name(self.reading, &candidate.tokens));
        }
        out
    }
}
