//! The one public error of the library: what could not be done, where, and why.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::{fmt, io};

/// What went wrong with a file.
///
/// Its message names the file and the line where these are known, then the cause: `gold/a.gold.json: line 3: expected
/// a number`. Odd text is never an error; it becomes a warning in the output.
#[derive(Debug)]
pub struct Error {
    place: Option<PathBuf>,
    line: Option<usize>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Io(io::Error),
    Json(serde_json::Error),
    Binary(&'static str),
    Malformed(String),
    Fault(String),
}

impl Error {
    /// A file that could not be read or written.
    pub fn io(path: &Path, cause: io::Error) -> Self {
        Error { place: Some(path.to_owned()), line: None, kind: Kind::Io(cause) }
    }

    /// JSON that is not what was expected.
    pub(crate) fn json(path: &Path, cause: serde_json::Error) -> Self {
        Error { place: Some(path.to_owned()), line: None, kind: Kind::Json(cause) }
    }

    /// Bytes that are no text; `why` completes "not a text file: ".
    pub(crate) fn binary(why: &'static str) -> Self {
        Error { place: None, line: None, kind: Kind::Binary(why) }
    }

    /// A line that does not read as it should; lines count from 1, and 0 means the file as a whole.
    pub fn malformed(path: &Path, line: usize, expected: impl Into<String>) -> Self {
        let line = (line > 0).then_some(line);
        Error { place: Some(path.to_owned()), line, kind: Kind::Malformed(expected.into()) }
    }

    /// A fault of ours: the extraction of a document panicked with this message.
    pub fn fault(path: &Path, panic: &(dyn Any + Send)) -> Self {
        let said = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
        let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Error { place: Some(path.to_owned()), line: None, kind: Kind::Fault(said) }
    }

    /// Whether it is a pipe that its reader closed.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(&self.kind, Kind::Io(cause) if cause.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The same error, said of the file `path` where it names none yet.
    #[must_use]
    pub fn in_file(mut self, path: &Path) -> Self {
        self.place.get_or_insert_with(|| path.to_owned());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}: ", place.display())?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        match &self.kind {
            Kind::Io(cause) => write!(f, "{}", plain(cause)),
            Kind::Json(cause) => write!(f, "{cause}"),
            Kind::Binary(why) => write!(f, "not a text file: {why}"),
            Kind::Malformed(expected) => f.write_str(expected),
            Kind::Fault(said) => write!(f, "a fault in the program, please report it: {said}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            Kind::Io(cause) => Some(cause),
            Kind::Json(cause) => Some(cause),
            Kind::Binary(_) | Kind::Malformed(_) | Kind::Fault(_) => None,
        }
    }
}

impl From<Error> for String {
    fn from(error: Error) -> Self {
        error.to_string()
    }
}

/// The usual causes in the same words on every system; the rest as the system says them.
fn plain(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder".to_owned(),
        _ => cause.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_file_the_line_and_the_cause() {
        let error = Error::malformed(Path::new("a.floors"), 3, "expected a number");
        assert_eq!(error.to_string(), "a.floors: line 3: expected a number");
        let error = Error::binary("it holds zero bytes").in_file(Path::new("b.txt"));
        assert_eq!(error.to_string(), "b.txt: not a text file: it holds zero bytes");
        let error = Error::io(Path::new("c"), io::ErrorKind::NotFound.into()).in_file(Path::new("d"));
        assert_eq!(error.to_string(), "c: no such file or folder");
    }
}
