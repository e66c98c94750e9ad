//! The text that is measured on: the fixtures, over and over.

#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// How much text, in bytes, at least.
const BYTES: usize = 4_000_000;

/// The project's folder.
pub fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files of a folder whose names end so, sorted.
pub fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(home().join(folder)).expect("the folder can be read");
    let mut out: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    out.retain(|path| path.to_string_lossy().ends_with(end));
    out.sort();
    out
}

/// About 4 MB of pages, each a fixture.
pub fn pages() -> Vec<String> {
    let paths =
        ["fixtures/small", "fixtures/dev", "fixtures/test"].map(|folder| files(folder, ".txt")).concat();
    let texts: Vec<String> =
        paths.iter().map(|p| fs::read_to_string(p).expect("a fixture is UTF-8")).collect();
    let mut pages = Vec::new();
    while bytes(&pages) < BYTES {
        pages.extend_from_slice(&texts);
    }
    pages
}

/// Bytes of all pages together.
pub fn bytes(pages: &[String]) -> usize {
    pages.iter().map(String::len).sum()
}
