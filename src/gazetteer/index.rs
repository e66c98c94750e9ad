//! The compiled lists as they lie in memory: nothing is built on loading, every look-up reads the bytes.

use super::class::Class;
use super::lists::{List, Variant};
use crate::token::fold::step;
use std::ops::Range;

/// A read-only view of a compiled index. Word and phrase look-ups walk the same trie.
#[derive(Clone, Copy)]
pub struct Index<'b> {
    slots: &'b [u8],
    mask: usize,
    nodes: &'b [u8],
    entries: &'b [u8],
    rows: &'b [u8],
    text: &'b [u8],
}

/// What the lists say of a single word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordInfo {
    /// 0 where it is no ordinary word, else 1 + floor(log2(rank)): 1 for the commonest, 16 for rank 60,000
    pub rank: u8,
    /// weight as a given name, 0 to 9
    pub given: u8,
    /// weight as a family name, 0 to 9
    pub family: u8,
    /// number of the group of words it stands in like company with; 0 where it has none
    pub group: u8,
}

/// A node of the trie.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// what is said of the word, where the node is a single one
    pub word: WordInfo,
    /// whether a longer phrase goes on from here
    pub goes_on: bool,
    first_entry: u32,
    entries: u32,
}

/// A form of a list row that ends at a node.
#[derive(Clone, Copy, Debug)]
pub struct EntryRef {
    /// which list
    pub list: List,
    /// which form of the row
    pub variant: Variant,
    /// what the row makes of the tokens it covers
    pub class: Class,
    /// number of the row
    pub row: u32,
    /// bit i set: token i begins with a capital
    pub capitals: u32,
    /// bit i set: token i has more than one capital
    pub uppers: u32,
}

const HEAD: usize = 24;
const SLOT: usize = 12;
const NODE: usize = 12;
const ENTRY: usize = 16;

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

impl<'b> Index<'b> {
    /// Views `bytes` made by `Compiler::finish`; `None` where they are not such an index.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        if bytes.len() < HEAD || u32_at(bytes, 0) != super::compile::MAGIC {
            return None;
        }
        let head: Vec<usize> = (1..6).map(|i| u32_at(bytes, 4 * i) as usize).collect();
        let mut rest = &bytes[HEAD..];
        let mut section = |len: usize| -> Option<&'b [u8]> {
            let (first, after) = rest.split_at_checked(len)?;
            rest = after;
            Some(first)
        };
        Some(Index {
            slots: section(head[0] * SLOT)?,
            mask: head[0] - 1,
            nodes: section(head[1] * NODE)?,
            entries: section(head[2] * ENTRY)?,
            rows: section(head[3] * 4)?,
            text: section(head[4])?,
        })
    }

    /// The node reached from `state` (0 is the root) by the word with this hash.
    #[inline]
    pub fn next(&self, state: u32, word: u64) -> Option<u32> {
        let key = step(state, word);
        let mut at = key as usize & self.mask;
        loop {
            let slot = &self.slots[at * SLOT..at * SLOT + SLOT];
            let node = u32_at(slot, 8);
            if node == 0 {
                return None;
            }
            if u64::from_le_bytes(slot[..8].try_into().expect("eight bytes")) == key {
                return Some(node);
            }
            at = (at + 1) & self.mask;
        }
    }

    /// A node by its number.
    #[inline]
    pub fn node(&self, number: u32) -> Node {
        let n = &self.nodes[number as usize * NODE..][..NODE];
        Node {
            word: WordInfo { rank: n[0], given: n[1], family: n[2], group: n[10] },
            goes_on: n[3] != 0,
            first_entry: u32_at(n, 4),
            entries: u32::from(u16::from_le_bytes([n[8], n[9]])),
        }
    }

    /// The forms that end at a node.
    pub fn entries(&self, node: Node) -> impl Iterator<Item = EntryRef> + use<'b> {
        let entries = self.entries;
        (node.first_entry..node.first_entry + node.entries).filter_map(move |i| {
            let e = &entries[i as usize * ENTRY..][..ENTRY];
            Some(EntryRef {
                list: super::lists::LISTS.get(e[0] as usize)?.list,
                variant: [Variant::Name, Variant::Acronym, Variant::Other, Variant::Plural]
                    [e[1] as usize & 3],
                class: *Class::ALL.get(e[2] as usize)?,
                row: u32_at(e, 4),
                capitals: u32_at(e, 8),
                uppers: u32_at(e, 12),
            })
        })
    }

    /// The rows of a list, which stand together.
    pub fn rows_of(&self, list: List) -> Range<u32> {
        let own = || self.entries.chunks_exact(ENTRY).filter(|e| e[0] == list as u8).map(|e| u32_at(e, 4));
        own().min().unwrap_or(0)..own().max().map_or(0, |last| last + 1)
    }

    /// The bytes of a row.
    fn line(&self, row: u32) -> &'b [u8] {
        let at = row as usize * 4;
        &self.text[u32_at(self.rows, at) as usize..u32_at(self.rows, at + 4) as usize]
    }

    /// The cells of a row, as the list has them.
    pub fn cells(&self, row: u32) -> impl Iterator<Item = &'b str> + use<'b> {
        std::str::from_utf8(self.line(row)).unwrap_or_default().split('\t')
    }

    /// One cell of a row; `-` and a missing cell are empty.
    pub fn cell(&self, row: u32, column: usize) -> &'b str {
        // rows can be long and the cell short: only the cell is taken for text
        let line = self.line(row);
        let mut tabs = memchr::memchr_iter(b'\t', line);
        let start = match column.checked_sub(1) {
            None => 0,
            Some(before) => match tabs.nth(before) {
                None => return "",
                Some(tab) => tab + 1,
            },
        };
        match &line[start..tabs.next().unwrap_or(line.len())] {
            b"-" => "",
            cell => std::str::from_utf8(cell).unwrap_or_default(),
        }
    }
}
