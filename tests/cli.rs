//! Command lines and what they answer, as data: `cli/*.cli`, run in a folder with copies of `cli/files/`.
//!
//! ```text
//! # a comment
//! $ dateline extract page.txt      the command; several in one file share the folder
//! < a line for standard input
//! ? 1                              the exit code, where it is not 0
//! > a line of standard output
//! ! a line of standard error
//! = out.json                       a file that must be there after it
//! | a line of that file
//! ~ gone.json                      a file that must not be there
//! ```
//! In expected lines `[..]` stands for anything, and a line `...` for any lines.

mod common;

use common::{files, home};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Default, Debug)]
struct Step {
    arguments: Vec<String>,
    stdin: String,
    status: i32,
    stdout: Vec<String>,
    stderr: Vec<String>,
    present: Vec<(String, Vec<String>)>,
    absent: Vec<String>,
}

fn steps(transcript: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in transcript.lines() {
        let (mark, rest) = line.split_at(line.len().min(1));
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        if mark == "$" {
            let words = rest.split_whitespace().skip(1).map(str::to_owned).collect();
            steps.push(Step { arguments: words, ..Step::default() });
            continue;
        }
        let Some(step) = steps.last_mut() else { continue };
        match mark {
            "<" => step.stdin += &format!("{rest}\n"),
            "?" => step.status = rest.trim().parse().expect("an exit code"),
            ">" => step.stdout.push(rest.to_owned()),
            "!" => step.stderr.push(rest.to_owned()),
            "=" => step.present.push((rest.to_owned(), Vec::new())),
            "|" => step.present.last_mut().expect("a file before its lines").1.push(rest.to_owned()),
            "~" => step.absent.push(rest.to_owned()),
            "" | "#" => {}
            _ => panic!("unknown mark in `{line}`"),
        }
    }
    steps
}

fn run(step: &Step, folder: &Path) -> (Option<i32>, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(&step.arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that fails early reads nothing, which is no fault of the test.
    let _ = child.stdin.take().expect("a pipe").write_all(step.stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn fits(expected: &[String], actual: &[&str]) -> bool {
    match (expected, actual) {
        ([], []) => true,
        ([dots, rest @ ..], _) if dots == "..." => (0..=actual.len()).any(|n| fits(rest, &actual[n..])),
        ([line, rest @ ..], [other, others @ ..]) => line_fits(line, other) && fits(rest, others),
        _ => false,
    }
}

fn line_fits(expected: &str, actual: &str) -> bool {
    let Some((start, rest)) = expected.split_once("[..]") else { return expected == actual };
    let Some(after) = actual.strip_prefix(start) else { return false };
    let starts = after.char_indices().map(|(n, _)| n).chain([after.len()]);
    starts.into_iter().any(|n| line_fits(rest, &after[n..]))
}

fn expect(what: &str, expected: &[String], actual: &str, command: &str) {
    let lines: Vec<&str> = actual.lines().collect();
    assert!(fits(expected, &lines), "{command}\n{what} is\n{actual}\nexpected\n{}", expected.join("\n"));
}

fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    let from = home().join("tests/cli/files");
    for path in files(&from, "") {
        let to = folder.join(path.strip_prefix(&from).expect("it is in there"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
        fs::copy(&path, &to).expect("a file can be copied");
    }
    fs::create_dir_all(folder.join("empty")).expect("a folder can be made");
    folder
}

#[test]
fn every_transcript_holds() {
    let transcripts = files(&home().join("tests/cli"), ".cli");
    assert!(transcripts.len() > 5);
    for path in transcripts {
        let folder = workplace(&path.file_stem().expect("a name").to_string_lossy());
        for step in steps(&fs::read_to_string(&path).expect("a transcript can be read")) {
            let command = format!("{}: dateline {}", path.display(), step.arguments.join(" "));
            let (status, stdout, stderr) = run(&step, &folder);
            expect("standard error", &step.stderr, &stderr, &command);
            expect("standard output", &step.stdout, &stdout, &command);
            assert_eq!(status, Some(step.status), "{command}");
            for (name, lines) in &step.present {
                let content = fs::read_to_string(folder.join(name))
                    .unwrap_or_else(|e| panic!("{command}\n{name}: {e}"));
                expect(name, lines, &content, &command);
            }
            for name in &step.absent {
                assert!(!folder.join(name).exists(), "{command}\n{name} is there");
            }
            assert!(files(&folder, ".tmp").is_empty(), "{command}\nleaves a temporary file");
        }
    }
}

#[test]
fn is_quiet_when_its_reader_goes_away() {
    let folder = workplace("closed-pipe");
    let page = fs::read(folder.join("page.txt")).expect("the page is there");
    fs::create_dir_all(folder.join("many")).expect("a folder can be made");
    for n in 0..600 {
        fs::write(folder.join(format!("many/{n:03}.txt")), &page).expect("a file can be written");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "many"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
