//! Lists to one index: a trie over words, which needs no building when it is loaded. First words are found in a hash
//! table, those that follow them in a row of their own for each node.
//!
//! The build script includes this file too. The format is little-endian: a head of eight `u32` (magic, slots of words,
//! nodes, followers, entries, rows, bytes of text, 0), then the sections in that order. See `index.rs` for what each
//! holds.

use super::class::class_of;
use super::fold::{fold_into, hash};
use super::lists::{Case, ListSpec, Variant, plural_of};
use super::scan::{Shape, Token, tokenise};
use std::collections::HashMap;

/// First four bytes of an index.
pub const MAGIC: u32 = u32::from_le_bytes(*b"DLX2");

/// Set in the state of a word that is in no phrase and no list but has a figure: the figures stand in the state.
pub const PLAIN: u32 = 1 << 31;

/// Builds an index from rows of lists.
#[derive(Default)]
pub struct Compiler {
    /// Nodes of single words, by the word's hash.
    words: HashMap<u64, u32>,
    /// Nodes of longer phrases, by the node before and the last word.
    phrases: HashMap<(u32, u64), u32>,
    nodes: Vec<Node>,
    rows: Vec<u32>,
    text: Vec<u8>,
}

#[derive(Default, Clone)]
struct Node {
    rank: u8,
    given: u8,
    family: u8,
    group: u8,
    /// Bit i: a word of which `follower_bit` is i may follow.
    followers: u32,
    entries: Vec<Entry>,
}

#[derive(Clone)]
struct Entry {
    list: u8,
    variant: u8,
    class: u8,
    row: u32,
    capitals: u32,
    uppers: u32,
}

impl Compiler {
    /// An empty index with its root.
    pub fn new() -> Self {
        Compiler { nodes: vec![Node::default()], ..Default::default() }
    }

    /// Adds one row of a list: the line as it stands, tab-separated.
    pub fn row(&mut self, spec: &ListSpec, line: &str) {
        let row = self.rows.len() as u32;
        self.rows.push(self.text.len() as u32);
        self.text.extend_from_slice(line.as_bytes());
        let cells: Vec<&str> = line.split('\t').collect();
        let class = class_of(spec.list, &cells) as u8;
        for &(column, variant) in spec.forms {
            for form in cells.get(column).copied().unwrap_or("-").split('|') {
                if form.is_empty() || form == "-" {
                    continue;
                }
                self.form(spec, form, variant, class, row);
                if spec.plural && variant == Variant::Name {
                    self.form(spec, &plural_of(form), Variant::Plural, class, row);
                }
            }
        }
    }

    fn form(&mut self, spec: &ListSpec, form: &str, variant: Variant, class: u8, row: u32) {
        let form = form.strip_prefix("The ").or_else(|| form.strip_prefix("the ")).unwrap_or(form);
        let mut tokens: Vec<Token> = Vec::new();
        tokenise(form, 0, &mut tokens);
        // a form longer than the bits of its case can't be told from another
        if tokens.is_empty() || tokens.len() > 32 {
            return;
        }
        let (mut capitals, mut uppers) = (0u32, 0u32);
        for (i, token) in tokens.iter().enumerate() {
            match token.shape {
                Shape::Capital | Shape::Initial if spec.case == Case::Written => capitals |= 1 << i,
                // `KfW`, `ECOWAS`: more than the first letter is large, and stays so (`AM` is no `am`); where case
                // does not bind, `d'Affaires` may still be `d'affaires`
                Shape::Mixed if spec.case == Case::Any => {}
                Shape::Upper | Shape::Mixed => {
                    capitals |= 1 << i;
                    uppers |= 1 << i;
                }
                _ => {}
            }
        }
        let node = self.walk(&tokens);
        let entry = Entry { list: spec.list as u8, variant: variant as u8, class, row, capitals, uppers };
        let entries = &mut self.nodes[node as usize].entries;
        if !entries.iter().any(|e| e.list == entry.list && e.row == entry.row) {
            entries.push(entry);
        }
    }

    fn walk(&mut self, tokens: &[Token]) -> u32 {
        let mut state = 0u32;
        for token in tokens {
            state = self.child(state, token.hash);
        }
        state
    }

    fn child(&mut self, state: u32, word: u64) -> u32 {
        let next = self.nodes.len() as u32;
        let node = if state == 0 {
            *self.words.entry(word).or_insert(next)
        } else {
            self.nodes[state as usize].followers |= follower_bit(word);
            *self.phrases.entry((state, word)).or_insert(next)
        };
        if node == next {
            self.nodes.push(Node::default());
        }
        node
    }

    /// Gives a single word a figure: its bucket as an ordinary word, its weight as a given or a family name, its group.
    pub fn word(&mut self, word: &str, kind: WordFigure, value: u8) {
        let mut folded = Vec::new();
        fold_into(word, &mut folded);
        let node = self.child(0, hash(&folded)) as usize;
        let slot = match kind {
            WordFigure::Rank => &mut self.nodes[node].rank,
            WordFigure::Given => &mut self.nodes[node].given,
            WordFigure::Family => &mut self.nodes[node].family,
            WordFigure::Group => &mut self.nodes[node].group,
        };
        *slot = if *slot == 0 || kind != WordFigure::Rank { (*slot).max(value) } else { (*slot).min(value) };
    }

    /// The index as bytes.
    pub fn finish(mut self) -> Vec<u8> {
        // The commonest words lie together, behind the root, which stays with nothing in it: a word of no list leads there.
        let mut order: Vec<usize> =
            (0..self.nodes.len()).filter(|n| *n == 0 || !self.nodes[*n].is_plain()).collect();
        order.sort_by_key(|n| (*n > 0, self.nodes[*n].rank.wrapping_sub(1)));
        let mut states: Vec<u32> = self.nodes.iter().map(Node::figures).collect();
        for (number, node) in order.iter().enumerate() {
            states[*node] = number as u32;
        }
        let kept: Vec<Node> = order.iter().map(|n| std::mem::take(&mut self.nodes[*n])).collect();
        let words = self.words.iter().map(|(word, node)| (*word, states[*node as usize])).collect();
        let table = table(words);
        let mut followers: Vec<(u32, u64, u32)> = self
            .phrases
            .iter()
            .map(|((from, word), node)| (states[*from as usize], *word, states[*node as usize]))
            .collect();
        followers.sort_unstable();
        let entries: usize = kept.iter().map(|n| n.entries.len()).sum();
        self.rows.push(self.text.len() as u32);
        let mut out = Vec::new();
        // one node more than there are, so that each has a next one that says where its followers end
        let nodes = kept.len() + 1;
        let sections = [table.len(), nodes, followers.len(), entries, self.rows.len(), self.text.len(), 0];
        out.extend(MAGIC.to_le_bytes());
        for length in sections {
            out.extend((length as u32).to_le_bytes());
        }
        for (tag, state) in table {
            out.extend(tag.to_le_bytes());
            out.extend(state.to_le_bytes());
        }
        let mut start = 0u32;
        for (number, node) in kept.iter().chain([&Node::default()]).enumerate() {
            let entries = u8::try_from(node.entries.len()).expect("a form stands in few rows");
            let first = followers.partition_point(|(from, ..)| (*from as usize) < number);
            out.extend([node.rank, node.given | node.family << 4, node.group, entries]);
            for field in [start, node.followers, first as u32] {
                out.extend(field.to_le_bytes());
            }
            start += u32::from(entries);
        }
        for (_, word, state) in followers {
            out.extend(word.to_le_bytes());
            out.extend(state.to_le_bytes());
        }
        for entry in kept.iter().flat_map(|n| &n.entries) {
            out.extend([entry.list, entry.variant, entry.class, 0]);
            for field in [entry.row, entry.capitals, entry.uppers] {
                out.extend(field.to_le_bytes());
            }
        }
        for row in &self.rows {
            out.extend(row.to_le_bytes());
        }
        out.extend(&self.text);
        out
    }
}

impl Node {
    /// Whether neither a form nor a longer phrase is here.
    fn is_plain(&self) -> bool {
        self.followers == 0 && self.entries.is_empty()
    }

    /// The state of a word of which there is no more to say than its figures.
    fn figures(&self) -> u32 {
        PLAIN | u32::from_le_bytes([self.rank, self.given | self.family << 4, self.group, 0])
    }
}

/// The bit that stands for a word among those that may follow a node.
#[inline]
pub fn follower_bit(word: u64) -> u32 {
    1 << (word >> 59)
}

/// A hash table of keys to states: a slot holds the key's upper half and the state, which is never 0; the lower half
/// says where the search begins.
///
/// Twice as large a table is tried where two keys could be taken for one another.
fn table(mut keys: Vec<(u64, u32)>) -> Vec<(u32, u32)> {
    keys.sort_unstable();
    let mut size = (keys.len() * 3 / 2).next_power_of_two().max(8);
    loop {
        let mut slots = vec![(0u32, 0u32); size];
        let fits = keys.iter().all(|&(key, state)| {
            let tag = (key >> 32) as u32;
            let mut at = key as usize & (size - 1);
            while slots[at].1 != 0 && slots[at].0 != tag {
                at = (at + 1) & (size - 1);
            }
            let free = slots[at].1 == 0;
            slots[at] = (tag, state);
            free
        });
        if fits {
            return slots;
        }
        size *= 2;
    }
}

/// What is said of a single word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFigure {
    /// bucket of its rank among ordinary words: 1 + floor(log2(rank))
    Rank,
    /// weight as a given name, 1 to 9
    Given,
    /// weight as a family name, 1 to 9
    Family,
    /// number of the group of words it stands in like company with, 1 to 255
    Group,
}
