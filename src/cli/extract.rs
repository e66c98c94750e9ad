//! `dateline extract`: documents in, JSON out.

use super::destination::Destination;
use super::inputs::{Input, inputs_of};
use super::{Outcome, complain, one_of, threads};
use dateline::document::{Decoded, Unit, decode};
use dateline::error::Error;
use dateline::found::Warning;
use dateline::kind::Kind;
use dateline::output::{Options, Source, build, write_compact, write_pretty};
use dateline::{batch, extract};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// Extract structured JSON from brochure text.
///
/// One input gives one JSON object, several give JSON Lines in the order of the inputs. UTF-8, UTF-16 and the old
/// single-byte encodings are told apart. An input that fails is named on standard error, and the rest is done.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Text files, folders, or - for standard input [default: -]
    ///
    /// A folder stands for all .txt files in it and in its folders, sorted by name.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Layout [default: json for one input, jsonl for several]
    ///
    /// json lays one document out over lines for people, and makes an array of several; jsonl gives one line a
    /// document.
    #[arg(long, value_parser = one_of(["json", "jsonl"], Format::from_name))]
    format: Option<Format>,

    /// What offsets count
    ///
    /// codepoint is Python's unit, utf16 JavaScript's and Java's, byte Rust's.
    #[arg(long, default_value = "codepoint", value_parser = one_of(Unit::ALL.map(Unit::name), Unit::from_name))]
    offsets: Unit,

    /// Types to show, separated by commas [default: all]
    #[arg(long, value_name = "TYPE,...", value_delimiter = ',')]
    #[arg(value_parser = one_of(Kind::ALL.map(Kind::name), Kind::from_name))]
    types: Vec<Kind>,

    /// How much evidence a mention shows: all, none or a number
    #[arg(long, value_name = "all|none|N", default_value = "4", value_parser = evidence_limit)]
    evidence: usize,

    /// Leave out mentions that are less probable, 0 to 1
    #[arg(long, value_name = "P", default_value_t = 0.0, value_parser = probability)]
    min_confidence: f64,

    /// Threads [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Jsonl,
}

impl Format {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Format::Json),
            "jsonl" => Some(Format::Jsonl),
            _ => None,
        }
    }
}

/// How the documents are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// One, for people.
    Pretty,
    /// One line each.
    Lines,
    /// One JSON value, one line each.
    Array,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let (inputs, mut failed, several) = match gather(&arguments.paths) {
        Ok(gathered) => gathered,
        Err(usage) => {
            complain(usage);
            return Outcome::Usage;
        }
    };
    let layout = match (arguments.format, several) {
        (Some(Format::Jsonl), _) | (None, true) => Layout::Lines,
        (Some(Format::Json), true) => Layout::Array,
        (Some(Format::Json) | None, false) => Layout::Pretty,
    };
    let options = Options {
        unit: arguments.offsets,
        evidence: arguments.evidence,
        kinds: if arguments.types.is_empty() { Kind::ALL.to_vec() } else { arguments.types.clone() },
        min_confidence: arguments.min_confidence,
    };
    let mut sink = Sink { path: arguments.output.clone(), layout, open: None, quiet: false };
    batch::in_order(
        &inputs,
        threads(arguments.threads.map(usize::from)),
        Input::weight,
        |input| answer(input, &options, layout),
        |answer| {
            let written = match answer {
                Ok(json) => sink.document(&json),
                Err(error) => {
                    complain(error);
                    failed = true;
                    Ok(())
                }
            };
            match written {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed |= sink.fail(&error);
                    ControlFlow::Break(())
                }
            }
        },
    );
    if let Err(error) = sink.finish() {
        failed = true;
        complain(error);
    }
    if failed { Outcome::Failed } else { Outcome::Done }
}

/// The inputs, whether a path failed, and whether they are several by what was asked for: a folder always is.
fn gather(paths: &[PathBuf]) -> Result<(Vec<Input>, bool, bool), &'static str> {
    if paths.is_empty() {
        return Ok((vec![Input::Stdin], false, false));
    }
    let (mut inputs, mut failed) = (Vec::new(), false);
    for path in paths {
        match inputs_of(path) {
            Ok(more) => inputs.extend(more),
            Err(error) => {
                complain(error);
                failed = true;
            }
        }
    }
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err("standard input (-) can be read only once");
    }
    let several = paths.len() > 1 || paths.iter().any(|path| path.is_dir());
    Ok((inputs, failed, several))
}

/// One document, from its bytes to those of its JSON.
fn answer(input: &Input, options: &Options, layout: Layout) -> Result<Vec<u8>, Error> {
    let bytes = input.read()?;
    let mut source = Source::new(input.path().to_string_lossy(), &bytes);
    let Decoded { text, encoding, replaced } = decode(bytes).map_err(|e| e.in_file(input.path()))?;
    source.encoding = encoding;
    // A fault of ours in one document must not cost the ten thousand others.
    let answer = catch_unwind(AssertUnwindSafe(|| {
        let mut page = extract(&text);
        if replaced {
            page.warnings.insert(0, undecodable(&text));
        }
        let document = build(&page, &text, &source, options);
        let mut json = Vec::with_capacity(text.len() * 2);
        match layout {
            Layout::Pretty => write_pretty(&document, &mut json),
            Layout::Lines | Layout::Array => write_compact(&document, &mut json),
        }
        .map(|()| json)
    }));
    match answer {
        Ok(written) => written.map_err(|e| Error::io(input.path(), e)),
        Err(panic) => Err(Error::fault(input.path(), &*panic)),
    }
}

fn undecodable(text: &str) -> Warning {
    Warning {
        code: "undecodable-bytes",
        message: "bytes that make no character were replaced by U+FFFD".to_owned(),
        at: text.find('\u{fffd}'),
    }
}

/// Opens the destination with the first document, so that a run without any leaves an old file alone.
struct Sink {
    path: Option<PathBuf>,
    layout: Layout,
    open: Option<Destination>,
    /// Whether the reader is gone.
    quiet: bool,
}

impl Sink {
    fn document(&mut self, json: &[u8]) -> Result<(), Error> {
        let between: &[u8] = match (self.layout, self.open.is_some()) {
            (Layout::Array, false) => b"[\n",
            (Layout::Array, true) => b",\n",
            _ => b"",
        };
        let out = match &mut self.open {
            Some(out) => out,
            none => none.insert(Destination::open(self.path.as_deref())?),
        };
        out.write(between)?;
        out.write(json)?;
        if self.layout == Layout::Array { Ok(()) } else { out.write(b"\n") }
    }

    /// Whether an error of writing is a failure: a reader that has seen enough is none.
    fn fail(&mut self, error: &Error) -> bool {
        self.open = None;
        self.quiet = true;
        let is_closed_pipe = error.is_closed_pipe();
        if !is_closed_pipe {
            complain(error);
        }
        !is_closed_pipe
    }

    fn finish(mut self) -> Result<(), Error> {
        if self.quiet {
            return Ok(());
        }
        if self.layout == Layout::Array {
            match &mut self.open {
                Some(out) => out.write(b"\n]\n"),
                None => Ok(()),
            }?;
        }
        match self.open.map(Destination::finish) {
            Some(Err(error)) if !error.is_closed_pipe() => Err(error),
            _ => Ok(()),
        }
    }
}

fn evidence_limit(given: &str) -> Result<usize, String> {
    match given {
        "all" => Ok(usize::MAX),
        "none" => Ok(0),
        _ => given.parse().map_err(|_| "expected all, none or a number".to_owned()),
    }
}

fn probability(given: &str) -> Result<f64, String> {
    match given.parse() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}
