//! Roles to their holders: each pair of a role and a person of the item has clues (what stands between them, how
//! far they are, who else is nearer), weighed by a fitted table.

use super::alias::chain;
use super::beside::{Beside, beside};
use crate::gazetteer::Class;
use crate::probability::logistic;
use crate::ranker::{Ranker, clues};
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
        ClauseBetween = "verb-between",
    }
}

/// An item's people and roles in tokens, as the clues need them. Of each kind none overlaps another.
#[derive(Clone, Copy)]
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

impl Scene<'_> {
    /// The clues of a pair, as numbers.
    pub fn clues(&self, role_number: usize, person_number: usize, out: &mut Vec<u16>) {
        let view = View::new(*self);
        view.clues(&view.role(role_number), person_number, &mut |clue| out.push(clue as u16));
    }
}

/// What the pairs of a scene have in common, made once a scene.
struct View<'a> {
    scene: Scene<'a>,
    /// For each role who stands beside it.
    beside: Vec<Vec<(usize, Beside)>>,
    /// Beside how many roles each person mention stands.
    taken: Vec<u32>,
    /// Offices by the entity that holds them: entity, signature, role; of equal ones two.
    held: Vec<(usize, u64, usize)>,
    /// Verbs, in text order.
    verbs: Vec<u32>,
    /// Whether the item has no two people.
    alone: bool,
}

/// What the pairs of one role have in common.
struct Office {
    number: usize,
    signature: u64,
    plural: bool,
    /// The first person mention behind it.
    after: usize,
    /// Person mentions that end before it.
    before: usize,
    /// The first verb behind it.
    verb_after: usize,
    /// One past the last verb before it.
    verb_before: usize,
    /// The first person of its sentence, where there is no other.
    only: Option<usize>,
    /// Whether nobody stands beside it.
    free: bool,
    /// Whether somebody is known to hold the same office elsewhere, and nobody stands beside it.
    held_elsewhere: bool,
    in_title: bool,
    pronoun: bool,
}

impl<'a> View<'a> {
    fn new(scene: Scene<'a>) -> Self {
        let r = scene.reading;
        let beside: Vec<_> = scene.roles.iter().map(|role| beside(r, role, scene.people)).collect();
        let mut taken = vec![0; scene.people.len()];
        beside.iter().flatten().for_each(|(person, _)| taken[*person] += 1);
        let verb = |i: &u32| r.classes[*i as usize].any(&[Class::Auxiliary, Class::Reporting]);
        let alone = scene.entity.windows(2).all(|w| w[0] == w[1]);
        let verbs = (0..r.len() as u32).filter(verb).collect();
        View { scene, beside, taken, held: held(&scene), verbs, alone }
    }

    /// The same scene when more is known of the holders.
    fn with_holders(mut self, holders: &'a [Option<usize>]) -> Self {
        self.scene.held = holders;
        self.held = held(&self.scene);
        self
    }

    fn role(&self, number: usize) -> Office {
        let (r, scene) = (self.scene.reading, &self.scene);
        let role = &scene.roles[number];
        let sentence = r.sentence[role.start];
        let first = scene.people.partition_point(|p| r.sentence[p.start] < sentence);
        let own = scene.people[first..].iter().zip(&scene.entity[first..]);
        let mut own = own.take_while(|(p, _)| r.sentence[p.start] == sentence).map(|(_, e)| *e);
        let only = own.next().filter(|first| own.all(|e| e == *first));
        let verb_after = self.verbs.partition_point(|v| (*v as usize) < role.end);
        let verb_before = self.verbs.partition_point(|v| (*v as usize) < role.start);
        let from = r.sentence.partition_point(|s| *s < sentence);
        let free = self.beside[number].is_empty();
        let near = number.saturating_sub(NEAR)..(number + NEAR).min(scene.roles.len());
        let mut others = near.filter(|i| *i != number && scene.held[*i].is_some());
        Office {
            number,
            signature: scene.signature(number),
            plural: role.clone().any(|i| r.is(i, Class::Plural) && r.role_reach[i] == 1),
            after: scene.people.partition_point(|p| p.start < role.end),
            before: scene.people.partition_point(|p| p.end <= role.start),
            verb_after: self.verbs.get(verb_after).map_or(usize::MAX, |v| *v as usize),
            verb_before: self.verbs[..verb_before].last().map_or(0, |v| *v as usize + 1),
            only,
            free,
            held_elsewhere: free && others.any(|i| scene.is_part(number, i)),
            in_title: role.end <= r.body,
            pronoun: (from..role.start).any(|i| r.is(i, Class::Pronoun)),
        }
    }

    /// Gives the clues of a pair, always in the same order.
    #[inline]
    fn clues(&self, office: &Office, person_number: usize, add: &mut impl FnMut(Clue)) {
        let (r, scene) = (self.scene.reading, &self.scene);
        let role = &scene.roles[office.number];
        let person = &scene.people[person_number];
        add(Clue::Any);
        let people_beside = &self.beside[office.number];
        let beside = people_beside.iter().find(|(p, _)| *p == person_number).map(|(_, how)| *how);
        match beside {
            None => {}
            Some(Beside::DirectlyAfter) => add(Clue::NameDirectlyAfter),
            Some(Beside::AfterComma) => add(Clue::NameAfterComma),
            Some(Beside::AfterMark) => add(Clue::NameAfterMark),
            Some(Beside::BeforeComma) => add(Clue::NameBeforeComma),
            Some(Beside::BeforeBracket) => add(Clue::NameBeforeBracket),
            Some(Beside::BeforeMark) => add(Clue::NameBeforeMark),
            Some(Beside::BeforeIs) => add(Clue::NameBeforeIs),
            Some(Beside::DirectlyBefore) => add(Clue::NameDirectlyBefore),
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
        let sentence = r.sentence[role.start] == r.sentence[person.start];
        let paragraph = r.paragraph[role.start] == r.paragraph[person.start];
        add(match (sentence, paragraph) {
            (true, _) => Clue::SameSentence,
            (_, true) => Clue::SameParagraph,
            _ => Clue::OtherParagraph,
        });
        let (people, roles) = if after {
            let ended = scene.roles.partition_point(|o| o.end <= person.start);
            (person_number - office.after, ended.saturating_sub(office.number + 1))
        } else {
            let first = scene.roles.partition_point(|o| o.start < person.end);
            (office.before.saturating_sub(person_number + 1), office.number.saturating_sub(first))
        };
        add([Clue::PeopleBetween0, Clue::PeopleBetween1, Clue::PeopleBetween2][people.min(2)]);
        add([Clue::RolesBetween0, Clue::RolesBetween1, Clue::RolesBetween2][roles.min(2)]);
        let own = u32::from(beside.is_some());
        let (person_taken, role_taken) = (self.taken[person_number] > own, people_beside.len() as u32 > own);
        add(match (person_taken, role_taken) {
            (true, true) => Clue::PersonTakenAndRoleTaken,
            (true, false) => Clue::PersonTaken,
            (false, true) => Clue::RoleTaken,
            (false, false) => Clue::Free,
        });
        // rows of names and plural offices
        let row = between.len() < 40 && between.clone().all(|i| scene.is_filler(i));
        if row {
            add(Clue::List);
        }
        if office.plural {
            add(Clue::Plural);
        }
        if office.plural && row {
            add(Clue::PluralList);
        }
        if if after { office.verb_after < between.end } else { office.verb_before > between.start } {
            add(Clue::ClauseBetween);
        }
        if sentence && office.only == Some(scene.entity[person_number]) {
            add(Clue::OnlyPerson);
        }
        if self.alone {
            add(Clue::OnlyPersonOfItem);
        }
        if after && office.after == person_number {
            add(Clue::NearestAfter);
        }
        if office.before == person_number + 1 {
            add(Clue::NearestBefore);
        }
        match self.same_office(office, scene.entity[person_number]) {
            Some(clue) => {
                add(clue);
                if office.free {
                    add(Clue::PointsBack);
                }
            }
            None if office.held_elsewhere => add(Clue::OtherHoldsOffice),
            None => {}
        }
        if person.len() > 1 {
            add(Clue::FullName);
        }
        if office.in_title {
            add(Clue::InTitle);
        }
        if office.pronoun {
            add(Clue::PronounBefore);
        }
    }

    /// The same office elsewhere, of this person.
    fn same_office(&self, office: &Office, entity: usize) -> Option<Clue> {
        let first = self.held.partition_point(|s| s.0 < entity);
        let own = self.held[first..].iter().take_while(|s| s.0 == entity);
        own.filter(|s| s.2 != office.number).find_map(|(_, signature, other)| {
            if *signature == office.signature {
                return Some(Clue::SameOffice);
            }
            self.scene.is_part(office.number, *other).then_some(Clue::PartOfOffice)
        })
    }
}

/// Who holds which office, by entity and then in text order.
fn held(scene: &Scene) -> Vec<(usize, u64, usize)> {
    let roles = scene.held.iter().enumerate();
    let mut out: Vec<_> = roles.filter_map(|(n, holder)| Some(((*holder)?, scene.signature(n), n))).collect();
    out.sort_unstable();
    // all of one office are alike but the one that is asked about
    let mut same = 0;
    out.dedup_by(|next, kept| {
        same = if (next.0, next.1) == (kept.0, kept.1) { same + 1 } else { 0 };
        same > 1
    });
    out.sort_unstable_by_key(|(entity, _, role)| (*entity, *role));
    out
}

impl Scene<'_> {
    /// The words of an office, by their hashes.
    fn office(&self, role: usize) -> impl Iterator<Item = u64> {
        self.reading.tokens[self.roles[role].clone()].iter().filter(|t| t.is_word()).map(|t| t.hash)
    }

    /// Whether one office has all words of the other.
    fn is_part(&self, a: usize, b: usize) -> bool {
        let within = |a: usize, b: usize| self.office(a).all(|w| self.office(b).any(|o| o == w));
        within(a, b) || within(b, a)
    }

    /// One number for the words of an office and their order.
    fn signature(&self, role: usize) -> u64 {
        chain(self.office(role))
    }

    /// What may stand between the names of a row.
    fn is_filler(&self, at: usize) -> bool {
        let r = self.reading;
        let mark = r.classes[at].any(&[
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
        ]) && (r.tokens[at].mark != '.' || r.is(at, Class::Honorific));
        mark || self.people.get(self.people.partition_point(|p| p.end <= at)).is_some_and(|p| p.start <= at)
    }
}

/// Person mentions on each side of a role that may hold it. Farther ones would hardly be chosen, and in a page without
/// items there may be thousands.
const NEAR: usize = 128;

/// Holders of every role: entity numbers, best first, with the probability of the link.
///
/// Two passes: an office that stands alone points back to the holder that the first pass found for the same office
/// beside a name.
pub fn holders(
    reading: &Reading,
    people: &[Range<usize>],
    entity: &[usize],
    roles: &[Range<usize>],
    model: &Ranker,
) -> Vec<Vec<(usize, f64)>> {
    if people.is_empty() || roles.is_empty() {
        return vec![Vec::new(); roles.len()];
    }
    let nobody = vec![None; roles.len()];
    let view = View::new(Scene { reading, people, entity, roles, held: &nobody });
    let mut place = vec![usize::MAX; entity.iter().max().map_or(0, |most| most + 1)];
    let mut out: Vec<_> = (0..roles.len()).map(|role| view.holders(role, model, &mut place)).collect();
    let beside = out.iter().zip(&view.beside).map(|(holders, beside)| {
        let (best, _) = holders.first()?;
        (!beside.is_empty()).then_some(*best)
    });
    let beside: Vec<Option<usize>> = beside.collect();
    let view = view.with_holders(&beside);
    for (role, holders) in out.iter_mut().enumerate().filter(|(role, _)| beside[*role].is_none()) {
        *holders = view.holders(role, model, &mut place);
    }
    out
}

impl View<'_> {
    /// Holders of a role; `place` is a table by entity for its own use, lent so that it need not be made anew.
    fn holders(&self, role: usize, model: &Ranker, place: &mut [usize]) -> Vec<(usize, f64)> {
        let scene = &self.scene;
        let office = self.role(role);
        let mut best: Vec<(usize, f64)> = Vec::new();
        for person in office.after.saturating_sub(NEAR)..(office.after + NEAR).min(scene.people.len()) {
            if scene.roles[role].contains(&scene.people[person].start) {
                continue;
            }
            let mut sum = 0f32;
            self.clues(&office, person, &mut |clue| sum += model.weights[clue as usize]);
            let score = f64::from(sum);
            let entity = scene.entity[person];
            match best.get_mut(place[entity]).filter(|(known, _)| *known == entity) {
                Some(known) => known.1 = known.1.max(score),
                None => {
                    place[entity] = best.len();
                    best.push((entity, score));
                }
            }
        }
        best.iter_mut().for_each(|(_, score)| *score = logistic(*score));
        best.sort_by(|a, b| b.1.total_cmp(&a.1));
        let first = best.first().map_or(0.0, |b| b.1);
        best.retain(|(_, p)| *p >= model.threshold || *p == first && *p >= model.threshold / 2.0);
        // only an office in the plural, or one before a list of names, has several holders
        if !scene.roles[role].clone().any(|i| scene.reading.is(i, Class::Plural)) {
            best.truncate(1);
        }
        best
    }
}
