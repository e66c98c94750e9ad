//! The clues of a quote and a possible speaker.

use super::clause::{Mode, Pronoun};
use super::group::Group;
use super::quote::{Cue, Quote, Touch, is_directly_beside};
use super::view::View;
use super::{Clue, Scene, Voice};
use crate::gazetteer::Class;
use crate::token::Gap;
use std::ops::Range;

impl View<'_> {
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
            Voice::Noun if c.clone().any(|i| r.is(i, Class::SpeakerNoun)) => Clue::Noun,
            Voice::Noun => Clue::Unlisted,
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
        if let Some(other) = self.quoted[number] {
            if other != quote.number {
                add(Clue::InQuoteBefore);
            }
            // what is said in quotes does not tell who speaks, but the one named may be meant elsewhere too
            self.previous_clues(quote, number, previous, add);
            return;
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
        self.clause_clues(quote, number, add);
        self.salience_clues(quote, number, add);
    }

    fn clause_clues(&self, quote: &Quote, number: usize, add: &mut impl FnMut(Clue)) {
        let group = self.group[number];
        let Group { bare, opens, person, tokens } = &self.groups[group];
        if let Some(grammar) = &quote.grammar {
            let is = grammar.group == Some(group)
                || grammar.person.is_some() && grammar.person == self.who[number];
            add(if is { Clue::Grammar } else { Clue::NotGrammar });
            if grammar.is_person {
                add(if is { Clue::GrammarPerson } else { Clue::NotGrammarPerson });
            }
        }
        if *bare {
            add(Clue::Bare);
        }
        if *opens {
            add(Clue::Opens);
        }
        if *person && self.who[number].is_none() {
            add(Clue::BesidePerson);
        }
        if quote.first_after == Some(group) {
            add(Clue::FirstBehind);
        }
        if let Some(member) = quote.members.iter().find(|m| m.group == group) {
            add(Clue::Member);
            if !bare {
                add(Clue::Oblique);
            }
            if *bare {
                add([Clue::BareFirst, Clue::BareSecond, Clue::BareLater][member.before.min(2)]);
                add([Clue::BareLast, Clue::BareBeforeOne, Clue::BareBeforeMore][member.after.min(2)]);
            }
            for (holds, clue) in [
                (member.verb, Clue::VerbBetween),
                (member.relative, Clue::RelativeBehind),
                (member.relatives, Clue::RelativeBetween),
                (member.joined, Clue::Joined),
                (member.quote, Clue::QuoteBetween),
                (member.directly, Clue::DirectlyBeforeVerb),
            ] {
                if holds {
                    add(clue);
                }
            }
            let relative = quote.clause.pronoun.filter(|p| p.1 == Pronoun::Relative);
            if relative.is_some_and(|(at, _)| tokens.end <= at && at - tokens.end <= 1) {
                add(Clue::OfRelative);
            }
        } else if let Some(cue) = &quote.cue
            && tokens.start >= cue.tokens.end
            && self.scene.reading.sentence[tokens.start] == self.scene.reading.sentence[cue.tokens.start]
            && quote.clause.mode != Mode::Inverted
        {
            add(Clue::ObjectSide);
        }
    }

    fn salience_clues(&self, quote: &Quote, number: usize, add: &mut impl FnMut(Clue)) {
        let r = self.scene.reading;
        let c = &self.scene.candidates[number].tokens;
        let anchor = quote.clause.tokens.start.min(r.len() - 1);
        if c.start < anchor {
            let told = |at: usize| self.told[r.sentence[at] as usize];
            add(match told(anchor).saturating_sub(told(c.start)) {
                0 => Clue::Sentences0,
                1 => Clue::Sentences1,
                2 => Clue::Sentences2,
                3 => Clue::Sentences3,
                _ => Clue::SentencesMore,
            });
        }
        if let Some((_, pronoun)) = quote.clause.pronoun {
            let body = matches!(self.scene.candidates[number].voice, Voice::Organisation(_));
            match pronoun {
                Pronoun::It => add(if body { Clue::ItBody } else { Clue::ItOther }),
                Pronoun::They => add(if body { Clue::TheyBody } else { Clue::TheyOther }),
                Pronoun::Latter if quote.last_person == Some(number) => add(Clue::LatterLast),
                Pronoun::Former if quote.last_person == Some(number) => add(Clue::FormerLast),
                _ => {}
            }
        }
        let Some(own) = self.who[number] else { return };
        if quote.salient[0] == Some(own) {
            add(Clue::LastSubject);
        }
        if quote.salient[1] == Some(own) {
            add(Clue::LastSubjectButOne);
        }
        if self.named.first == Some(own) {
            add(Clue::FirstNamed);
        }
        if self.named.times.get(own).is_some_and(|n| *n == self.named.most) {
            add(Clue::MostNamed);
        }
        if self.named.heading.contains(&own) {
            add(Clue::InHeading);
        }
        if quote.inside.contains(&own) {
            add(Clue::NamedInQuote);
        }
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
        if quote.clause.mode == Mode::Pronoun {
            add(Clue::Pronoun);
            let own = self.scene.person(number);
            let same = own.is_some() && quote.last_person.is_some_and(|last| self.scene.person(last) == own);
            add(if same { Clue::PronounLast } else { Clue::PronounNot });
            let pronoun = quote.clause.pronoun.and_then(|p| p.1.gender());
            if let (Some(a), Some(b)) = (pronoun, own.and_then(|p| self.gender(p))) {
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
        if quote.clause.mode == Mode::Credit
            && c.start >= q.end
            && quote.first_after == Some(self.group[number])
        {
            add(Clue::CreditLine);
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

impl Scene<'_> {
    fn same_sentence(&self, q: &Range<usize>, c: &Range<usize>) -> bool {
        let s = &self.reading.sentence;
        s[c.start] == s[q.start] || s[c.start] == s[q.end - 1]
            // the words behind a quotation that ends with a full stop: `“We begin.” said she`
            || self.reading.tokens.get(q.end + 1).is_some_and(|_| s[c.start] == s[q.end + 1]) && c.start > q.end && s[q.end + 1] <= s[q.end - 1] + 1
    }
}
