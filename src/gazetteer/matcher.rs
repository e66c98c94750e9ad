//! Tokens to hits: one walk over the tokens finds what every list has, whatever white space or line end stands
//! between the words.

use super::class::Class;
use super::index::{Index, WordInfo};
use super::lists::{List, Variant};
use crate::token::{Gap, Shape, Token};

/// A form of a list found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// first token
    pub start: u32,
    /// one past the last token
    pub end: u32,
    /// which list
    pub list: List,
    /// which form of the row
    pub variant: Variant,
    /// what the row makes of the tokens it covers
    pub class: Class,
    /// number of the row in the index
    pub row: u32,
}

impl Hit {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Never: a hit covers at least one token.
    pub fn is_empty(&self) -> bool {
        false
    }
}

/// What the lists say of a text: a figure a word and the hits, by first token, longest first.
#[derive(Default, Debug)]
pub struct Lookup {
    /// one a token
    pub words: Vec<WordInfo>,
    /// of each list only the hits that lie in no longer hit of the same list
    pub hits: Vec<Hit>,
}

/// Looks every token and every phrase up.
pub fn look_up(index: &Index, tokens: &[Token]) -> Lookup {
    // The words first, all of them: each costs a wait for memory, and these waits do not depend on one another.
    let states: Vec<u32> = tokens.iter().map(|token| index.next(0, token.hash).unwrap_or(0)).collect();
    let mut out =
        Lookup { words: Vec::with_capacity(tokens.len()), hits: Vec::with_capacity(tokens.len() / 2) };
    let mut covered = [0u32; super::lists::LISTS.len()];
    let mut found: Vec<Hit> = Vec::new();
    for (at, &first) in states.iter().enumerate() {
        let mut node = index.node(first);
        out.words.push(node.word);
        if node.is_plain() {
            continue;
        }
        found.clear();
        let mut end = at;
        loop {
            for entry in index.entries(node) {
                if fits(&tokens[at..=end], entry.capitals, entry.uppers) {
                    found.push(Hit {
                        start: at as u32,
                        end: end as u32 + 1,
                        list: entry.list,
                        variant: entry.variant,
                        class: entry.class,
                        row: entry.row,
                    });
                }
            }
            end += 1;
            let Some(token) = tokens.get(end) else { break };
            if token.gap >= Gap::Column {
                break;
            }
            let Some(next) = index.follow(&node, token.hash) else { break };
            node = index.node(next);
        }
        for hit in found.iter().rev() {
            let seen = &mut covered[hit.list as usize];
            if hit.end > *seen
                || found.iter().any(|h| h.list == hit.list && h.end == hit.end && h.end == *seen)
            {
                *seen = hit.end;
                out.hits.push(*hit);
            }
        }
    }
    out
}

/// Whether the case of the tokens allows the form.
///
/// A capital of the form asks for one in the text; a form with several capitals in a word (`UNODC`, `KfW`) asks
/// for a word that is large beyond its first letter. A word in capitals fits a form with one.
fn fits(tokens: &[Token], capitals: u32, uppers: u32) -> bool {
    tokens.iter().enumerate().all(|(i, token)| {
        let bit = 1u32 << i.min(31);
        if uppers & bit != 0 {
            matches!(token.shape, Shape::Upper | Shape::Mixed | Shape::Other)
        } else if capitals & bit != 0 {
            token.is_capitalised()
        } else {
            true
        }
    })
}
