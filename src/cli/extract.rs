//! `dateline extract`: documents in, JSON out.

use super::inputs::{Input, inputs_of};
use super::sink::{Layout, Sink};
use super::{Outcome, complain, one_of, threads};
use dateline::document::{Decoded, Unit, decode};
use dateline::error::Error;
use dateline::evidence::Models;
use dateline::found::{Page, Warning};
use dateline::kind::Kind;
use dateline::output::{Options, Source, stream, write_compact, write_pretty};
use dateline::{batch, extract_with};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

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

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let (inputs, mut failed, several) = match gather(&arguments.paths) {
        Ok(gathered) => gathered,
        Err(usage) => {
            complain(usage);
            return Outcome::Usage;
        }
    };
    if let Some(output) = &arguments.output
        && inputs.iter().any(|input| is_same_file(input.path(), output))
    {
        complain(format_args!("{}: is an input, and would be lost", output.display()));
        return Outcome::Usage;
    }
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
    let mut sink = Sink::new(arguments.output.clone(), layout);
    if let [input] = inputs.as_slice() {
        match read(input, options.evidence) {
            Ok(document) => {
                sink.document(|out| document.write(&options, layout, out));
                // The program ends here; taking a large page apart costs a tenth of the time of finding it.
                std::mem::forget(document);
            }
            Err(error) => sink.fail(error),
        }
    } else {
        let threads = threads(arguments.threads.map(usize::from));
        let work = |input: &Input| {
            read(input, options.evidence).and_then(|document| {
                let mut json = Vec::with_capacity(document.text.len() * 2);
                match document.write(&options, layout, &mut json) {
                    Ok(()) => Ok(json),
                    Err(error) => Err(Error::io(input.path(), error)),
                }
            })
        };
        batch::in_order(&inputs, threads, Input::weight, work, |answer| {
            match answer {
                Ok(json) => sink.document(|out| out.write_all(&json)),
                Err(error) => sink.fail(error),
            }
            if sink.is_open_ended() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
    }
    failed |= sink.finish();
    if failed { Outcome::Failed } else { Outcome::Done }
}

/// Whether two paths lead to one file; a file that is not there yet is no other's.
fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b && a.is_file())
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

/// A document with what was found in it.
struct Document {
    source: Source,
    text: String,
    page: Page,
}

/// One document, from its bytes to what is found in it.
fn read(input: &Input, evidence: usize) -> Result<Document, Error> {
    let bytes = input.read()?;
    let mut source = Source::new(input.path().to_string_lossy(), &bytes);
    let Decoded { text, encoding, replaced } = decode(bytes).map_err(|e| e.in_file(input.path()))?;
    source.encoding = encoding;
    // A fault of ours in one document must not cost the ten thousand others.
    let found = catch_unwind(AssertUnwindSafe(|| extract_with(&text, Models::embedded(), evidence)));
    let mut page = found.map_err(|panic| Error::fault(input.path(), &*panic))?;
    if replaced {
        page.warnings.insert(0, undecodable(&text));
    }
    Ok(Document { source, text, page })
}

impl Document {
    fn write(&self, options: &Options, layout: Layout, out: &mut impl Write) -> io::Result<()> {
        let document = stream(&self.page, &self.text, &self.source, options);
        match layout {
            Layout::Pretty => write_pretty(&document, out),
            Layout::Lines | Layout::Array => write_compact(&document, out),
        }
    }
}

fn undecodable(text: &str) -> Warning {
    Warning {
        code: "undecodable-bytes",
        message: "bytes that make no character were replaced by U+FFFD".to_owned(),
        at: text.find('\u{fffd}'),
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
