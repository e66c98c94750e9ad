//! The stretches that have the form of a name: capitalised words, initials, particles and hyphens.

use crate::gazetteer::Class;
use crate::reading::{Classes, Reading};
use crate::token::scan::is_apostrophe;
use crate::token::{Gap, Shape};

/// Longest name, in words; longer ones are titles of works or rows of names without commas.
const MOST_WORDS: usize = 7;

/// Words that close a name in Turkic languages: daughter, son.
const PATRONYMIC: &[&str] =
    &["kyzy", "kizi", "qizi", "gyzy", "ogly", "ogli", "oglu", "oghlu", "uulu", "uly", "kyz"];

const FUNCTION: Classes = Classes::of(&[
    Class::The,
    Class::Article,
    Class::Of,
    Class::For,
    Class::To,
    Class::In,
    Class::At,
    Class::With,
    Class::On,
    Class::By,
    Class::From,
    Class::And,
    Class::Or,
    Class::As,
    Class::Preposition,
    Class::Determiner,
    Class::Owner,
    Class::Pronoun,
    Class::Object,
    Class::ForeignLink,
    Class::Conjunction,
    Class::Auxiliary,
    Class::Adverb,
]);

/// Whether the word is one of the closed classes of English.
pub fn is_function_word(classes: Classes) -> bool {
    classes.any(FUNCTION)
}

/// A word that can carry a name: capitalised and no function word, unless the lists know it as a name.
fn is_name_word(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    let classes = reading.classes[at];
    token.is_capitalised()
        && (!is_function_word(classes)
            || token.shape == Shape::Initial && token.end - token.start > 1
            || classes.has(Class::FamilyName) && at > 0 && reading.tokens[at].gap == Gap::Space)
}

/// Appends every stretch that begins at token `at` and can be a name.
pub fn spans_from(reading: &Reading, at: usize, out: &mut Vec<(u32, u32)>) {
    let particle = |i: usize| reading.is(i, Class::Particle) && reading.tokens[i].shape == Shape::Lower;
    // `el-Hage`: a particle joined to a name
    let joined = |i: usize| {
        particle(i)
            && reading.is(i + 1, Class::Hyphen)
            && reading.tokens.get(i + 2).is_some_and(|t| t.is_capitalised() && t.gap == Gap::Glued)
    };
    let starts = is_name_word(reading, at)
        || joined(at)
        || particle(at)
            && reading.tokens.get(at + 1).is_some_and(|t| t.is_capitalised() && t.gap <= Gap::Line);
    if !starts {
        return;
    }
    let mut words = 0;
    let mut end = at;
    while end < reading.len() && words < MOST_WORDS {
        let token = &reading.tokens[end];
        if end > at && token.gap >= Gap::Column {
            break;
        }
        if is_name_word(reading, end) {
            words += 1;
            let length = token.end - token.start;
            end += 1;
            // a short first name cut off with a full stop: `Kh. Battulga`, `Guðni Th. Jónsson`; a suffix: `Jr.`
            let stop = reading.tokens.get(end).is_some_and(|t| t.mark == '.' && t.gap == Gap::Glued);
            let suffix = stop && reading.is(end - 1, Class::PostNominal);
            out.push((at as u32, end as u32));
            if suffix {
                out.push((at as u32, end as u32 + 1));
                end += 1;
            } else if stop
                && length <= 3
                && reading.tokens.get(end + 1).is_some_and(|t| t.is_capitalised() && t.gap == Gap::Space)
            {
                end += 1;
            }
        } else if joined(end) {
            end += 2;
        } else if end > at
            && end + 3 < reading.len()
            && matches!(reading.cut(end, end + 3), "a/l" | "a/p" | "s/o" | "d/o")
            && reading.tokens.get(end + 3).is_some_and(|t| t.is_capitalised())
        {
            // son of, daughter of, in Malaysia and Singapore
            end += 3;
        } else if particle(end)
            && reading
                .tokens
                .get(end + 1)
                .is_some_and(|t| t.gap <= Gap::Line && (t.is_capitalised() || particle(end + 1)))
        {
            end += 1;
        } else if reading.is(end, Class::Hyphen) && end > at {
            end += 1;
            // `Kim Jong-un`: the part after a hyphen may be small
            if reading.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower && t.gap == Gap::Glued) {
                end += 1;
                out.push((at as u32, end as u32));
            }
        } else if end > at
            && token.shape == Shape::Lower
            && token.gap == Gap::Space
            && PATRONYMIC.contains(&reading.cut(end, end + 1))
        {
            end += 1;
            out.push((at as u32, end as u32));
        } else if end > at
            && token.gap == Gap::Glued
            && is_apostrophe(token.mark)
            && reading.tokens.get(end + 1).is_some_and(|t| t.is_capitalised() && t.gap == Gap::Space)
        {
            // a name that ends with an apostrophe: `Achieng' Wambua`
            end += 1;
        } else if end > at
            && token.mark == '-'
            && reading.tokens.get(end + 1).is_some_and(|t| t.gap == Gap::Line && t.is_capitalised())
        {
            // a double name broken at a line end
            end += 1;
        } else if end > at && token.mark == '-' && reading.broken_word(end + 1) {
            // a name cut at a line end: `Naila-⏎tikau`
            end += 2;
            out.push((at as u32, end as u32));
        } else if end > at
            && (token.mark == '“' || token.mark == '"' || token.mark == '‘')
            && token.gap == Gap::Space
        {
            // a nickname in marks: `Anna “Nan” Weir`
            let close = (end + 2..(end + 4).min(reading.len()))
                .find(|i| reading.is(*i, Class::Quotation) && reading.tokens[*i].gap == Gap::Glued);
            match close {
                Some(close)
                    if reading
                        .tokens
                        .get(close + 1)
                        .is_some_and(|t| t.is_capitalised() && t.gap == Gap::Space) =>
                {
                    end = close + 1;
                }
                _ => break,
            }
        } else {
            break;
        }
    }
}
