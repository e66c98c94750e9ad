//! Quotation marks of an item: which may open, which may close.

use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::token::Gap;

/// Marks that may pair with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// “ ” „ "
    Double,
    /// ‘ ’ '
    Single,
    /// « » ‹ ›
    Guillemet,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Its token.
    pub at: usize,
    /// With which marks it pairs.
    pub family: Family,
    /// May open a quotation.
    pub opens: bool,
    /// May close a quotation.
    pub closes: bool,
}

/// The family of a character, if it is a quotation mark.
pub(crate) fn family(c: char) -> Option<Family> {
    match c {
        '“' | '”' | '„' | '‟' | '"' | '″' => Some(Family::Double),
        '‘' | '’' | '\'' | '‚' | '`' => Some(Family::Single),
        '«' | '»' | '‹' | '›' => Some(Family::Guillemet),
        _ => None,
    }
}

/// The quotation marks in text order. Two single marks in a row (`''`) count as a double one.
pub(crate) fn marks(reading: &Reading) -> Vec<Mark> {
    let mut out = Vec::new();
    let tokens = &reading.tokens;
    for (at, token) in tokens.iter().enumerate() {
        if token.mark == '\0' {
            continue;
        }
        let Some(family) = family(token.mark) else { continue };
        if !reading.classes[at].any(&[Class::Quotation, Class::Possessive]) || token.end - token.start > 3 {
            continue;
        }
        let glued_before = at > 0 && token.gap == Gap::Glued;
        let before_opens = at > 0
            && reading.classes[at - 1].any(&[Class::Opening, Class::Dash, Class::Colon, Class::Quotation]);
        let glued_after = tokens.get(at + 1).is_some_and(|t| t.gap == Gap::Glued);
        let word_after = tokens.get(at + 1).is_some_and(|t| {
            t.gap == Gap::Glued
                && (t.is_word()
                    || t.mark == '\0'
                    || reading.classes[at + 1].any(&[Class::Quotation, Class::Opening, Class::Currency])
                    || t.mark == '.'
                    || t.mark == '…')
        });
        let (opens, closes) = match token.mark {
            '“' | '‟' => (true, glued_before && !word_after),
            '„' | '‚' | '‹' => (true, false),
            '”' => (!glued_before && word_after, true),
            '«' => (true, glued_before && !word_after),
            '»' => (!glued_before && word_after, true),
            '‘' => (!glued_before || before_opens, false),
            '’' => (!glued_before && word_after, glued_before),
            _ => ((!glued_before || before_opens) && word_after, glued_before || !glued_after),
        };
        if opens || closes {
            out.push(Mark { at, family, opens, closes });
        }
    }
    out
}
