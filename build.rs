//! Compiles the lists of `gazetteers/` into the index that the library embeds.

#[allow(dead_code)]
#[path = "src/gazetteer/class.rs"]
mod class;
#[allow(dead_code)]
#[path = "src/gazetteer/compile.rs"]
mod compile;
#[allow(dead_code)]
#[path = "src/token/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "src/gazetteer/lists.rs"]
mod lists;
#[allow(dead_code)]
#[path = "src/token/scan.rs"]
mod scan;

use compile::{Compiler, WordFigure};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=gazetteers");
    println!("cargo::rerun-if-changed=src/gazetteer");
    println!("cargo::rerun-if-changed=src/token");
    let folder = Path::new("gazetteers");
    let mut compiler = Compiler::new();
    for spec in lists::LISTS {
        for path in files(folder, spec.stem) {
            for line in rows(&path) {
                compiler.row(spec, &line);
            }
        }
    }
    for (stem, figure) in [
        ("given-names", WordFigure::Given),
        ("family-names", WordFigure::Family),
        ("common-words", WordFigure::Rank),
        ("word-clusters", WordFigure::Group),
    ] {
        for path in files(folder, stem) {
            for line in rows(&path) {
                let (word, value) = line.split_once('\t').unwrap_or((&line, "1"));
                let value: u32 = value.parse().unwrap_or(1);
                let value = if figure == WordFigure::Rank { 1 + value.max(1).ilog2() } else { value };
                compiler.word(word, figure, value.min(255) as u8);
            }
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("gazetteer.dlx");
    fs::write(out, compiler.finish()).expect("the index can be written");
}

/// The file of a stem, or all whose names begin with a stem that ends in `-`; sorted by name.
fn files(folder: &Path, stem: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder gazetteers is there")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .filter(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if stem.ends_with('-') { name.starts_with(stem) } else { name == stem }
        })
        .collect();
    found.sort();
    found
}

fn rows(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().filter(|l| !l.starts_with("#:") && !l.is_empty()).map(str::to_owned).collect()
}
