//! Headings of many shapes, each on the least page that shows it.

use super::{items, title_text};

const BODY: &str =
    "The council of Orlo met and agreed on the new dam, said its chair, Ana Brill. It was late.";

/// The headings of a page of items, each over a body, as `date | title`.
fn read(headings: &[&str]) -> Vec<String> {
    let parts: Vec<String> = headings.iter().map(|h| format!("{h}\n\n{BODY}\n\n\n")).collect();
    let text = format!("Orlo\n\n\n{}", parts.concat());
    let line = |i: &super::Item| {
        let date = i.date.as_ref().map_or("-", |d| d.edtf.as_str());
        let title = i.title.map_or("-".to_owned(), |t| title_text(&text, t));
        format!("{date} | {title}")
    };
    items(&text).iter().map(line).collect()
}

/// Both headings, `@` put for the date, head items of the titles that the test names.
fn both(shape: &str) {
    let heading = |date: &str, title: &str| shape.replace('@', date).replace('#', title);
    let got = read(&[
        &heading("3 May 2031", "Minister opens the dam"),
        &heading("28 April 2031", "Trees for the valley"),
    ]);
    let want = ["2031-05-03 | Minister opens the dam", "2031-04-28 | Trees for the valley"];
    assert_eq!(got, want, "{shape}");
}

#[test]
fn reads_signs_between_date_and_title() {
    for shape in ["@ // #", "@ >> #", "@ -- #", "# [@]", "# /@/", "#\t@", "<b>@</b> #"] {
        both(shape);
    }
}

#[test]
fn leaves_remarks_beside_the_date_out_of_the_title() {
    for shape in [
        "#\n@ | Port Venn",
        "#\n@ (closed session)",
        "#\n@ at 10:00 CET, Town Hall",
        "#\n@ | Human rights",
        "#\n@ (2 years ago) • 1.2K views",
        "#\nPort Venn: @",
        "@ | Port Venn | #",
        "@ – Port Venn\n\n#",
        "# (Port Venn, @)",
        "#\nEconomy and trade, @",
    ] {
        both(shape);
    }
}

#[test]
fn reads_labels_references_and_ornaments() {
    for shape in [
        "FOR IMMEDIATE RELEASE: @\n#",
        "Ref.: ABC/12  Date: @\n#",
        "Press Release No. 12/2031 – Port Venn, @\n#",
        "#\nSpeech\nDelivered on: @",
        "🗓 @\n#",
        "--- @ ---\n#",
        "#\n– @ –",
        "► #\n@",
        "#\n======\n@",
        "Economy\n#\n@",
        "@\nEconomy\n#",
        "Economy\n@\n#",
    ] {
        both(shape);
    }
}

#[test]
fn reads_dates_in_words_and_roman_numerals() {
    let got = read(&["The third of May 2031: A dam", "4.IV.2031 – Trees"]);
    assert_eq!(got, ["2031-05-03 | A dam", "2031-04-04 | Trees"]);
}

#[test]
fn leaves_numbers_and_dates_of_the_title() {
    let got = read(&[
        "2030 Agenda: a report (3 May 2031)",
        "Trains from May 2030 (28 April 2031)",
        "1. April 2, 2031: #Orlo",
    ]);
    let want =
        ["2031-05-03 | 2030 Agenda: a report", "2031-04-28 | Trains from May 2030", "2031-04-02 | #Orlo"];
    assert_eq!(got, want);
}

#[test]
fn leaves_programmes_and_signatures() {
    let programme = format!("3 May 2031\nA dam\n\n{BODY}\n\nMonday, 14 May 2031\n09.00 Opening");
    let got = read(&[&programme, "2 May 2031\nTrees"]);
    assert_eq!(got, ["2031-05-03 | A dam", "2031-05-02 | Trees"]);
}
