//! Keeps the lists of `gazetteers/`: heads, cells, order, codes, kinds, the table of the README.
//!
//! `UPDATE_GAZETTEERS=1 cargo test --test gazetteers` sorts the rows and writes the table anew; all else is for a
//! person to mend. A fault names the file, the line and the cause.

use dateline::gazetteer::lists::LISTS;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// What a head must state, in this order.
const HEAD: &[&str] = &["list", "holds", "source", "licence", "taken", "columns"];

/// Lists that give a word its figure; `build.rs` reads them by these names.
const NAME_LISTS: &[&str] = &["given-names", "family-names", "common-words", "word-clusters"];

/// Lists that the build does not compile, and the file that reads each.
const READ_ELSEWHERE: &[(&str, &str)] = &[
    ("countries", "src/resolve/country.rs"),
    ("word-groups", "src/evidence/layout.rs"),
    ("sources/names-by-hand", "gazetteers/sources/names.py"),
];

/// A file of git hosts and package registries should stay smaller.
const LARGEST: usize = 4_000_000;

const UPDATE: &str = "UPDATE_GAZETTEERS";
const README: &str = "gazetteers/README.md";
const TABLE: (&str, &str) = ("<!-- table of the lists: begin -->\n", "<!-- table of the lists: end -->\n");

/// The values that a cell may have, by list and column. Every column that holds a kind stands here.
const KINDS: &[(&str, &str, &str)] = &[
    ("academic-religious-titles", "class", "academic chiefly religious"),
    ("ambiguous", "rival", "group language person place thing"),
    ("country-forms", "kind", "abbreviation adjective demonym foreign former name official plural"),
    ("event-document-words", "kind", "award document event place product"),
    (
        "function-words",
        "class",
        "adverb and article as at auxiliary by conjunction determiner for foreign-link from in month object of on or \
         owner preposition pronoun the to weekday with",
    ),
    ("honorifics", "gender", "- f m"),
    ("money-words", "kind", "minor multiplier number"),
    ("name-particles", "position", "inner start"),
    ("organisation-ambiguous", "rival", "person place word"),
    ("organisation-heads", "position", "both first last"),
    (
        "organisation-heads",
        "kind",
        "agency armed-group association award bank company court document event facility foundation fund government \
         intergovernmental media military ministry ngo parliament party place police programme religious research \
         sport union unit university",
    ),
    (
        "organisations-",
        "kind",
        "agency armed-group association bank company court foundation fund government intergovernmental media military \
         ministry ngo parliament party police programme religious research sport union university",
    ),
    ("place-exceptions", "kind", "city island people region river sea state thing"),
    ("places", "kind", "capital city region state water"),
    (
        "ranks",
        "service",
        "air_force army coast_guard customs fire gendarmerie justice marines navy police prisons",
    ),
    ("reporting-verbs", "class", "agree ask call criticise manner phrase promise say stress think write"),
    (
        "role-heads",
        "class",
        "academic diplomatic function legal member noble office owner political profession religious",
    ),
    ("role-modifiers", "kind", "field rank time"),
    ("sources/names-by-hand", "kind", "family given"),
    ("title-words", "note", "noun phrase"),
    ("title-words", "position", "after before both"),
];

/// A list as it stands in its file.
struct Table {
    /// path under `gazetteers/`, without `.tsv`
    stem: String,
    text: String,
    head: Vec<(String, String)>,
    columns: Vec<String>,
    /// number of the line, and its cells
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    fn read(path: &Path, stem: &str) -> Table {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        for (number, line) in text.lines().enumerate() {
            match line.strip_prefix("#:") {
                Some(line) => {
                    let line = line.trim_start();
                    let (key, value) = line.split_once(' ').unwrap_or((line, ""));
                    head.push((key.to_owned(), value.trim_start().to_owned()));
                }
                None => rows.push((number + 1, line.split('\t').map(str::to_owned).collect())),
            }
        }
        let columns = head.iter().find(|(key, _)| key == "columns").map_or("", |(_, value)| value);
        let columns = columns.split(", ").map(str::to_owned).collect();
        Table { stem: stem.to_owned(), text, head, columns, rows }
    }

    fn stated(&self, key: &str) -> &str {
        self.head.iter().find(|(k, _)| k == key).map_or("", |(_, value)| value)
    }

    fn fault(&self, line: usize, cause: impl std::fmt::Display) -> String {
        format!("gazetteers/{}.tsv:{line}: {cause}", self.stem)
    }

    /// The cells of a column, with the numbers of their lines.
    fn column<'a>(&'a self, name: &str) -> impl Iterator<Item = (usize, &'a str)> {
        let at = self.columns.iter().position(|c| c == name);
        self.rows.iter().filter_map(move |(line, cells)| Some((*line, cells.get(at?)?.as_str())))
    }
}

/// All lists; in update mode their files are sorted and the README is written first.
static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let update = std::env::var_os(UPDATE).is_some_and(|value| value == "1");
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let mut tables = Vec::new();
    for folder in ["", "sources/"] {
        for entry in fs::read_dir(home.join(folder)).expect("the folder can be read") {
            let name = entry.expect("the folder can be read").file_name().to_string_lossy().into_owned();
            if let Some(stem) = name.strip_suffix(".tsv") {
                let (path, stem) = (home.join(folder).join(&name), format!("{folder}{stem}"));
                if update {
                    sort(&path);
                }
                tables.push(Table::read(&path, &stem));
            }
        }
    }
    tables.sort_by(|a, b| a.stem.cmp(&b.stem));
    if update {
        let path = home.join("README.md");
        let text = fs::read_to_string(&path).expect("the README can be read");
        fs::write(&path, with_table(&text, &tables)).expect("the README can be written");
    }
    tables
});

fn sort(path: &Path) {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (head, mut rows): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("#:"));
    rows.sort_unstable();
    let lines: Vec<&str> = head.into_iter().chain(rows).collect();
    fs::write(path, lines.join("\n") + "\n").unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

fn with_table(readme: &str, tables: &[Table]) -> String {
    let (before, rest) = readme.split_once(TABLE.0).expect("the README has the mark where its table begins");
    let (_, after) = rest.split_once(TABLE.1).expect("the README has the mark where its table ends");
    let mut out = format!(
        "{before}{}| list | rows | holds | source | licence |\n| --- | --: | --- | --- | --- |\n",
        TABLE.0
    );
    for table in tables {
        let cell = |key| table.stated(key).replace('|', "\\|");
        let (stem, rows) = (&table.stem, table.rows.len());
        out += &format!(
            "| [{stem}]({stem}.tsv) | {rows} | {} | {} | {} |\n",
            cell("holds"),
            cell("source"),
            cell("licence")
        );
    }
    out + TABLE.1 + after
}

fn report(faults: &[String]) {
    let shown = faults.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults\n{shown}", faults.len());
}

#[test]
fn heads_are_complete() {
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        let keys: Vec<&str> = table.head.iter().map(|(key, _)| key.as_str()).collect();
        if keys != HEAD {
            faults.push(table.fault(1, format!("the head states {keys:?}, expected {HEAD:?}")));
            continue;
        }
        for (at, (key, value)) in table.head.iter().enumerate() {
            if value.is_empty() || value.trim() != value {
                faults.push(table.fault(at + 1, format!("`{key}` is empty or padded")));
            }
        }
        let name = table.stem.rsplit('/').next().unwrap_or_default();
        if table.stated("list") != name {
            faults.push(
                table
                    .fault(1, format!("the list calls itself `{}`, its file `{name}`", table.stated("list"))),
            );
        }
        if !is_date(table.stated("taken")) {
            faults.push(table.fault(5, format!("`{}` is no date like 2026-11-24", table.stated("taken"))));
        }
        let columns: HashSet<&String> = table.columns.iter().collect();
        if columns.len() != table.columns.len() {
            faults.push(table.fault(6, "two columns of one name"));
        }
    }
    report(&faults);
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, digits: usize| match part.len() == digits {
        true => part.parse::<u32>().ok(),
        false => None,
    };
    number(year, 4).is_some_and(|y| y > 2000)
        && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
        && number(day, 2).is_some_and(|d| (1..=31).contains(&d))
}

#[test]
fn cells_are_whole() {
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        if table.text.contains('\r') || table.text.starts_with('\u{feff}') || !table.text.ends_with('\n') {
            faults.push(table.fault(
                1,
                "expected UTF-8 without a byte order mark, lines that end in LF, the last one too",
            ));
        }
        for (line, cells) in &table.rows {
            if *line <= table.head.len() {
                faults.push(table.fault(*line, "a row inside the head"));
            }
            if cells.len() != table.columns.len() {
                faults.push(
                    table.fault(*line, format!("{} cells, expected {}", cells.len(), table.columns.len())),
                );
                continue;
            }
            for (cell, column) in cells.iter().zip(&table.columns) {
                let values: Vec<&str> = cell.split('|').collect();
                if values.iter().any(|v| v.is_empty()) {
                    faults.push(
                        table.fault(
                            *line,
                            format!("`{column}` is empty or has an empty value; nothing is `-`"),
                        ),
                    );
                } else if values.iter().any(|v| v.trim() != *v || v.contains("  ")) {
                    faults.push(table.fault(*line, format!("`{column}` has white space too much: `{cell}`")));
                } else if values.len() > 1 && values.contains(&"-") {
                    faults.push(table.fault(*line, format!("`{column}` has `-` beside a value: `{cell}`")));
                } else if values.iter().collect::<HashSet<_>>().len() != values.len() {
                    faults.push(table.fault(*line, format!("`{column}` has a value twice: `{cell}`")));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn rows_are_sorted_and_unique() {
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        let lines: Vec<&str> = table.text.lines().skip(table.head.len()).collect();
        for (at, pair) in lines.windows(2).enumerate() {
            if pair[0] > pair[1] {
                let line = table.head.len() + at + 2;
                faults.push(
                    table
                        .fault(line, format!("belongs before the line above it, by bytes; {UPDATE}=1 sorts")),
                );
            }
        }
        let mut seen = HashMap::new();
        for (line, cells) in &table.rows {
            if let Some(first) = seen.insert(&cells[0], *line) {
                faults.push(table.fault(*line, format!("`{}` stands in line {first} too", cells[0])));
            }
        }
    }
    report(&faults);
}

#[test]
fn an_organisation_has_one_row_and_a_known_parent() {
    let mut faults = Vec::new();
    let mut seen: HashMap<&str, String> = HashMap::new();
    let tables = || TABLES.iter().filter(|t| t.stem.starts_with("organisations-"));
    for table in tables() {
        for (line, name) in table.column("name") {
            if let Some(other) = seen.insert(name, format!("{}.tsv:{line}", table.stem)) {
                faults.push(table.fault(line, format!("`{name}` is a row of {other} too")));
            }
        }
    }
    for table in tables() {
        for (line, parent) in table.column("parent") {
            if parent != "-" && !seen.contains_key(parent) {
                faults.push(
                    table.fault(line, format!("the parent `{parent}` is no row of any organisations list")),
                );
            }
        }
    }
    report(&faults);
}

#[test]
fn codes_are_valid() {
    let countries: HashSet<&str> = TABLES
        .iter()
        .find(|t| t.stem == "countries")
        .expect("there is a list countries")
        .column("code")
        .map(|c| c.1)
        .collect();
    let letters =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_uppercase());
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        let of_countries = match table.stem.as_str() {
            "countries" | "country-forms" => "code",
            "currencies" => "countries",
            _ => "country",
        };
        for (line, cell) in table.column(of_countries) {
            for code in cell.split('|') {
                let no_country = matches!(code, "INT" | "-") && of_countries != "code";
                if !(no_country || letters(code, 2) && countries.contains(code)) {
                    faults.push(table.fault(line, format!("`{code}` is no code of countries.tsv")));
                }
            }
        }
        let of_currencies = match table.stem.as_str() {
            "currencies" => "code",
            "money-words" => "codes",
            "countries" => "alpha3",
            _ => continue,
        };
        for (line, cell) in table.column(of_currencies) {
            for code in cell.split('|') {
                if !(letters(code, 3) || code == "-" && of_currencies == "codes") {
                    faults.push(table.fault(line, format!("`{code}` is no code of three capitals")));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn kinds_are_known() {
    let mut faults = Vec::new();
    for (stem, column, kinds) in KINDS {
        let kinds: HashSet<String> = kinds.split_whitespace().map(|k| k.replace('_', " ")).collect();
        let mut cells = 0;
        for table in TABLES.iter().filter(|t| is_of(&t.stem, stem)) {
            for (line, cell) in table.column(column) {
                cells += 1;
                for kind in cell.split('|').filter(|k| !kinds.contains(*k)) {
                    faults.push(table.fault(line, format!("`{kind}` is no known {column}")));
                }
            }
        }
        if cells == 0 {
            faults.push(format!("gazetteers/{stem}: no cell in a column `{column}`"));
        }
    }
    report(&faults);
}

#[test]
fn figures_are_numbers() {
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        for (column, smallest, largest) in
            [("weight", 1, 9), ("rank", 1, 100_000), ("population", 1, 50_000_000)]
        {
            for (line, cell) in table.column(column) {
                let known = cell.parse().is_ok_and(|n: u32| (smallest..=largest).contains(&n));
                if !(known || cell == "-" && column == "population") {
                    faults.push(
                        table
                            .fault(line, format!("`{column}` is `{cell}`, expected {smallest} to {largest}")),
                    );
                }
            }
        }
        for (line, cell) in table.column("value") {
            if !cell.parse().is_ok_and(|n: f64| n > 0.0 && n.is_finite()) {
                faults.push(table.fault(line, format!("`value` is `{cell}`, expected a number above 0")));
            }
        }
    }
    report(&faults);
}

#[test]
fn a_pointed_at_form_is_there() {
    let mut faults = Vec::new();
    let forms: HashSet<&str> = TABLES
        .iter()
        .find(|t| t.stem == "country-forms")
        .expect("there are country forms")
        .column("form")
        .map(|c| c.1)
        .collect();
    for table in TABLES.iter().filter(|t| t.stem == "ambiguous") {
        for ((line, form), (_, list)) in table.column("form").zip(table.column("list")) {
            match list {
                "-" => {}
                "country-forms" if forms.contains(form) => {}
                _ => faults.push(table.fault(line, format!("`{form}` is no row of the list `{list}`"))),
            }
        }
    }
    report(&faults);
}

/// Whether a file is the one of a stem, or one of those that begin with a stem that ends in `-`.
fn is_of(file: &str, stem: &str) -> bool {
    if stem.ends_with('-') { file.starts_with(stem) } else { file == stem }
}

#[test]
fn every_list_is_read() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(home.join(path)).unwrap_or_default();
    let mut faults = Vec::new();
    for table in TABLES.iter() {
        let compiled =
            LISTS.iter().any(|spec| is_of(&table.stem, spec.stem)) || NAME_LISTS.contains(&&*table.stem);
        let elsewhere = READ_ELSEWHERE.iter().any(|(stem, _)| *stem == table.stem);
        if compiled == elsewhere {
            let cause = if compiled {
                "compiled, and named as read elsewhere"
            } else {
                "no part of the program reads it"
            };
            faults.push(table.fault(1, cause));
        }
    }
    for stem in LISTS.iter().map(|spec| spec.stem).chain(NAME_LISTS.iter().copied()) {
        if !TABLES.iter().any(|t| is_of(&t.stem, stem)) {
            faults.push(format!("gazetteers/{stem}.tsv: the build reads it, and it is not there"));
        }
    }
    for stem in NAME_LISTS {
        if !read("build.rs").contains(&format!("\"{stem}\"")) {
            faults.push(format!("build.rs: does not read {stem}"));
        }
    }
    for (stem, reader) in READ_ELSEWHERE {
        let name = stem.rsplit('/').next().unwrap_or_default();
        if !read(reader).contains(&format!("{name}.tsv")) {
            faults.push(format!("{reader}: does not read {stem}.tsv"));
        }
    }
    report(&faults);
}

#[test]
fn no_file_is_too_large() {
    let large = TABLES.iter().filter(|t| t.text.len() >= LARGEST);
    report(
        &large
            .map(|t| t.fault(1, format!("{} bytes, expected less than {LARGEST}", t.text.len())))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn the_readme_has_the_table() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(home.join(README)).expect("the README can be read");
    let written = with_table(&text, &TABLES);
    let old: BTreeMap<usize, &str> = text.lines().enumerate().collect();
    let different = written.lines().enumerate().find(|(at, line)| old.get(at) != Some(line));
    if let Some((at, line)) = different {
        panic!("{README}:{}: expected `{line}`; {UPDATE}=1 writes the table", at + 1);
    }
    assert_eq!(text, written, "{README}: its table has lines too many; {UPDATE}=1 writes it");
}

#[test]
fn every_licence_named_in_the_readme_is_kept() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let text = fs::read_to_string(home.join("README.md")).expect("the README can be read");
    let mut faults = Vec::new();
    for entry in fs::read_dir(home.join("licences")).expect("the licences can be read") {
        let name = entry.expect("the licences can be read").file_name().to_string_lossy().into_owned();
        if !text.contains(&format!("(licences/{name})")) {
            faults.push(format!("gazetteers/licences/{name}: the README does not point to it"));
        }
    }
    for piece in text.split("(licences/").skip(1) {
        let name = piece.split(')').next().unwrap_or_default();
        if !home.join("licences").join(name).is_file() {
            faults.push(format!("{README}: points to licences/{name}, which is not there"));
        }
    }
    report(&faults);
}
