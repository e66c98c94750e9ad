//! An item as the rules read it: tokens, what the lists say of them, classes, sentences. Made once an item, in one
//! pass each; nothing here decides on a mention.

mod classes;

pub use classes::Classes;

use crate::document::Span;
use crate::gazetteer::{Class, Hit, Index, List, Lookup, WordInfo, look_up};
use crate::token::{Gap, Shape, Token, tokenise};

/// An item with all that was read of it. Token numbers count from the item's first token.
pub struct Reading<'t> {
    /// The whole document's text.
    pub text: &'t str,
    /// Where the item stands in it, in bytes.
    pub span: Span,
    /// Words, numbers and marks; offsets are those of the document.
    pub tokens: Vec<Token>,
    /// What the lists say.
    pub lookup: Lookup,
    /// The lists.
    pub index: Index<'t>,
    /// Classes, one set a token.
    pub classes: Vec<Classes>,
    /// Number of the sentence, one a token.
    pub sentence: Vec<u32>,
    /// Number of the paragraph (stretch between empty lines), one a token.
    pub paragraph: Vec<u32>,
    /// Tokens before this one belong to the heading.
    pub body: usize,
    /// For each token whether a name of the lists (a country, a place, a language, an organisation) covers it.
    pub named: Vec<bool>,
    /// For each token the group of its word, plus `CAPITAL_GROUP` where it is written with a capital; 0 without one.
    pub groups: Vec<u16>,
    /// Whether a photo credit's sign stands anywhere.
    pub credits: bool,
    /// For each token the first hit that begins at or after it.
    first_hit: Vec<u32>,
    /// For each token 1 + the longest hit of a known organisation that covers it, or 0.
    known: Vec<u32>,
    /// For each token 1 + the longest hit of a place exception that covers it, or 0; empty where there is none.
    exceptions: Vec<u32>,
    /// For each token 1 + the longest hit of a place that covers it, or 0; empty where there is none.
    places: Vec<u32>,
    /// Number of reporting verbs before each token.
    reporting: Vec<u32>,
    /// For each token how far from a role head it stands in that head's complement; 0 outside, 1 on the head.
    pub role_reach: Vec<u8>,
}

impl<'t> Reading<'t> {
    /// Reads the item at `span` of `text`; its heading ends at byte `heading_end`.
    pub fn new(text: &'t str, span: Span, heading_end: usize, index: Index<'t>) -> Self {
        let mut tokens = Vec::with_capacity(span.len() / 5);
        tokenise(span.of(text), span.start, &mut tokens);
        let lookup = look_up(&index, &tokens);
        let classes = classes::classify(text, &tokens, &lookup);
        let body = tokens.iter().position(|t| t.start as usize >= heading_end).unwrap_or(tokens.len());
        let mut first_hit: Vec<u32> = Vec::with_capacity(tokens.len() + 1);
        for (hit, next) in lookup.hits.iter().enumerate() {
            if first_hit.len() <= next.start as usize {
                first_hit.resize(next.start as usize + 1, hit as u32);
            }
        }
        first_hit.resize(tokens.len() + 1, lookup.hits.len() as u32);
        let mut reading = Reading {
            text,
            span,
            sentence: Vec::with_capacity(tokens.len()),
            paragraph: Vec::with_capacity(tokens.len()),
            role_reach: Vec::new(),
            named: named(&lookup, tokens.len()),
            groups: groups(&tokens, &lookup),
            credits: tokens.iter().any(|t| t.mark == '©'),
            known: covers(&lookup, List::Organisations, tokens.len()),
            exceptions: covers(&lookup, List::PlaceExceptions, tokens.len()),
            places: covers(&lookup, List::Places, tokens.len()),
            reporting: counts(&classes, Class::Reporting),
            tokens,
            lookup,
            index,
            classes,
            body,
            first_hit,
        };
        reading.sentences();
        reading.role_reach = reading.reach();
        reading
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The text of tokens `start..end`, as it stands.
    pub fn cut(&self, start: usize, end: usize) -> &'t str {
        self.bytes(start, end).of(self.text)
    }

    /// The byte span of tokens `start..end`.
    pub fn bytes(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].start as usize, self.tokens[end - 1].end as usize)
    }

    /// Classes of a token; those of the edge before the first and after the last.
    #[inline]
    pub fn classes_at(&self, at: isize) -> Classes {
        if at < 0 { Classes(1) } else { self.classes.get(at as usize).copied().unwrap_or(Classes(1)) }
    }

    /// The group of a token's word; 0 outside the item.
    #[inline]
    pub fn group_at(&self, at: isize) -> u16 {
        if at < 0 { 0 } else { self.groups.get(at as usize).copied().unwrap_or(0) }
    }

    /// Whether token `at` is of a class; false outside the item.
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|c| c.has(class))
    }

    /// Hits that begin at a token.
    pub fn hits_at(&self, at: usize) -> &[Hit] {
        let from = self.first_hit[at] as usize;
        let to = self.first_hit[at + 1] as usize;
        &self.lookup.hits[from..to]
    }

    /// The longest hit of a list that begins at a token.
    pub fn hit(&self, at: usize, list: List) -> Option<&Hit> {
        self.hits_at(at).iter().filter(|h| h.list == list).max_by_key(|h| h.end)
    }

    /// The longest known organisation that covers a token.
    pub fn known_at(&self, at: usize) -> Option<&Hit> {
        let n = *self.known.get(at)?;
        (n > 0).then(|| &self.lookup.hits[n as usize - 1])
    }

    /// The longest place exception that covers a token.
    pub fn exception_at(&self, at: usize) -> Option<&Hit> {
        let n = *self.exceptions.get(at)?;
        (n > 0).then(|| &self.lookup.hits[n as usize - 1])
    }

    /// The longest place that covers a token.
    pub fn place_at(&self, at: usize) -> Option<&Hit> {
        let n = *self.places.get(at)?;
        (n > 0).then(|| &self.lookup.hits[n as usize - 1])
    }

    /// Whether a reporting verb stands among tokens `start..end`.
    pub fn reporting_in(&self, start: usize, end: usize) -> bool {
        self.reporting[start.min(self.len())] < self.reporting[end.min(self.len())]
    }

    /// Whether a token is the rest of a word that a hyphen before it cut: `Govern-` `ment`.
    pub fn broken_word(&self, at: usize) -> bool {
        at > 0
            && self
                .tokens
                .get(at)
                .is_some_and(|t| t.shape == Shape::Lower && matches!(t.gap, Gap::Space | Gap::Line))
            && self.tokens[at - 1].gap == Gap::Glued
            && !self.classes[at].any(&[Class::And, Class::Of, Class::For, Class::To, Class::In])
    }

    /// The first token that begins at or after a byte of the document.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| (t.start as usize) < byte)
    }

    fn sentences(&mut self) {
        let (mut sentence, mut paragraph) = (0, 0);
        for at in 0..self.tokens.len() {
            if at > 0 {
                let token = &self.tokens[at];
                let new_line = token.gap >= Gap::Line;
                if token.gap == Gap::Blank || at == self.body {
                    paragraph += 1;
                    sentence += 1;
                } else if self.ends_sentence(at - 1) && !matches!(token.shape, Shape::Lower)
                    || new_line && self.classes[at].has(Class::Bullet)
                {
                    sentence += 1;
                }
            }
            self.sentence.push(sentence);
            self.paragraph.push(paragraph);
        }
    }

    /// Whether a sentence may end with the token: a full stop that belongs to no abbreviation, `!`, `?`; closing
    /// marks after them count to the sentence.
    fn ends_sentence(&self, at: usize) -> bool {
        if self.tokens[at].shape != Shape::Mark {
            return false;
        }
        let mut at = at;
        while at > 0
            && self.classes[at].any(&[Class::Quotation, Class::Closing])
            && self.tokens[at].gap == Gap::Glued
        {
            at -= 1;
        }
        let classes = self.classes[at];
        if classes.has(Class::Question) {
            return true;
        }
        classes.has(Class::Period)
            && self.tokens[at].shape == Shape::Mark
            && !classes.any(&[Class::Honorific, Class::Rank, Class::Academic, Class::Religious])
            && !(at > 0 && self.hits_at(at - 1).iter().any(|h| h.list == List::Abbreviations))
    }

    /// Marks each role head and the words that can still belong to its office.
    fn reach(&self) -> Vec<u8> {
        let mut reach = vec![0u8; self.len()];
        let mut at = 0;
        while at < self.len() {
            let head = self.classes[at].any(ROLE_HEADS) && !self.is(at, Class::Mark);
            if !head {
                at += 1;
                continue;
            }
            let mut distance = 1u8;
            while at < self.len() && self.classes[at].any(ROLE_HEADS) {
                reach[at] = 1;
                at += 1;
            }
            let mut open = false;
            while at < self.len() && distance < 24 {
                let classes = self.classes[at];
                let token = &self.tokens[at];
                let link = classes.any(&[
                    Class::Of,
                    Class::For,
                    Class::To,
                    Class::At,
                    Class::In,
                    Class::With,
                    Class::The,
                    Class::And,
                    Class::On,
                    Class::Ampersand,
                ]);
                if token.gap >= Gap::Column
                    || !(link
                        || token.is_capitalised()
                        || classes.any(&[Class::Hyphen, Class::Possessive, Class::Slash]))
                {
                    break;
                }
                // `the Minister and` is followed by somebody else; `Minister of Justice and the North Sea` goes on
                if link {
                    open = true;
                } else if !open && token.is_capitalised() {
                    break;
                }
                distance += 1;
                reach[at] = distance;
                at += 1;
            }
        }
        reach
    }
}

/// For each token 1 + the number of the longest hit of a list that covers it; empty where the list has no hit.
fn covers(lookup: &Lookup, list: List, length: usize) -> Vec<u32> {
    let mut out = Vec::new();
    for (n, hit) in lookup.hits.iter().enumerate().filter(|(_, h)| h.list == list) {
        if out.is_empty() {
            out = vec![0u32; length];
        }
        for slot in &mut out[hit.start as usize..hit.end as usize] {
            if *slot == 0 || lookup.hits[*slot as usize - 1].len() < hit.len() {
                *slot = n as u32 + 1;
            }
        }
    }
    out
}

/// What is added to the group of a word that is written with a capital.
pub const CAPITAL_GROUP: u16 = 256;

/// For each token the group of its word.
fn groups(tokens: &[Token], lookup: &Lookup) -> Vec<u16> {
    let group = |(token, word): (&Token, &WordInfo)| match (word.group, token.shape) {
        (0, _) => 0,
        (group, Shape::Lower) => u16::from(group),
        (group, _) => CAPITAL_GROUP + u16::from(group),
    };
    tokens.iter().zip(&lookup.words).map(group).collect()
}

/// For each token whether a hit of a list of names covers it.
fn named(lookup: &Lookup, length: usize) -> Vec<bool> {
    let mut out = vec![false; length];
    for hit in lookup.hits.iter().filter(|h| h.list <= List::OrganisationAmbiguous) {
        out[hit.start as usize..hit.end as usize].fill(true);
    }
    out
}

/// How many tokens of a class stand before each token, and before the end.
fn counts(classes: &[Classes], class: Class) -> Vec<u32> {
    let mut count = 0;
    let before = classes.iter().map(|c| {
        let before = count;
        count += u32::from(c.has(class));
        before
    });
    let mut out: Vec<u32> = before.collect();
    out.push(count);
    out
}

/// Classes of words that head a role.
pub const ROLE_HEADS: Classes = Classes::of(&[
    Class::RoleOffice,
    Class::RoleFunction,
    Class::RoleOwner,
    Class::RoleMember,
    Class::Rank,
    Class::Noble,
    Class::Academic,
    Class::Religious,
]);
