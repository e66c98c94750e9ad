//! Gold files: `NAME.txt` with `NAME.gold.json` beside it.

use crate::document::{Offsets, Unit};
use crate::error::Error;
use crate::kind::Kind;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A gold file's content. Offsets are code points of the text, ends exclusive.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    /// The dated items.
    pub items: Vec<GoldItem>,
    /// The mentions, of all types.
    pub mentions: Vec<GoldMention>,
    /// Where given, only these types are scored, and items are not.
    pub types: Option<Vec<String>>,
    /// Types for which a spurious mention does not count.
    #[serde(default)]
    pub recall_only: Vec<String>,
}

/// An item of gold.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldItem {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// EDTF, or none.
    pub date: Option<String>,
    /// Title, or none.
    pub title: Option<String>,
}

/// A mention of gold.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldMention {
    /// Name of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text between.
    #[serde(default)]
    pub text: String,
    /// Counted neither for nor against.
    #[serde(default)]
    pub optional: bool,
    /// The fullest name, of a person or an organisation.
    pub name: Option<String>,
    /// Holders of a role, by name.
    pub holders: Option<Vec<String>>,
    /// ISO 3166-1 code of a country.
    pub code: Option<String>,
    /// Decimal amount.
    pub amount: Option<String>,
    /// Upper end of a range.
    pub amount_max: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Speakers of a quote, by name.
    pub speakers: Option<Vec<String>>,
    /// The reporting verb.
    pub cue: Option<String>,
}

impl Gold {
    /// Whether a type is annotated in this file.
    pub fn has(&self, kind: Kind) -> bool {
        self.types.as_ref().is_none_or(|types| types.iter().any(|t| t == kind.name()))
    }

    /// Whether spans lie in the text and cut the `text` that they state. Reading does not ask: a score needs no more
    /// than the offsets.
    ///
    /// # Errors
    /// Says which item or mention does not.
    pub fn check(&self, text: &str) -> Result<(), String> {
        let offsets = Offsets::new(text, Unit::Codepoint);
        let wrong = |start: usize, end: usize| start > end || end > offsets.total();
        if let Some(item) = self.items.iter().find(|i| wrong(i.start, i.end)) {
            return Err(format!("item {}..{} does not lie in the text", item.start, item.end));
        }
        for m in &self.mentions {
            let cut = text.get(offsets.byte_at(m.start)..offsets.byte_at(m.end));
            if wrong(m.start, m.end) || (!m.text.is_empty() && cut != Some(&m.text)) {
                let (kind, start, end) = (&m.kind, m.start, m.end);
                return Err(format!("{kind} {start}..{end} is {cut:?}, expected {:?}", m.text));
            }
        }
        Ok(())
    }

    /// Whether only what is missed counts for a type.
    pub fn recall_only(&self, kind: Kind) -> bool {
        self.recall_only.iter().any(|t| t == kind.name())
    }
}

/// A document of gold with its text.
#[derive(Debug, Clone)]
pub struct GoldDocument {
    /// The gold file.
    pub path: PathBuf,
    /// The text, as it came.
    pub text: String,
    /// What is right.
    pub gold: Gold,
}

impl GoldDocument {
    /// Reads one `NAME.gold.json` and the `NAME.txt` beside it.
    ///
    /// # Errors
    /// Names the file and says what is wrong with it.
    pub fn read(path: &Path) -> Result<GoldDocument, Error> {
        let json = std::fs::read(path).map_err(|e| Error::io(path, e))?;
        let gold: Gold = serde_json::from_slice(&json).map_err(|e| Error::json(path, e))?;
        let text_path = path.with_file_name(format!("{}.txt", stem(path)));
        let text = std::fs::read_to_string(&text_path).map_err(|e| Error::io(&text_path, e))?;
        Ok(GoldDocument { path: path.to_owned(), text, gold })
    }

    /// `NAME` of `folder/NAME.gold.json`.
    pub fn name(&self) -> String {
        stem(&self.path)
    }
}

fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(GOLD_SUFFIX).unwrap_or(&name).to_owned()
}

const GOLD_SUFFIX: &str = ".gold.json";

/// The gold files named, and those in folders named (recursively), sorted within a folder.
///
/// # Errors
/// Names the path that is neither a gold file nor a folder.
pub fn gold_paths(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let fail = |e| Error::io(path, e);
            let mut inside = Vec::new();
            for entry in std::fs::read_dir(path).map_err(fail)? {
                let entry = entry.map_err(fail)?.path();
                if entry.is_dir() || entry.to_string_lossy().ends_with(GOLD_SUFFIX) {
                    inside.push(entry);
                }
            }
            inside.sort();
            out.extend(gold_paths(&inside)?);
        } else if !path.is_file() {
            return Err(Error::io(path, std::io::ErrorKind::NotFound.into()));
        } else if !path.to_string_lossy().ends_with(GOLD_SUFFIX) {
            return Err(Error::malformed(path, 0, "expected a name that ends in .gold.json"));
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}
