//! Every rule on its own lines.

use super::{RULES, find};
use crate::document::Span;
use crate::reading::Reading;

/// The line without its brackets, the byte span between them, and what stands after the bar.
fn marked(line: &str) -> (String, Option<Span>, &str) {
    let (line, value) = line.split_once('|').unwrap_or((line, ""));
    match (line.find('['), line.find(']')) {
        (Some(open), Some(close)) => {
            (line.replacen(['[', ']'], "", 2), Some(Span::new(open, close - 1)), value)
        }
        _ => (line.to_owned(), None, value),
    }
}

#[test]
fn rules_find_and_leave_what_their_lines_say() {
    let mut faults = Vec::new();
    for rule in RULES {
        assert!(!rule.finds.is_empty() && !rule.leaves.is_empty(), "{} lacks lines", rule.id);
        for (line, wanted) in
            rule.finds.iter().map(|l| (l, true)).chain(rule.leaves.iter().map(|l| (l, false)))
        {
            let (text, span, value) = marked(line);
            let reading = Reading::new(&text, Span::new(0, text.len()), 0, crate::gazetteer::embedded());
            let amounts = find(std::slice::from_ref(&reading)).remove(0);
            let here = amounts
                .iter()
                .find(|a| a.rule == rule.id && span.is_none_or(|span| reading.bytes(a.start, a.end) == span));
            let got = here.map(|a| {
                let max = a.amount_max.as_ref().map(|m| format!(" {m}")).unwrap_or_default();
                format!("{}{max} {}", a.amount, a.currency)
            });
            let right = if wanted { got.as_deref() == Some(value) } else { here.is_none() };
            if !right {
                faults.push(format!("{} on {line:?}: {got:?}, all {amounts:?}", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
