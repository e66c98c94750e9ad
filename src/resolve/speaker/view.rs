//! The clues of a quote and a possible speaker. What the pairs of an item or of a quote have in common is found once,
//! so that a pair costs little more than naming its clues.

use super::{Candidate, Clue, Scene, Voice};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::token::Gap;
use std::cell::OnceCell;
use std::ops::Range;

/// What the pairs of a scene have in common, made once a scene.
pub(super) struct View<'a> {
    scene: &'a Scene<'a>,
    /// The candidates that are people, by their number.
    people: Vec<usize>,
    /// Gender of each person by the honorifics, once it is asked for.
    genders: OnceCell<Vec<Option<char>>>,
    /// Who the people of the item are.
    all: Those,
    /// For each candidate the first person behind it.
    next_person: Vec<Option<usize>>,
    /// For each candidate the quote in which it begins.
    quoted: Vec<Option<usize>>,
    /// To whom each token belongs.
    owner: Vec<Owner>,
}

/// Who the people of a stretch are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Those {
    Nobody,
    One(usize),
    Several,
}

impl Those {
    /// Whether there is nobody else.
    fn are_only(self, person: usize) -> bool {
        self == Those::Nobody || self == Those::One(person)
    }
}

/// What the pairs of one quote have in common.
pub(super) struct Quote<'a> {
    number: usize,
    tokens: &'a Range<usize>,
    cue: Option<Cue>,
    /// The first candidate behind it.
    behind: usize,
    /// Tokens of its paragraph.
    paragraph: Range<usize>,
    /// Who the people of the paragraph are.
    those: Those,
    /// The last candidate before it that is a person.
    last_person: Option<usize>,
    /// The first candidate behind it that is a person.
    first_person: Option<usize>,
    /// Whether it is a paragraph of its own.
    alone: bool,
}

/// The reporting verb of a quote and what stands at it.
struct Cue {
    tokens: Range<usize>,
    /// The candidate nearest to it.
    nearest: Option<usize>,
    /// Candidates of its sentence with nothing that tells between them and it.
    touching: Vec<Touch>,
    /// Where the first possible subject in its sentence ends.
    subject_end: usize,
    according: bool,
    of: bool,
    pronoun: bool,
    gender: Option<char>,
}

/// A candidate that touches the reporting verb.
struct Touch {
    /// Its number.
    number: usize,
    /// Before the verb, with only offices, bodies, commas and brackets between: `Ilse Thorn (NGO), its head, said`.
    apposed: bool,
}

/// To whom a token belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
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
        let quoted = scene.candidates.iter().map(|c| scene.quote_at(c.tokens.start)).collect();
        let start = |i: usize| scene.candidates[i].tokens.start;
        let next_person =
            |c: &Candidate| people.get(people.partition_point(|i| start(*i) < c.tokens.end)).copied();
        let next_person = scene.candidates.iter().map(next_person).collect();
        let all = scene.those(&people);
        View { scene, genders: OnceCell::new(), all, next_person, quoted, owner, people }
    }

    /// People by the place of their first token in `range`.
    fn people_in(&self, range: Range<usize>) -> &[usize] {
        let start = |i: usize| self.scene.candidates[i].tokens.start;
        let behind = &self.people[self.people.partition_point(|i| start(*i) < range.start)..];
        match behind.first() {
            Some(first) if start(*first) < range.end => {
                &behind[..behind.partition_point(|i| start(*i) < range.end)]
            }
            _ => &[],
        }
    }

    /// A quote, of whose cue the candidates `among` may be the nearest.
    pub fn quote(&self, number: usize, among: Range<usize>) -> Quote<'a> {
        let (r, stretch) = (self.scene.reading, &self.scene.quotes[number]);
        let q = &stretch.tokens;
        let paragraph = r.paragraph[q.start];
        let from = r.paragraph.partition_point(|p| *p < paragraph);
        let to = r.paragraph.partition_point(|p| *p <= paragraph);
        Quote {
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
            let apposed = self.is_apposed(&o.tokens, cue);
            (apposed || is_directly_beside(r, &o.tokens, cue)).then_some(Touch { number, apposed })
        };
        let words = r.cut(cue.start, cue.end).to_ascii_lowercase();
        let is_pronoun = |i: usize| r.is(i, Class::Pronoun);
        Cue {
            tokens: cue.clone(),
            nearest,
            touching: (first..).zip(own).filter_map(touches).collect(),
            subject_end: subjects.map(|o| o.tokens.end).min().unwrap_or(usize::MAX),
            according: words.starts_with("according"),
            of: words.ends_with(" of"),
            pronoun: cue.start > 0 && is_pronoun(cue.start - 1)
                || is_pronoun(cue.end)
                || cue.start > 1 && is_pronoun(cue.start - 2),
            gender: pronoun_gender(r, cue),
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

    /// The gender that an honorific before any mention of the person tells.
    fn gender(&self, person: usize) -> Option<char> {
        let genders = self.genders.get_or_init(|| self.scene.genders(&self.people));
        genders.get(person).copied().flatten()
    }

    /// Gives the clues of the quote and a candidate, always in the same order; `previous` is the voice of the quote
    /// before.
    #[inline]
    pub fn clues(&self, quote: &Quote, number: usize, previous: Option<Voice>, add: &mut impl FnMut(Clue)) {
        let candidate = &self.scene.candidates[number];
        let (q, c) = (quote.tokens, &candidate.tokens);
        let r = self.scene.reading;
        add(Clue::Any);
        add(match candidate.voice {
            Voice::Person(_) => Clue::Person,
            Voice::Organisation(_) => Clue::Organisation,
            Voice::Noun => Clue::Noun,
            Voice::Role(_) => Clue::Role,
        });
        let after = c.start >= q.end;
        let before = c.end <= q.start;
        add(if after {
            Clue::After
        } else if before {
            Clue::Before
        } else {
            Clue::Inside
        });
        if self.quoted[number].is_some_and(|other| other != quote.number) {
            add(Clue::InQuoteBefore);
        }
        let anchor = if after { q.end - 1 } else { q.start };
        let distance = i64::from(r.paragraph[c.start]) - i64::from(r.paragraph[anchor]);
        if self.scene.same_sentence(q, c) {
            add(Clue::SameSentence);
        }
        add(match distance {
            0 => Clue::SameParagraph,
            -1 => Clue::ParagraphBefore,
            1 => Clue::ParagraphAfter,
            _ => Clue::Farther,
        });
        let between = if after { q.end..c.start } else { c.end.min(q.start)..q.start };
        // those behind the quote or behind the candidate
        let (from, person) =
            if after { (quote.behind, quote.first_person) } else { (number + 1, self.next_person[number]) };
        let others = self.scene.candidates[from..].iter().take_while(|o| o.tokens.start < between.end);
        let others = others.filter(|o| o.tokens.start >= between.start && o.tokens.end <= between.end);
        add([Clue::Between0, Clue::Between1, Clue::Between2][others.take(2).count()]);
        if person.is_some_and(|i| self.scene.candidates[i].tokens.end <= between.end) {
            add(Clue::PersonBetween);
        }
        match &quote.cue {
            None => add(Clue::NoCue),
            Some(cue) => self.cue_clues(quote, cue, after, number, add),
        }
        self.place_clues(quote, number, &between, add);
        self.previous_clues(quote, number, previous, add);
    }

    fn cue_clues(&self, quote: &Quote, cue: &Cue, after: bool, number: usize, add: &mut impl FnMut(Clue)) {
        let r = self.scene.reading;
        let c = &self.scene.candidates[number].tokens;
        let at = &cue.tokens;
        let cue_after = at.start >= quote.tokens.end;
        let gap = if c.start >= at.end { c.start - at.end } else { at.start.saturating_sub(c.end) };
        let name_first = c.end <= at.start;
        if cue_after == after {
            add(match (cue_after, name_first) {
                (true, false) => Clue::CueThenName,
                (true, true) => Clue::NameThenCue,
                (false, true) => Clue::NameCueBefore,
                (false, false) => Clue::CueNameBefore,
            });
        }
        let directly = is_directly_beside(r, c, at);
        if directly {
            add(Clue::CueDirectly);
        } else if gap <= 8 {
            add(Clue::CueNear);
        } else {
            add(Clue::CueFar);
        }
        let touch = cue.touching.iter().find(|t| t.number == number);
        if touch.is_some() {
            add(match (cue_after, name_first) {
                (true, false) => Clue::TouchCueName,
                (true, true) => Clue::TouchNameCue,
                (false, true) => Clue::TouchBefore,
                (false, false) => Clue::TouchBeforeLate,
            });
            if matches!(self.scene.candidates[number].voice, Voice::Role(_)) {
                add(Clue::TouchRole);
            }
        } else {
            let own = self.scene.person(number);
            let another = |t: &Touch| {
                (own.is_none() || self.scene.person(t.number) != own)
                    && !quote.tokens.contains(&self.scene.candidates[t.number].tokens.start)
            };
            add(if cue.touching.iter().any(another) { Clue::OtherTouches } else { Clue::NobodyTouches });
        }
        if cue.nearest == Some(number) {
            add(Clue::NearestToCue);
        }
        if cue.according && !name_first && directly {
            add(Clue::AccordingTo);
        }
        if cue.of && !name_first && directly {
            add(Clue::InWordsOf);
        }
        // the subject stands before the cue in its clause, or directly behind it where the cue opens the clause
        if name_first && r.sentence[c.start] == r.sentence[at.start] {
            add(if cue.subject_end <= c.start { Clue::ObjectOfCue } else { Clue::SubjectOfCue });
        }
        if touch.is_some_and(|t| t.apposed) {
            add(Clue::SubjectBeside);
        }
        if cue.pronoun {
            add(Clue::Pronoun);
            let own = self.scene.person(number);
            let same = own.is_some() && quote.last_person.is_some_and(|last| self.scene.person(last) == own);
            add(if same { Clue::PronounLast } else { Clue::PronounNot });
            if let (Some(a), Some(b)) = (cue.gender, own.and_then(|p| self.gender(p))) {
                add(if a == b { Clue::GenderFits } else { Clue::GenderDiffers });
            }
        }
    }

    fn place_clues(&self, quote: &Quote, number: usize, between: &Range<usize>, add: &mut impl FnMut(Clue)) {
        let r = self.scene.reading;
        let (q, c) = (quote.tokens, &self.scene.candidates[number].tokens);
        if c.start >= q.end {
            let near = between.len() <= 10;
            if near && between.clone().take(4).any(|i| r.is(i, Class::Dash)) {
                add(Clue::DashName);
            }
            if near && (q.end..=c.start).skip(1).any(|i| r.tokens[i].gap == Gap::Line) {
                add(Clue::LineName);
            }
        } else if let Some(colon) = between.clone().rev().take(3).find(|i| r.is(*i, Class::Colon)) {
            add(Clue::NameColon);
            if colon == c.end {
                add(Clue::NameColonDirectly);
            }
        }
        if quote.last_person == Some(number) {
            add(Clue::LastPersonBefore);
        }
        if quote.first_person == Some(number) {
            add(Clue::FirstPersonAfter);
        }
        if let Some(own) = self.scene.person(number) {
            if self.all.are_only(own) {
                add(Clue::OnlyPerson);
            }
            if quote.those.are_only(own) && quote.paragraph.contains(&c.start) {
                add(Clue::OnlyPersonOfParagraph);
            }
        }
        if r.is(c.end, Class::Possessive) {
            add(Clue::OfNearer);
        }
        if c.start > 0
            && r.classes[c.start - 1].any(&[
                Class::Of,
                Class::For,
                Class::To,
                Class::With,
                Class::In,
                Class::At,
                Class::From,
                Class::By,
            ])
        {
            add(Clue::AfterPreposition);
        }
        let before = number.checked_sub(1).map(|i| r.sentence[self.scene.candidates[i].tokens.start]);
        if before != Some(r.sentence[c.start]) {
            add(Clue::SentenceSubject);
        }
        if quote.alone {
            add(Clue::QuoteParagraph);
        }
    }

    fn previous_clues(
        &self,
        quote: &Quote,
        number: usize,
        previous: Option<Voice>,
        add: &mut impl FnMut(Clue),
    ) {
        let own = self.scene.person(number);
        let same = match (previous, self.scene.candidates[number].voice) {
            (Some(Voice::Person(a) | Voice::Role(Some(a))), _) => own == Some(a),
            (Some(Voice::Organisation(a)), Voice::Organisation(b)) => a == b,
            _ => false,
        };
        if !same || quote.number == 0 {
            return;
        }
        let r = self.scene.reading;
        let (q, cue) = (quote.tokens, &self.scene.quotes[quote.number].cue);
        let other = &self.scene.quotes[quote.number - 1];
        add(Clue::PreviousSpeaker);
        if cue.is_none() {
            add(Clue::PreviousSpeakerNoCue);
        }
        if cue.is_some() && *cue == other.cue
            || q.start - other.tokens.end <= 12 && cue.as_ref().is_none_or(|c| c.end <= q.start)
        {
            add(Clue::PreviousSpeakerSplit);
        }
        if r.paragraph[other.tokens.end - 1] == r.paragraph[q.start] {
            add(Clue::PreviousSpeakerParagraph);
        }
    }
}

/// Whether nothing that tells stands between a name and a verb.
fn is_directly_beside(r: &Reading, name: &Range<usize>, cue: &Range<usize>) -> bool {
    let mut between =
        if name.end <= cue.start { name.end..cue.start } else { cue.end..name.start.max(cue.end) };
    between.all(|i| r.classes[i].any(&[Class::Honorific, Class::The, Class::Article, Class::Comma]))
}

/// `f` for she, `m` for he, beside a cue.
fn pronoun_gender(r: &Reading, cue: &Range<usize>) -> Option<char> {
    (cue.start.saturating_sub(2)..(cue.end + 1).min(r.len())).find_map(|i| match r.cut(i, i + 1) {
        word if word.eq_ignore_ascii_case("she") => Some('f'),
        word if word.eq_ignore_ascii_case("he") => Some('m'),
        _ => None,
    })
}

impl Scene<'_> {
    fn those(&self, people: &[usize]) -> Those {
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

    fn genders(&self, people: &[usize]) -> Vec<Option<char>> {
        let r = self.reading;
        let mut out = Vec::new();
        for candidate in people.iter().map(|i| &self.candidates[*i]) {
            let Voice::Person(person) = candidate.voice else { continue };
            if out.len() <= person {
                out.resize(person + 1, None);
            }
            let start = candidate.tokens.start;
            out[person] = out[person].or_else(|| {
                (start.saturating_sub(4)..start).find_map(|i| {
                    let hit = r.hit(i, List::Honorifics).filter(|h| h.end as usize <= start)?;
                    match r.index.cell(hit.row, 1) {
                        "f" => Some('f'),
                        "m" => Some('m'),
                        _ => None,
                    }
                })
            });
        }
        out
    }

    fn same_sentence(&self, q: &Range<usize>, c: &Range<usize>) -> bool {
        let s = &self.reading.sentence;
        s[c.start] == s[q.start] || s[c.start] == s[q.end - 1]
            // the words behind a quotation that ends with a full stop: `“We begin.” said she`
            || self.reading.tokens.get(q.end + 1).is_some_and(|_| s[c.start] == s[q.end + 1]) && c.start > q.end && s[q.end + 1] <= s[q.end - 1] + 1
    }
}
