//! Hits, words and shapes to the classes of each token.

use crate::gazetteer::{Class, List, Lookup, Variant};
use crate::token::scan::{is_apostrophe, is_hyphen};
use crate::token::{Gap, Shape, Token};

/// The classes of one token, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u128);

impl Classes {
    /// Whether the token is of this class.
    #[inline]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// The set of these classes.
    #[inline]
    pub const fn of(classes: &[Class]) -> Classes {
        let mut set = 0;
        let mut i = 0;
        while i < classes.len() {
            set |= 1 << classes[i] as u8;
            i += 1;
        }
        Classes(set)
    }

    /// Both sets together.
    #[inline]
    pub const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// Whether the token is of one of these classes.
    #[inline]
    pub fn any(self, classes: impl Into<Classes>) -> bool {
        self.0 & classes.into().0 != 0
    }

    /// Adds a class.
    #[inline]
    pub fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }

    /// The first class in the order of the enumeration: what the token mainly is.
    #[inline]
    pub fn main(self) -> u8 {
        if self.0 == 0 { Class::Other as u8 } else { self.0.trailing_zeros() as u8 }
    }

    /// Hands on the classes one by one, as numbers, in order. Both halves of the set for themselves, since processors
    /// take no more than 64 bits at a time.
    #[inline]
    pub fn each(self, mut take: impl FnMut(u8)) {
        for (first, half) in [(0, self.0 as u64), (64, (self.0 >> 64) as u64)] {
            let mut rest = half;
            while rest != 0 {
                take(first + rest.trailing_zeros() as u8);
                rest &= rest - 1;
            }
        }
    }
}

impl<const N: usize> From<&[Class; N]> for Classes {
    #[inline]
    fn from(classes: &[Class; N]) -> Classes {
        Classes::of(classes)
    }
}

/// Classes of every token.
pub fn classify(text: &str, tokens: &[Token], lookup: &Lookup) -> Vec<Classes> {
    let mut classes: Vec<Classes> = tokens
        .iter()
        .enumerate()
        .map(|(i, token)| {
            let mut set = Classes::default();
            match token.shape {
                Shape::Mark | Shape::Possessive => set.add(mark_class(tokens, i)),
                Shape::Number => {
                    set.add(Class::Number);
                    let digits = &text[token.start as usize..token.end as usize];
                    if digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) {
                        set.add(Class::Year);
                    }
                }
                shape => word_classes(&mut set, shape, lookup.words[i]),
            }
            set
        })
        .collect();
    for hit in &lookup.hits {
        let class = match (hit.list, hit.variant) {
            (List::Organisations, Variant::Acronym) => Class::OrganisationAcronym,
            (List::Abbreviations, _) => continue,
            // `the company X`, not `Company X`, unless it is written so always
            (List::OrganisationNouns, _) if tokens[hit.start as usize].shape == Shape::Capital => continue,
            // `US`, `WHO`, `IT` in capitals are no pronouns
            (List::FunctionWords, _)
                if matches!(hit.class, Class::Pronoun | Class::Object)
                    && tokens[hit.start as usize].shape == Shape::Upper =>
            {
                continue;
            }
            _ => hit.class,
        };
        for set in &mut classes[hit.start as usize..hit.end as usize] {
            set.add(class);
            if hit.variant == Variant::Plural {
                set.add(Class::Plural);
            }
        }
    }
    classes
}

fn word_classes(set: &mut Classes, shape: Shape, word: crate::gazetteer::WordInfo) {
    set.add(match shape {
        Shape::Capital => Class::Capital,
        Shape::Upper => Class::Upper,
        Shape::Mixed => Class::Mixed,
        Shape::Initial => Class::Initial,
        Shape::Lower => Class::Lower,
        _ => Class::Other,
    });
    set.add(match word.rank {
        0 => Class::NoWord,
        1..=10 => Class::WordTop,
        11..=13 => Class::WordMiddle,
        _ => Class::WordRare,
    });
    if shape != Shape::Lower {
        match word.given {
            0 => {}
            1..=3 => set.add(Class::GivenWeak),
            _ => set.add(Class::GivenName),
        }
        match word.family {
            0 => {}
            1..=3 => set.add(Class::FamilyWeak),
            _ => set.add(Class::FamilyName),
        }
    }
}

fn mark_class(tokens: &[Token], i: usize) -> Class {
    let token = &tokens[i];
    if token.shape == Shape::Possessive {
        return Class::Possessive;
    }
    match token.mark {
        ',' => Class::Comma,
        '.' | '…' => Class::Period,
        ':' => Class::Colon,
        ';' => Class::Semicolon,
        '(' | '[' => Class::Opening,
        ')' | ']' => Class::Closing,
        '!' | '?' => Class::Question,
        '&' => Class::Ampersand,
        '/' | '|' => Class::Slash,
        '•' | '*' | '·' | '▪' | '‣' | '○' | '+' | '#' => Class::Bullet,
        '$' | '€' | '£' | '¥' | '₹' | '₦' => Class::Currency,
        '–' | '—' | '―' => Class::Dash,
        c if is_hyphen(c) => {
            let glued = token.gap == Gap::Glued && tokens.get(i + 1).is_some_and(|t| t.gap == Gap::Glued);
            if glued { Class::Hyphen } else { Class::Dash }
        }
        // an apostrophe after a plural: `ministers’ meeting`
        c if is_apostrophe(c)
            && token.gap == Gap::Glued
            && i > 0
            && tokens[i - 1].is_word()
            && tokens.get(i + 1).is_some_and(|t| t.gap == Gap::Space) =>
        {
            Class::Possessive
        }
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '‹' | '›' | '‟' => {
            Class::Quotation
        }
        _ => Class::Mark,
    }
}
