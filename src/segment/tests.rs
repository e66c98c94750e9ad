//! Headings of many shapes, each on the least page that shows it.

use super::{Item, items, title_text};
use crate::evidence::Models;

/// The items of a page by the weights of the program.
pub(super) fn split(text: &str) -> Vec<Item> {
    items(text, &Models::embedded().links.scheme)
}

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
    split(&text).iter().map(line).collect()
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
        "► @ – Port Venn\n#",
        "• Port Venn, @\n#",
        "@, Port Venn.\n#",
        "#\n* @ * Port Venn *",
        "@\n\nPort Venn\n\n#",
        "From our office in Port Venn, @\n#",
        "#\nRemarks at Port Venn, @",
        "3. Port Venn (@)\n#",
        "@\n#\nby Ana Brill",
        "#\nCouncil of the Lake, Port Venn; @:",
        "#\nIssue 27 • @ • Justice",
        "#\nPosted by Ana Brill on @, closes Friday",
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
        "P.N. No. 1183/2031-PUB          Port Venn, @\n\n#",
        "COUNCIL/Press 38\n@\n#",
        "PR 24-2031 / Port Venn / @\n#",
        "12/2031 · @\n#",
        "Situation update no. 3\nas of @\n#",
        "#\nSpeech\nDelivered on: @",
        "🗓 @\n#",
        "--- @ ---\n#",
        "+++ @ +++\n#",
        "#\n+++ @ +++",
        "|| @ ||\n#",
        "*** @ ***\n\n#",
        "§ @ § #",
        "@ ▪ #",
        "# « @ »",
        "Port Venn, @\n>> #",
        ">> #\n@",
        "#\n– @ –",
        "► #\n@",
        "#\n======\n@",
        "@\n=====\n#",
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

/// As `both`, but the dates stand in the last line of the items, the page's end below the last.
fn both_below(date: &str) {
    let item = |day: &str, title: &str| format!("{title}\n\n{BODY}\n\n{}\n\n", date.replace('@', day));
    let text = format!(
        "Orlo\n\n{}{}",
        item("3 May 2031", "Minister opens the dam"),
        item("28 April 2031", "Trees for the valley")
    );
    let got: Vec<String> = split(&text)
        .iter()
        .map(|i| {
            let date = i.date.as_ref().map_or("-", |d| d.edtf.as_str());
            format!("{date} | {}", i.title.map_or("-".to_owned(), |t| title_text(&text, t)))
        })
        .collect();
    assert_eq!(got, ["2031-05-03 | Minister opens the dam", "2031-04-28 | Trees for the valley"], "{date}");
}

#[test]
fn reads_dates_below_the_items() {
    for date in ["[@]", "Published: @", "Orlo, @", "Tags: dams\n\n@"] {
        both_below(date);
    }
}

#[test]
fn reads_what_web_pages_set_beside_dates() {
    for shape in [
        "#\nPosted: @    Category: Roads    Print",
        "#\n\nShare  Tweet  Print\n\n@",
        "Culture · Published @\n\n#",
        "#\n@ in Culture by Ana Brill",
        "#\nBy Ana Brill / @ / Culture",
        "#\nSource: The Tide, @",
        "#\n🗓 @  👤 Ana Brill",
        "@\nContact: Ana Brill, 555 0134\n\n#",
        "Culture | # | @",
        "# | Port Venn | @",
        "@\nCommuniqué 12\n\n#",
        "== # ==\n@",
        "* # *\n(@)",
        "14:30, @\n#",
        "4:30 pm on @\n#",
    ] {
        both(shape);
    }
}

#[test]
fn reads_what_is_alike_on_the_page() {
    for shape in [
        "Sitrep 4 – @\n#",
        "Question 12/2031\nAnswered on @\n#",
        "Report from Port Venn (@): #",
        "#. @",
        "#, posted @ by Ana Brill",
        "Case No. 4/31\n#\nDecided: @",
    ] {
        both(shape);
    }
    let got = read(&["w/c 3 May: A dam", "w/c 28 April: Trees"]);
    assert_eq!(got, ["- | A dam", "- | Trees"]);
}

#[test]
fn reads_days_under_the_period_of_the_page() {
    let text = format!(
        "FIELD DIARY\nOrlo – February and March 2031\n\nDAY 1 – Fri 28 February. Landfall\n{BODY}\n\nDAY 2 – Sat 1 March. Mud\n{BODY}\n"
    );
    let dates: Vec<_> = split(&text).iter().filter_map(|i| i.date.as_ref().map(|d| d.edtf.clone())).collect();
    assert_eq!(dates, ["2031-02-28", "2031-03-01"]);
    let text = format!("Orlo Chamber, founded 1934\nBulletin, May 2031\n\n3 May - A dam\n\n{BODY}\n");
    assert_eq!(split(&text)[0].date.as_ref().map(|d| d.edtf.as_str()), Some("2031-05-03"));
    let text = format!("Orlo news 2031\n\n3/5 – A dam\n\n{BODY}\n\n28/4 – Trees\n\n{BODY}\n");
    let dates: Vec<_> = split(&text).iter().filter_map(|i| i.date.as_ref().map(|d| d.edtf.clone())).collect();
    assert_eq!(dates, ["2031-05-03", "2031-04-28"]);
}

#[test]
fn takes_what_stands_where_the_other_titles_stand() {
    let got = read(&[
        "A dam\n3 May 2031",
        "The dam is open.\n2 May 2031",
        "Update\n1 May 2031",
        "Trees\n28 April 2031",
    ]);
    assert_eq!(got[1..3], ["2031-05-02 | The dam is open.", "2031-05-01 | Update"]);
    let got = read(&["21.03.2031. (11:42)\nA dam", "15.03.2031. (16:30)\nHEARINGS, WEEK OF 6 JUNE"]);
    assert_eq!(got[1], "2031-03-15 | HEARINGS, WEEK OF 6 JUNE");
}

#[test]
fn leaves_deadlines_and_signatures_of_the_body() {
    let signed = format!("A dam\n3 May 2031\n\n{BODY}\n\nDeadline: 30 June 2031\n\nPort Venn\n3 May 2031");
    let text = format!("Orlo\n\n\n{signed}\n\n\nTrees\n2 May 2031\n\n{BODY}\n");
    let titles: Vec<_> = split(&text).iter().filter_map(|i| i.title.map(|t| title_text(&text, t))).collect();
    assert_eq!(titles, ["A dam", "Trees"]);
}

#[test]
fn reads_titles_in_capitals_and_those_that_begin_with_a_day() {
    let got = read(&["3 May 2031.  GRADE PROMOTIONS.", "28 April 2031.  TREES"]);
    assert_eq!(got, ["2031-05-03 | GRADE PROMOTIONS.", "2031-04-28 | TREES"]);
    let got = read(&["A dam\nUpdated: 3 May 2031", "17 May in Orlo\nUpdated: 28 April 2031"]);
    assert_eq!(got, ["2031-05-03 | A dam", "2031-04-28 | 17 May in Orlo"]);
}

#[test]
fn takes_the_year_of_headings_in_order() {
    let got =
        read(&["Updated 19 January 2032\n\n3 May 2031: A dam", "28 April 2031: Trees", "2 April: Fish"]);
    assert_eq!(got.last().map(String::as_str), Some("2031-04-02 | Fish"));
}

/// The dates of the items of a page.
fn dates(text: &str) -> Vec<String> {
    split(text).iter().map(|i| i.date.as_ref().map_or("-".to_owned(), |d| d.edtf.clone())).collect()
}

#[test]
fn takes_the_year_of_headings_in_the_order_of_the_page() {
    // Day first the dates would be in no order, and the year that of the page's last change.
    let got = read(&[
        "Updated 19 January 2032\n\n05/13/2031: A dam",
        "28 April: Fish",
        "04/02/2031: Trees",
        "03/20/2031: Roads",
    ]);
    assert_eq!(got[1], "2031-04-28 | Fish");
}

#[test]
fn keeps_a_heading_of_another_kind_where_the_order_of_the_page_puts_it() {
    // The second heading has its title first; it fits between its neighbours only month first.
    let page = |days: [&str; 3]| {
        let [a, b, c] = days;
        format!("Orlo\n\n\n{a}: A dam\n\n{BODY}\n\n\n# Fish ({b})\n\n{BODY}\n\n\n{c}: Trees\n\n{BODY}\n")
    };
    assert_eq!(
        dates(&page(["05/13/2031", "04/09/2031", "03/20/2031"])),
        ["2031-05-13", "2031-04-09", "2031-03-20"]
    );
}
