//! The compiled lists as they lie in memory: nothing is built on loading, every look-up reads the bytes.

use super::class::Class;
use super::compile::{MAGIC, PLAIN, follower_bit};
use super::lists::{List, Variant};
use std::ops::Range;

/// A read-only view of a compiled index. Word and phrase look-ups walk the same trie.
#[derive(Clone, Copy)]
pub struct Index<'b> {
    words: &'b [[u8; SLOT]],
    nodes: &'b [[u8; NODE]],
    followers: &'b [[u8; FOLLOWER]],
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
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// what is said of the word, where the node is a single one
    pub word: WordInfo,
    entries: u8,
    first_entry: u32,
    /// bits of the words that may follow
    followers: u32,
    first_follower: u32,
    end_follower: u32,
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

impl WordInfo {
    /// Unpacks what the index holds: rank, both weights as a name in four bits each, group.
    #[inline]
    fn of([rank, names, group]: [u8; 3]) -> Self {
        WordInfo { rank, given: names & 15, family: names >> 4, group }
    }
}

impl Node {
    /// Whether neither a form nor a longer phrase is here.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.followers == 0 && self.entries == 0
    }
}

const HEAD: usize = 32;
const SLOT: usize = 8;
const NODE: usize = 16;
const FOLLOWER: usize = 12;
const ENTRY: usize = 16;

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

impl<'b> Index<'b> {
    /// Views `bytes` made by `Compiler::finish`; `None` where they are not such an index.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        if bytes.len() < HEAD || u32_at(bytes, 0) != MAGIC {
            return None;
        }
        let (head, mut rest) = bytes.split_at(HEAD);
        let mut section = |number: usize, size: usize| -> Option<&'b [u8]> {
            let (first, after) = rest.split_at_checked(u32_at(head, 4 * number) as usize * size)?;
            rest = after;
            Some(first)
        };
        Some(Index {
            words: section(1, SLOT)?.as_chunks().0,
            nodes: section(2, NODE)?.as_chunks().0,
            followers: section(3, FOLLOWER)?.as_chunks().0,
            entries: section(4, ENTRY)?,
            rows: section(5, 4)?,
            text: section(6, 1)?,
        })
    }

    /// The state reached from `state` (0 is the root) by the word with this hash.
    ///
    /// A word that no list has is taken for one that a list has once in a thousand million words or less often.
    #[inline]
    pub fn next(&self, state: u32, word: u64) -> Option<u32> {
        if state != 0 {
            return self.follow(&self.node(state), word);
        }
        let tag = (word >> 32) as u32;
        let mask = self.words.len().wrapping_sub(1);
        let mut at = word as usize & mask;
        loop {
            let slot = u64::from_le_bytes(*self.words.get(at)?);
            let next = (slot >> 32) as u32;
            if next == 0 || slot as u32 == tag {
                return (next != 0).then_some(next);
            }
            at = (at + 1) & mask;
        }
    }

    /// The state reached from a node by the word with this hash.
    #[inline]
    pub fn follow(&self, node: &Node, word: u64) -> Option<u32> {
        // most words that do not follow are told by their bit
        if node.followers & follower_bit(word) == 0 {
            return None;
        }
        let own = self.followers.get(node.first_follower as usize..node.end_follower as usize)?;
        let hash =
            |follower: &[u8; FOLLOWER]| u64::from_le_bytes(*follower.first_chunk().expect("eight bytes"));
        let at = own.binary_search_by_key(&word, hash).ok()?;
        Some(u32_at(&own[at], 8))
    }

    /// The node of a state.
    #[inline]
    pub fn node(&self, state: u32) -> Node {
        if state & PLAIN != 0 {
            let [rank, names, group, _] = state.to_le_bytes();
            return Node { word: WordInfo::of([rank, names, group]), ..Node::default() };
        }
        let [n, next] = [self.nodes[state as usize], self.nodes[state as usize + 1]];
        Node {
            word: WordInfo::of([n[0], n[1], n[2]]),
            entries: n[3],
            first_entry: u32_at(&n, 4),
            followers: u32_at(&n, 8),
            first_follower: u32_at(&n, 12),
            end_follower: u32_at(&next, 12),
        }
    }

    /// The forms that end at a node.
    pub fn entries(&self, node: Node) -> impl Iterator<Item = EntryRef> + use<'b> {
        let entries = self.entries;
        (node.first_entry..node.first_entry + u32::from(node.entries)).filter_map(move |i| {
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
