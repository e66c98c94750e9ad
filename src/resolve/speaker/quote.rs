//! What the possible speakers of one quote have in common: its clause, the names in it, its reporting verb.

use super::clause::{self, Clause, Mode, Pronoun};
use super::grammar::Subject;
use super::group::Group;
use super::view::{Owner, Those, View};
use super::{Candidate, Voice};
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::Gap;
use std::ops::Range;

/// What the pairs of one quote have in common.
pub(super) struct Quote<'a> {
    pub number: usize,
    pub tokens: &'a Range<usize>,
    pub cue: Option<Cue>,
    /// The first candidate behind it.
    pub behind: usize,
    /// Tokens of its paragraph.
    pub paragraph: Range<usize>,
    /// Who the people of the paragraph are.
    pub those: Those,
    /// The last candidate before it that is a person.
    pub last_person: Option<usize>,
    /// The first candidate behind it that is a person.
    pub first_person: Option<usize>,
    /// Whether it is a paragraph of its own.
    pub alone: bool,
    /// The clause that brings it in.
    pub clause: Clause,
    /// Whom the grammar alone would make the speaker.
    pub grammar: Option<Subject>,
    /// The subjects of the clause, and what stands between each and its verb.
    pub members: Vec<Member>,
    /// The first group behind the verb, or behind the quote where there is none.
    pub first_after: Option<usize>,
    /// The persons that were the subject of the last sentences before it, nearest first.
    pub salient: [Option<usize>; 2],
    /// Who is named in it.
    pub inside: Vec<usize>,
}

/// A group before the verb of a clause.
pub(super) struct Member {
    /// Its number.
    pub group: usize,
    /// Bare groups before and behind it in the clause.
    pub before: usize,
    pub after: usize,
    /// Whether another verb stands between it and the verb.
    pub verb: bool,
    /// Whether a relative pronoun stands directly behind it.
    pub relative: bool,
    /// Whether that is `whose`.
    pub whose: bool,
    /// Whether a relative pronoun stands somewhere between.
    pub relatives: bool,
    /// Whether `and` stands directly before it.
    pub joined: bool,
    /// Whether a quote stands between it and the verb.
    pub quote: bool,
    /// Whether nothing but adverbs, auxiliaries and commas stands between.
    pub directly: bool,
}

/// The reporting verb of a quote and what stands at it.
pub(super) struct Cue {
    pub tokens: Range<usize>,
    /// The candidate nearest to it.
    pub nearest: Option<usize>,
    /// Candidates of its sentence with nothing that tells between them and it.
    pub touching: Vec<Touch>,
    /// Where the first possible subject in its sentence ends.
    pub subject_end: usize,
    pub according: bool,
    pub of: bool,
}

/// A candidate that touches the reporting verb.
pub(super) struct Touch {
    /// Its number.
    pub number: usize,
    /// Before the verb, with only offices, bodies, commas and brackets between: `Ilse Thorn (NGO), its head, said`.
    pub apposed: bool,
}

impl Quote<'_> {
    /// How it is brought in.
    pub fn mode(&self) -> Mode {
        self.clause.mode
    }
}

impl<'a> View<'a> {
    /// A quote, of whose cue the candidates `among` may be the nearest.
    pub fn quote(&self, number: usize, among: Range<usize>, previous: Option<Voice>) -> Quote<'a> {
        let (r, stretch) = (self.scene.reading, &self.scene.quotes[number]);
        let q = &stretch.tokens;
        let paragraph = r.paragraph[q.start];
        let from = r.paragraph.partition_point(|p| *p < paragraph);
        let to = r.paragraph.partition_point(|p| *p <= paragraph);
        let candidates = self.scene.candidates;
        let start = |i: usize| candidates[i].tokens.start;
        let quote_before = number.checked_sub(1).map(|n| &self.scene.quotes[n]);
        let bare_in = |range: Range<usize>| {
            let first = self.groups.partition_point(|g| g.tokens.start < range.start);
            self.groups[first..].iter().take_while(|g| g.tokens.start < range.end).any(|g| g.bare)
        };
        let any_in = |range: Range<usize>| {
            let first = self.groups.partition_point(|g| g.tokens.start < range.start);
            self.groups.get(first).is_some_and(|g| g.tokens.start < range.end)
        };
        let clause = clause::clause(r, stretch, quote_before, bare_in, any_in);
        let verb =
            stretch.cue.as_ref().map_or(q.end, |c| c.end.max(if c.start >= q.end { q.end } else { 0 }));
        let behind_verb = candidates.partition_point(|o| o.tokens.start < verb);
        let first_after = (behind_verb < candidates.len() && r.paragraph[start(behind_verb)] == paragraph)
            .then(|| self.group[behind_verb]);
        let seen = self
            .subjects
            .partition_point(|g| self.groups[*g].tokens.start < clause.tokens.start.min(q.start));
        let mut salient = [None; 2];
        let mut last = self.subjects[..seen].iter().rev().take(4).filter_map(|g| self.person_of(*g));
        salient[0] = last.next();
        salient[1] = last.find(|p| Some(*p) != salient[0]);
        let mut inside: Vec<usize> = self.people_in(q.clone()).iter().filter_map(|i| self.who[*i]).collect();
        inside.dedup();
        let members = self.members(&clause);
        let grammar = self.grammar(number, &clause, &members, first_after, previous);
        Quote {
            members,
            clause,
            grammar: grammar.map(|who| self.subject(who)),
            first_after,
            salient,
            inside,
            number,
            tokens: q,
            cue: stretch.cue.as_ref().map(|cue| self.cue(q, cue, among)),
            behind: self.scene.candidates.partition_point(|o| o.tokens.start < q.end),
            paragraph: from..to,
            those: self.scene.those(self.people_in(from..to)),
            last_person: self.people_in(0..q.start).last().copied(),
            first_person: self.people_in(q.end..r.len()).first().copied(),
            alone: (q.start < 2 || r.tokens[q.start - 1].gap == Gap::Blank)
                && r.tokens.get(q.end + 1).is_none_or(|t| t.gap >= Gap::Line),
        }
    }

    /// The groups of a clause, at most the last dozen.
    fn members(&self, clause: &Clause) -> Vec<Member> {
        let r = self.scene.reading;
        let range = &clause.tokens;
        let first = self.groups.partition_point(|g| g.tokens.start < range.start);
        let end = self.groups.partition_point(|g| g.tokens.start < range.end);
        let own = first.max(end.saturating_sub(12))..end;
        let bare = own.clone().filter(|g| self.groups[*g].bare).count();
        let mut before = 0;
        let mut out = Vec::with_capacity(own.len());
        for group in own {
            let Group { tokens, bare: is_bare, .. } = &self.groups[group];
            let between = tokens.end.min(range.end)..range.end;
            let mut behind = tokens.end;
            while behind < between.end && r.classes[behind].any(&[Class::Comma, Class::Closing]) {
                behind += 1;
            }
            let relative = |i: usize| {
                clause::pronoun(r, i) == Some(Pronoun::Relative)
                    || r.is(i, Class::Owner) && r.cut(i, i + 1) == "whose"
            };
            let light = |i: usize| r.classes[i].any(&[Class::Adverb, Class::Auxiliary, Class::Comma]);
            let quotes = &self.scene.quotes;
            let next = quotes.partition_point(|q| q.tokens.start < between.start);
            out.push(Member {
                group,
                before,
                after: bare - before - usize::from(*is_bare),
                verb: r.reporting_in(between.start, between.end)
                    || between.clone().any(|i| r.is(i, Class::Auxiliary)),
                relative: behind < between.end && relative(behind),
                whose: behind < between.end
                    && r.is(behind, Class::Owner)
                    && r.cut(behind, behind + 1) == "whose",
                relatives: between.clone().any(relative),
                joined: tokens.start > 0 && r.is(tokens.start - 1, Class::And),
                quote: quotes.get(next).is_some_and(|q| q.tokens.start < between.end),
                directly: between.clone().all(light),
            });
            before += usize::from(*is_bare);
        }
        out
    }

    fn cue(&self, quote: &Range<usize>, cue: &Range<usize>, among: Range<usize>) -> Cue {
        let (r, candidates) = (self.scene.reading, &self.scene.candidates);
        let distance = |i: &usize| {
            let o = &candidates[*i].tokens;
            if o.start >= cue.end { o.start - cue.end } else { cue.start.saturating_sub(o.end) }
        };
        let nearest = among.filter(|i| !quote.contains(&candidates[*i].tokens.start)).min_by_key(distance);
        // subjects stand in the sentence of the cue, behind the quote where that comes first
        let sentence = r.sentence[cue.start];
        let first = candidates.partition_point(|o| r.sentence[o.tokens.start] < sentence);
        let own = candidates[first..].iter().take_while(|o| r.sentence[o.tokens.start] == sentence);
        let subjects = own.clone().filter(|o| o.tokens.start >= quote.end.min(cue.start));
        let touches = |(number, o): (usize, &Candidate)| {
            if o.tokens.end <= cue.start && !self.groups[self.group[number]].bare {
                return None;
            }
            let apposed = self.is_apposed(&o.tokens, cue);
            (apposed || is_directly_beside(r, &o.tokens, cue)).then_some(Touch { number, apposed })
        };
        let words = r.cut(cue.start, cue.end).to_ascii_lowercase();
        Cue {
            tokens: cue.clone(),
            nearest,
            touching: (first..).zip(own).filter_map(touches).collect(),
            subject_end: subjects.map(|o| o.tokens.end).min().unwrap_or(usize::MAX),
            according: words.starts_with("according"),
            of: words.ends_with(" of"),
        }
    }

    /// Whether only offices, bodies, commas and brackets stand between a name and the verb behind it.
    fn is_apposed(&self, name: &Range<usize>, cue: &Range<usize>) -> bool {
        let links = &[
            Class::Comma,
            Class::Opening,
            Class::Closing,
            Class::The,
            Class::Owner,
            Class::Auxiliary,
            Class::Adverb,
            Class::Of,
            Class::Dash,
        ];
        let link = |t: usize| match self.owner[t] {
            Owner::Person => false,
            Owner::Other => true,
            Owner::Nobody => self.scene.reading.classes[t].any(links),
        };
        name.end <= cue.start && cue.start - name.end <= 30 && (name.end..cue.start).all(link)
    }
}

/// Whether nothing that tells stands between a name and a verb.
pub(super) fn is_directly_beside(r: &Reading, name: &Range<usize>, cue: &Range<usize>) -> bool {
    let mut between =
        if name.end <= cue.start { name.end..cue.start } else { cue.end..name.start.max(cue.end) };
    between.all(|i| r.classes[i].any(&[Class::Honorific, Class::The, Class::Article, Class::Comma]))
}
