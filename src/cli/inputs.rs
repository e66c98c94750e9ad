//! Paths as given to inputs in order: files, standard input, and the text files of folders.

use dateline::error::Error;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// One document to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// All of standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// The path that means standard input, and its name in the output.
    pub const STDIN: &str = "-";

    /// The path, for messages and for the output.
    pub fn path(&self) -> &Path {
        match self {
            Input::Stdin => Path::new(Input::STDIN),
            Input::File(path) => path,
        }
    }

    /// Its bytes.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        let read = match self {
            Input::File(path) => fs::read(path),
            Input::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        read.map_err(|e| Error::io(self.path(), e))
    }

    /// Its length in bytes, where that can be known before it is read.
    pub fn weight(&self) -> u64 {
        match self {
            Input::Stdin => 0,
            Input::File(path) => fs::metadata(path).map_or(0, |data| data.len()),
        }
    }
}

/// The inputs that one path stands for: a folder gives all its `.txt` files, those of folders in it too, by name.
pub(super) fn inputs_of(path: &Path) -> Result<Vec<Input>, Error> {
    if path.as_os_str() == Input::STDIN {
        return Ok(vec![Input::Stdin]);
    }
    if !path.is_dir() {
        return Ok(vec![Input::File(path.to_owned())]);
    }
    let mut files = Vec::new();
    text_files(path, &mut files)?;
    if files.is_empty() {
        return Err(Error::malformed(path, 0, "no .txt file in this folder"));
    }
    files.sort();
    Ok(files.into_iter().map(Input::File).collect())
}

/// Links to folders are not followed: they may lead back.
fn text_files(folder: &Path, out: &mut Vec<PathBuf>) -> Result<(), Error> {
    let fail = |e| Error::io(folder, e);
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let path = entry.path();
        if entry.file_type().map_err(fail)?.is_dir() {
            text_files(&path, out)?;
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && path.is_file() {
            out.push(path);
        }
    }
    Ok(())
}
