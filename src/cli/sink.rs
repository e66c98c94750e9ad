//! Where documents are gathered to one output: what stands between them, and what becomes of failures.

use super::complain;
use super::destination::Destination;
use dateline::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;

/// How the documents are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// One, for people.
    Pretty,
    /// One line each.
    Lines,
    /// One JSON value, one line each.
    Array,
}

/// The output of a run. It opens its destination with the first document, so that a run without any leaves an old
/// file alone.
pub(super) struct Sink {
    path: Option<PathBuf>,
    layout: Layout,
    open: Option<Destination>,
    /// Whether nothing more can be written.
    closed: bool,
    /// Whether something failed; a reader that has seen enough is no failure.
    failed: bool,
}

impl Sink {
    /// A sink for a file, or for standard output.
    pub fn new(path: Option<PathBuf>, layout: Layout) -> Self {
        Sink { path, layout, open: None, closed: false, failed: false }
    }

    /// Whether more documents are welcome.
    pub fn is_open_ended(&self) -> bool {
        !self.closed
    }

    /// Writes one document.
    pub fn document(&mut self, write: impl FnOnce(&mut Destination) -> io::Result<()>) {
        if let Err(error) = self.try_document(write) {
            self.close(error);
        }
    }

    /// Names an input that failed.
    pub fn fail(&mut self, error: Error) {
        complain(error);
        self.failed = true;
    }

    /// Completes the output, and says whether anything failed.
    pub fn finish(mut self) -> bool {
        if let Some(mut out) = self.open.take() {
            let end: &[u8] = if self.layout == Layout::Array { b"\n]\n" } else { b"" };
            let written = out.write_all(end).map_err(|e| out.error(e));
            if let Err(error) = written.and_then(|()| out.finish()) {
                self.close(error);
            }
        }
        self.failed
    }

    fn try_document(&mut self, write: impl FnOnce(&mut Destination) -> io::Result<()>) -> Result<(), Error> {
        let (before, after): (&[u8], &[u8]) = match (self.layout, self.open.is_some()) {
            (Layout::Array, false) => (b"[\n", b""),
            (Layout::Array, true) => (b",\n", b""),
            _ => (b"", b"\n"),
        };
        let out = match &mut self.open {
            Some(out) => out,
            none => none.insert(Destination::open(self.path.as_deref())?),
        };
        let written = out.write_all(before).and_then(|()| write(out)).and_then(|()| out.write_all(after));
        written.map_err(|e| out.error(e))
    }

    fn close(&mut self, error: Error) {
        self.open = None;
        self.closed = true;
        if !error.is_closed_pipe() {
            self.fail(error);
        }
    }
}
