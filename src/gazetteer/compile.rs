//! Lists to one index: a trie over words, stored as a hash table, so that it needs no building when it is loaded.
//!
//! The build script includes this file too. The format is little-endian: a head of six `u32` (magic, slots, nodes,
//! entries, rows, bytes of text), then the sections in that order. See `index.rs` for what each holds.

use super::class::class_of;
use super::fold::{fold_into, hash, step};
use super::lists::{Case, ListSpec, Variant, plural_of};
use super::scan::{Shape, Token, tokenise};
use std::collections::HashMap;

/// First four bytes of an index.
pub const MAGIC: u32 = u32::from_le_bytes(*b"DLX1");

/// Builds an index from rows of lists.
#[derive(Default)]
pub struct Compiler {
    children: HashMap<u64, u32>,
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
    has_children: bool,
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
        let key = step(state, word);
        if let Some(&next) = self.children.get(&key) {
            return next;
        }
        let next = self.nodes.len() as u32;
        self.nodes.push(Node::default());
        self.nodes[state as usize].has_children = true;
        self.children.insert(key, next);
        next
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
        let slots = (self.children.len() * 3 / 2).next_power_of_two().max(8);
        let mut table = vec![(0u64, 0u32); slots];
        let mut keys: Vec<(u64, u32)> = self.children.iter().map(|(k, v)| (*k, *v)).collect();
        keys.sort_unstable();
        for (key, node) in keys {
            let mut at = key as usize & (slots - 1);
            while table[at].1 != 0 {
                at = (at + 1) & (slots - 1);
            }
            table[at] = (key, node);
        }
        let entries: usize = self.nodes.iter().map(|n| n.entries.len()).sum();
        self.rows.push(self.text.len() as u32);
        let mut out = Vec::new();
        for head in [MAGIC as usize, slots, self.nodes.len(), entries, self.rows.len(), self.text.len()] {
            out.extend((head as u32).to_le_bytes());
        }
        for (key, node) in table {
            out.extend(key.to_le_bytes());
            out.extend(node.to_le_bytes());
        }
        let mut start = 0u32;
        for node in &self.nodes {
            out.extend([node.rank, node.given, node.family, u8::from(node.has_children)]);
            out.extend(start.to_le_bytes());
            out.extend((node.entries.len() as u16).to_le_bytes());
            out.extend([node.group, 0]);
            start += node.entries.len() as u32;
        }
        for entry in self.nodes.iter().flat_map(|n| &n.entries) {
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
