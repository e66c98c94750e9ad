//! The command line: arguments, and which subcommand gets them. Only this module and its children print.

mod destination;
mod eval;
mod extract;
mod fit;
mod inputs;
mod schema;
mod sink;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// Turns brochure text into structured JSON.
///
/// A brochure is a page of dated news items. For each item dateline gives its date and title, and the people, roles,
/// organisations, countries, amounts of money and quotes in it, each with its place in the text, the rule that found
/// it and the probability that it is right.
///
/// Exit codes: 0 all done, 1 some input failed or a floor was missed, 2 wrong usage.
#[derive(Parser)]
#[command(name = "dateline", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Extract(extract::Arguments),
    Eval(eval::Arguments),
    Fit(fit::Arguments),
    Schema(schema::Arguments),
}

/// How a subcommand ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All done.
    Done,
    /// Something failed, and standard error says what.
    Failed,
    /// The arguments make no sense together.
    Usage,
}

/// Runs the program.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come this way as well, with code 0; a pipe closed on them is no fault.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match cli.command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Fit(arguments) => fit::run(&arguments),
        Command::Schema(_) => schema::run(),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
        Outcome::Usage => ExitCode::from(2),
    }
}

/// Says on standard error what went wrong. Nothing can be done where even that fails.
fn complain(what: impl Display) {
    let _ = writeln!(io::stderr().lock(), "dateline: {what}");
}

/// The outcome of writing to standard output: a reader that has seen enough is no failure.
fn outcome_of(written: io::Result<()>) -> Outcome {
    match written {
        Ok(()) => Outcome::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            complain(format_args!("standard output: {error}"));
            Outcome::Failed
        }
    }
}

/// A parser that takes one of `names` and gives what `from_name` makes of it.
fn one_of<T: Clone + Send + Sync + 'static>(
    names: impl IntoIterator<Item = &'static str>,
    from_name: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names).try_map(move |name| from_name(&name).ok_or("unknown name"))
}

/// The number of threads to use where none is given.
fn threads(given: Option<usize>) -> usize {
    given.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}
