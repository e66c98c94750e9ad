//! Gold files: `NAME.txt` with `NAME.gold.json` beside it.

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
    pub fn read(path: &Path) -> Result<GoldDocument, String> {
        let fail = |p: &Path, e: &dyn std::fmt::Display| format!("{}: {e}", p.display());
        let json = std::fs::read_to_string(path).map_err(|e| fail(path, &e))?;
        let gold: Gold = serde_json::from_str(&json).map_err(|e| fail(path, &e))?;
        let name = path.to_string_lossy();
        let text_path = PathBuf::from(name.strip_suffix(".gold.json").unwrap_or(&name).to_owned() + ".txt");
        let text = std::fs::read_to_string(&text_path).map_err(|e| fail(&text_path, &e))?;
        Ok(GoldDocument { path: path.to_owned(), text, gold })
    }
}

/// The gold files named, and those in folders named (recursively), sorted within a folder.
///
/// # Errors
/// Names the path that is neither.
pub fn gold_paths(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
                .map_err(|e| format!("{}: {e}", path.display()))?
                .filter_map(|entry| entry.ok().map(|e| e.path()))
                .filter(|p| p.is_dir() || p.to_string_lossy().ends_with(".gold.json"))
                .collect();
            inside.sort();
            out.extend(gold_paths(&inside)?);
        } else if path.is_file() {
            out.push(path.clone());
        } else {
            return Err(format!("{}: no such file or folder", path.display()));
        }
    }
    Ok(out)
}
