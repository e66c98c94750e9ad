//! Quotes to their speakers: everybody and everything near a quote that could speak (people, organisations, nouns such
//! as `a front-line doctor`) has clues, weighed by a fitted table.

use super::link::{LinkModel, clues, exclusive};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::token::Gap;
use std::ops::Range;

clues! {
    /// What a quote and a possible speaker have to do with each other.
    Clue {
        Any = "any",
        Person = "person", Organisation = "organisation", Noun = "noun", Role = "role",
        CueThenName = "after-quote-cue-then-name",
        NameThenCue = "after-quote-name-then-cue",
        NameCueBefore = "before-quote-name-then-cue",
        CueNameBefore = "before-quote-cue-then-name",
        NameColon = "name-colon-quote",
        NameColonDirectly = "name-directly-before-colon",
        DashName = "quote-dash-name",
        LineName = "quote-line-name",
        AccordingTo = "according-to-name",
        InWordsOf = "in-the-words-of-name",
        TouchCueName = "cue-touches-name-after-quote",
        TouchNameCue = "name-touches-cue-after-quote",
        TouchBefore = "name-touches-cue-before-quote",
        TouchBeforeLate = "cue-touches-name-before-quote",
        TouchRole = "office-touches-cue",
        OtherTouches = "cue-touches-another",
        NobodyTouches = "cue-touches-no-one",
        CueDirectly = "cue-directly-beside",
        CueNear = "cue-near",
        CueFar = "cue-far",
        NoCue = "no-cue",
        NearestToCue = "nearest-to-cue",
        SubjectOfCue = "subject-of-cue",
        SubjectBeside = "subject-with-apposition-before-cue",
        ObjectOfCue = "object-of-cue",
        After = "after-quote",
        Before = "before-quote",
        Inside = "inside-quote",
        SameSentence = "same-sentence",
        SameParagraph = "same-paragraph",
        ParagraphBefore = "paragraph-before",
        ParagraphAfter = "paragraph-after",
        Farther = "farther-paragraph",
        Between0 = "no-one-between",
        Between1 = "one-between",
        Between2 = "several-between",
        PersonBetween = "person-between",
        PreviousSpeaker = "speaker-of-quote-before",
        PreviousSpeakerNoCue = "speaker-of-quote-before-and-no-cue",
        PreviousSpeakerSplit = "speaker-of-quote-before-across-cue",
        PreviousSpeakerParagraph = "speaker-of-quote-before-in-paragraph",
        Pronoun = "pronoun-at-cue",
        PronounLast = "pronoun-at-cue-and-last-person",
        PronounNot = "pronoun-at-cue-and-not-last-person",
        GenderFits = "pronoun-fits-honorific",
        GenderDiffers = "pronoun-differs-from-honorific",
        LastPersonBefore = "last-person-before",
        FirstPersonAfter = "first-person-after",
        OnlyPerson = "only-person-of-item",
        OnlyPersonOfParagraph = "only-person-of-paragraph",
        OfNearer = "owner-of-another-name",
        AfterPreposition = "after-preposition",
        SentenceSubject = "first-name-of-sentence",
        QuoteParagraph = "quote-is-paragraph",
        RoleCue = "office-at-cue-is-of-person",
        InQuoteBefore = "inside-another-quote",
    }
}

/// Least probability of somebody who speaks together with another.
const COMPANION: f64 = 0.15;

/// What may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// an entity of the item's people
    Person(usize),
    /// an entity of the item's organisations
    Organisation(usize),
    /// a phrase in the text
    Noun,
    /// a role that stands alone, and its holder's entity where known
    Role(Option<usize>),
}

/// A possible speaker in the text.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Who or what it is.
    pub voice: Voice,
}

/// A quote in tokens, marks excluded, with its cue.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The reporting verb or phrase.
    pub cue: Option<Range<usize>>,
}

/// An item's quotes and possible speakers.
pub struct Scene<'a> {
    /// The item.
    pub reading: &'a Reading<'a>,
    /// Quotes, in text order.
    pub quotes: &'a [Stretch],
    /// Possible speakers, in text order.
    pub candidates: &'a [Candidate],
}

impl Scene<'_> {
    fn person(&self, i: usize) -> Option<usize> {
        match self.candidates[i].voice {
            Voice::Person(p) | Voice::Role(Some(p)) => Some(p),
            _ => None,
        }
    }

    /// The clues of a quote and a candidate; `previous` is the voice of the quote before.
    pub fn clues(&self, quote_number: usize, number: usize, previous: Option<Voice>, out: &mut Vec<u8>) {
        let quote = &self.quotes[quote_number];
        let candidate = &self.candidates[number];
        let (q, c) = (&quote.tokens, &candidate.tokens);
        let r = self.reading;
        let mut add = |clue: Clue| out.push(clue as u8);
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
        if self
            .quotes
            .iter()
            .enumerate()
            .any(|(i, other)| i != quote_number && other.tokens.contains(&c.start))
        {
            add(Clue::InQuoteBefore);
        }
        let anchor = if after { q.end - 1 } else { q.start };
        let distance = i64::from(r.paragraph[c.start]) - i64::from(r.paragraph[anchor]);
        if self.same_sentence(q, c) {
            add(Clue::SameSentence);
        }
        add(match distance {
            0 => Clue::SameParagraph,
            -1 => Clue::ParagraphBefore,
            1 => Clue::ParagraphAfter,
            _ => Clue::Farther,
        });
        let between = if after { q.end..c.start } else { c.end.min(q.start)..q.start };
        let inside = |m: &&Candidate| m.tokens.start >= between.start && m.tokens.end <= between.end;
        let others = self.candidates.iter().filter(inside).count();
        add([Clue::Between0, Clue::Between1, Clue::Between2][others.min(2)]);
        if self.candidates.iter().filter(inside).any(|m| matches!(m.voice, Voice::Person(_))) {
            add(Clue::PersonBetween);
        }
        self.cue_clues(quote, c, after, number, out);
        self.place_clues(quote_number, number, previous, &between, out);
    }

    /// Whether only offices, bodies, commas and brackets stand between a name and the verb behind it:
    /// `Ilse Thorn (NGO), its head, said`.
    fn apposed(&self, c: &Range<usize>, cue: &Range<usize>) -> bool {
        let r = self.reading;
        let covers = |o: &Candidate, t: usize| o.tokens.contains(&t);
        c.end <= cue.start
            && cue.start - c.end <= 30
            && r.sentence[c.start] == r.sentence[cue.start]
            && (c.end..cue.start).all(|t| {
                let person =
                    self.candidates.iter().any(|o| matches!(o.voice, Voice::Person(_)) && covers(o, t));
                !person
                    && (self.candidates.iter().any(|o| covers(o, t))
                        || r.classes[t].any(&[
                            Class::Comma,
                            Class::Opening,
                            Class::Closing,
                            Class::The,
                            Class::Owner,
                            Class::Auxiliary,
                            Class::Adverb,
                            Class::Of,
                            Class::Dash,
                        ]))
            })
    }

    /// `f` for she, `m` for he, beside a cue.
    fn pronoun_gender(&self, cue: &Range<usize>) -> Option<char> {
        let r = self.reading;
        (cue.start.saturating_sub(2)..(cue.end + 1).min(r.len())).find_map(|i| {
            match r.cut(i, i + 1).to_ascii_lowercase().as_str() {
                "she" => Some('f'),
                "he" => Some('m'),
                _ => None,
            }
        })
    }

    /// The gender that an honorific before any mention of the person tells.
    fn gender(&self, person: usize) -> Option<char> {
        let r = self.reading;
        self.candidates.iter().filter(|c| c.voice == Voice::Person(person)).find_map(|c| {
            (c.tokens.start.saturating_sub(4)..c.tokens.start).find_map(|i| {
                let hit = r.hit(i, List::Honorifics).filter(|h| h.end as usize <= c.tokens.start)?;
                match r.index.cell(hit.row, 1) {
                    "f" => Some('f'),
                    "m" => Some('m'),
                    _ => None,
                }
            })
        })
    }

    fn same_sentence(&self, q: &Range<usize>, c: &Range<usize>) -> bool {
        let s = &self.reading.sentence;
        s[c.start] == s[q.start] || s[c.start] == s[q.end - 1]
            // the words behind a quotation that ends with a full stop: `“We begin.” said she`
            || self.reading.tokens.get(q.end + 1).is_some_and(|_| s[c.start] == s[q.end + 1]) && c.start > q.end && s[q.end + 1] <= s[q.end - 1] + 1
    }

    fn cue_clues(&self, quote: &Stretch, c: &Range<usize>, after: bool, number: usize, out: &mut Vec<u8>) {
        let r = self.reading;
        let mut add = |clue: Clue| out.push(clue as u8);
        let Some(cue) = &quote.cue else {
            add(Clue::NoCue);
            return;
        };
        let cue_after = cue.start >= quote.tokens.end;
        let gap = if c.start >= cue.end { c.start - cue.end } else { cue.start.saturating_sub(c.end) };
        let name_first = c.end <= cue.start;
        if cue_after == after {
            add(match (cue_after, name_first) {
                (true, false) => Clue::CueThenName,
                (true, true) => Clue::NameThenCue,
                (false, true) => Clue::NameCueBefore,
                (false, false) => Clue::CueNameBefore,
            });
        }
        let skipped = |range: Range<usize>| {
            range
                .clone()
                .filter(|i| !r.classes[*i].any(&[Class::Honorific, Class::The, Class::Article, Class::Comma]))
                .count()
        };
        let near =
            if name_first { skipped(c.end..cue.start) } else { skipped(cue.end..c.start.max(cue.end)) };
        if near == 0 {
            add(Clue::CueDirectly);
        } else if gap <= 8 {
            add(Clue::CueNear);
        } else {
            add(Clue::CueFar);
        }
        let touches = |o: &Range<usize>| {
            let first = o.end <= cue.start;
            r.sentence[o.start] == r.sentence[cue.start]
                && (if first { skipped(o.end..cue.start) } else { skipped(cue.end..o.start.max(cue.end)) })
                    == 0
                || first && self.apposed(o, cue)
        };
        if touches(c) {
            add(match (cue_after, name_first) {
                (true, false) => Clue::TouchCueName,
                (true, true) => Clue::TouchNameCue,
                (false, true) => Clue::TouchBefore,
                (false, false) => Clue::TouchBeforeLate,
            });
            if matches!(self.candidates[number].voice, Voice::Role(_)) {
                add(Clue::TouchRole);
            }
        } else {
            let own = self.person(number);
            let other = (0..self.candidates.len()).any(|i| {
                (own.is_none() || self.person(i) != own)
                    && !quote.tokens.contains(&self.candidates[i].tokens.start)
                    && touches(&self.candidates[i].tokens)
            });
            add(if other { Clue::OtherTouches } else { Clue::NobodyTouches });
        }
        let nearest = |i: usize| {
            let o = &self.candidates[i].tokens;
            if o.start >= cue.end { o.start - cue.end } else { cue.start.saturating_sub(o.end) }
        };
        let in_quote = |i: usize| quote.tokens.contains(&self.candidates[i].tokens.start);
        let best = (0..self.candidates.len()).filter(|i| !in_quote(*i)).min_by_key(|i| nearest(*i));
        if best == Some(number) {
            add(Clue::NearestToCue);
        }
        let words = r.cut(cue.start, cue.end).to_ascii_lowercase();
        if words.starts_with("according") && !name_first && near == 0 {
            add(Clue::AccordingTo);
        }
        if words.ends_with(" of") && !name_first && near == 0 {
            add(Clue::InWordsOf);
        }
        // the subject stands before the cue in its clause, or directly behind it where the cue opens the clause
        if name_first && r.sentence[c.start] == r.sentence[cue.start] {
            let other = self.candidates.iter().any(|o| {
                o.tokens.end <= c.start
                    && r.sentence[o.tokens.start] == r.sentence[cue.start]
                    && o.tokens.start >= quote.tokens.end.min(cue.start)
            });
            add(if other { Clue::ObjectOfCue } else { Clue::SubjectOfCue });
        }
        if name_first && self.apposed(c, cue) {
            add(Clue::SubjectBeside);
        }
        let pronoun = |i: usize| r.is(i, Class::Pronoun);
        let at_cue = cue.start > 0 && pronoun(cue.start - 1)
            || pronoun(cue.end)
            || cue.start > 1 && pronoun(cue.start - 2);
        if at_cue {
            add(Clue::Pronoun);
            let last = self
                .candidates
                .iter()
                .rposition(|o| o.tokens.end <= quote.tokens.start && matches!(o.voice, Voice::Person(_)));
            let same =
                last.is_some_and(|l| self.person(l) == self.person(number) && self.person(l).is_some());
            add(if same { Clue::PronounLast } else { Clue::PronounNot });
            if let (Some(a), Some(b)) =
                (self.pronoun_gender(cue), self.person(number).and_then(|p| self.gender(p)))
            {
                add(if a == b { Clue::GenderFits } else { Clue::GenderDiffers });
            }
        }
    }

    fn place_clues(
        &self,
        quote_number: usize,
        number: usize,
        previous: Option<Voice>,
        between: &Range<usize>,
        out: &mut Vec<u8>,
    ) {
        let r = self.reading;
        let quote = &self.quotes[quote_number];
        let (q, c) = (&quote.tokens, &self.candidates[number].tokens);
        let voice = self.candidates[number].voice;
        let mut add = |clue: Clue| out.push(clue as u8);
        let after = c.start >= q.end;
        if after {
            let marks = between.clone().take(4);
            let dash = marks.clone().any(|i| r.is(i, Class::Dash));
            if dash && between.len() <= 10 {
                add(Clue::DashName);
            }
            let line = (q.end..=c.start).skip(1).any(|i| r.tokens[i].gap == Gap::Line) && between.len() <= 10;
            if line {
                add(Clue::LineName);
            }
        } else if let Some(colon) = between.clone().rev().take(3).find(|i| r.is(*i, Class::Colon)) {
            add(Clue::NameColon);
            if colon == c.end {
                add(Clue::NameColonDirectly);
            }
        }
        let people = |range: Range<usize>| {
            self.candidates
                .iter()
                .enumerate()
                .filter(move |(_, o)| matches!(o.voice, Voice::Person(_)) && range.contains(&o.tokens.start))
        };
        if people(0..q.start).next_back().map(|(i, _)| i) == Some(number) {
            add(Clue::LastPersonBefore);
        }
        if people(q.end..r.len()).next().map(|(i, _)| i) == Some(number) {
            add(Clue::FirstPersonAfter);
        }
        let own = self.person(number);
        if own.is_some() {
            if people(0..r.len()).all(|(i, _)| self.person(i) == own) {
                add(Clue::OnlyPerson);
            }
            let paragraph = r.paragraph[q.start];
            let from = r.paragraph.partition_point(|p| *p < paragraph);
            let to = r.paragraph.partition_point(|p| *p <= paragraph);
            if people(from..to).all(|(i, _)| self.person(i) == own) && c.start >= from && c.start < to {
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
        let first = self.candidates.iter().position(|o| r.sentence[o.tokens.start] == r.sentence[c.start]);
        if first == Some(number) {
            add(Clue::SentenceSubject);
        }
        let alone = (q.start < 2 || r.tokens[q.start - 1].gap == Gap::Blank)
            && r.tokens.get(q.end + 1).is_none_or(|t| t.gap >= Gap::Line);
        if alone {
            add(Clue::QuoteParagraph);
        }
        let Some(previous) = previous else { return };
        let same = match (previous, voice) {
            (Voice::Person(a), _) => own == Some(a),
            (Voice::Organisation(a), Voice::Organisation(b)) => a == b,
            (Voice::Role(Some(a)), _) => own == Some(a),
            _ => false,
        };
        if !same || quote_number == 0 {
            return;
        }
        let other = &self.quotes[quote_number - 1];
        add(Clue::PreviousSpeaker);
        if quote.cue.is_none() {
            add(Clue::PreviousSpeakerNoCue);
        }
        if quote.cue.is_some() && quote.cue == other.cue
            || q.start - other.tokens.end <= 12 && quote.cue.as_ref().is_none_or(|c| c.end <= q.start)
        {
            add(Clue::PreviousSpeakerSplit);
        }
        if r.paragraph[other.tokens.end - 1] == r.paragraph[q.start] {
            add(Clue::PreviousSpeakerParagraph);
        }
    }
}

/// For each quote the candidate that most likely speaks, with the probability, and others that speak with it; none
/// below the threshold.
pub fn speakers(scene: &Scene, model: &LinkModel) -> Vec<Vec<(usize, f64)>> {
    let mut out: Vec<Vec<(usize, f64)>> = Vec::new();
    let mut clues = Vec::with_capacity(32);
    let mut previous: Option<Voice> = None;
    for quote in 0..scene.quotes.len() {
        let scores: Vec<f64> = (0..scene.candidates.len())
            .map(|candidate| {
                clues.clear();
                scene.clues(quote, candidate, previous, &mut clues);
                model.score(&clues)
            })
            .collect();
        let single = exclusive(&scores);
        // what speaks for any mention of a person speaks for the person
        let all: Vec<f64> = (0..single.len())
            .map(|i| match scene.person(i) {
                None => single[i],
                own => (0..single.len()).filter(|j| scene.person(*j) == own).map(|j| single[j]).sum(),
            })
            .collect();
        let best = (0..all.len())
            .rev()
            .max_by(|a, b| all[*a].total_cmp(&all[*b]))
            .filter(|i| all[*i] >= model.threshold);
        previous = best.map(|c| scene.candidates[c].voice).or(previous);
        let mut chosen: Vec<(usize, f64)> = best.map(|i| (i, all[i])).into_iter().collect();
        if let Some(best) = best {
            chosen
                .extend(scene.companions(best, quote).filter(|i| all[*i] >= COMPANION).map(|i| (i, all[i])));
        }
        out.push(chosen);
    }
    out
}

impl Scene<'_> {
    /// People joined to a speaker by `and`, with nothing but offices, titles and commas between: they speak together.
    fn companions(&self, best: usize, quote: usize) -> impl Iterator<Item = usize> {
        let r = self.reading;
        let q = &self.quotes[quote].tokens;
        let own = self.person(best);
        (0..self.candidates.len()).filter(move |i| {
            let other = &self.candidates[*i];
            let (a, b) = (&self.candidates[best].tokens, &other.tokens);
            if !matches!(other.voice, Voice::Person(_)) || self.person(*i) == own || own.is_none() {
                return false;
            }
            let between = if a.end <= b.start { a.end..b.start } else { b.end..a.start };
            if between.len() > 25
                || r.paragraph[a.start] != r.paragraph[b.start]
                || q.contains(&b.start)
                || between.contains(&q.start)
            {
                return false;
            }
            let in_role = |t: usize| {
                self.candidates.iter().any(|c| matches!(c.voice, Voice::Role(_)) && c.tokens.contains(&t))
            };
            let mut and = false;
            between.clone().all(|t| {
                let classes = r.classes[t];
                let outside = !in_role(t);
                and |= outside && classes.any(&[Class::And, Class::Ampersand]);
                !outside
                    || classes.any(&[
                        Class::And,
                        Class::Ampersand,
                        Class::Comma,
                        Class::The,
                        Class::Honorific,
                        Class::Owner,
                    ])
            }) && and
        })
    }
}
