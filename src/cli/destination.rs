//! Where output goes: standard output, or a file that appears whole or not at all.

use dateline::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Bytes gathered before they are written.
const BUFFER: usize = 1 << 18;

/// An open destination.
pub(super) enum Destination {
    /// Standard output.
    Stdout(BufWriter<io::Stdout>),
    /// A file beside the one asked for, which takes its name in the end.
    File { out: BufWriter<File>, temporary: Temporary, path: PathBuf },
    /// Something that exists and is no plain file, such as `/dev/null`.
    Special { out: BufWriter<File>, path: PathBuf },
}

/// A file that is removed unless it was renamed.
pub(super) struct Temporary(Option<PathBuf>);

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            // Nothing is lost if it stays, and there is nobody left to tell.
            let _ = fs::remove_file(path);
        }
    }
}

impl Destination {
    /// Opens `path`, or standard output where there is none.
    pub fn open(path: Option<&Path>) -> Result<Self, Error> {
        let Some(path) = path else {
            return Ok(Destination::Stdout(BufWriter::with_capacity(BUFFER, io::stdout())));
        };
        let fail = |e| Error::io(path, e);
        // A link keeps being one: what it points to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if fs::metadata(&path).is_ok_and(|data| !data.is_file()) {
            let file = OpenOptions::new().write(true).open(&path).map_err(fail)?;
            return Ok(Destination::Special { out: BufWriter::with_capacity(BUFFER, file), path });
        }
        let name = path.file_name().ok_or_else(|| fail(io::ErrorKind::IsADirectory.into()))?;
        let beside = path.with_file_name(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
        let file = OpenOptions::new().write(true).create_new(true).open(&beside).map_err(fail)?;
        let out = BufWriter::with_capacity(BUFFER, file);
        Ok(Destination::File { out, temporary: Temporary(Some(beside)), path })
    }

    /// Writes out what is gathered, and gives a file its name.
    pub fn finish(self) -> Result<(), Error> {
        match self {
            Destination::Stdout(mut out) => out.flush().map_err(stdout_error),
            Destination::Special { mut out, path } => out.flush().map_err(|e| Error::io(&path, e)),
            Destination::File { out, mut temporary, path } => {
                let fail = |e| Error::io(&path, e);
                let file = out.into_inner().map_err(|e| fail(e.into_error()))?;
                if let Ok(data) = fs::metadata(&path) {
                    file.set_permissions(data.permissions()).map_err(fail)?;
                }
                drop(file);
                if let Some(beside) = temporary.0.take()
                    && let Err(error) = fs::rename(&beside, &path)
                {
                    temporary.0 = Some(beside);
                    return Err(fail(error));
                }
                Ok(())
            }
        }
    }

    /// The error that a failure to write is.
    pub fn error(&self, cause: io::Error) -> Error {
        match self {
            Destination::Stdout(_) => stdout_error(cause),
            Destination::File { path, .. } | Destination::Special { path, .. } => Error::io(path, cause),
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Destination::Stdout(out) => out.write(bytes),
            Destination::File { out, .. } | Destination::Special { out, .. } => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Destination::Stdout(out) => out.flush(),
            Destination::File { out, .. } | Destination::Special { out, .. } => out.flush(),
        }
    }
}

fn stdout_error(cause: io::Error) -> Error {
    Error::io(Path::new("standard output"), cause)
}
