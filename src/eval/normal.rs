//! The form in which two names are compared.

use unicode_normalization::UnicodeNormalization;

/// The name in compatibility form, case folded, without a leading article, single spaces, no full stop at the end.
pub(super) fn normal(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(fold).collect();
    let mut rest = folded.trim_matches(is_space);
    for article in ["the ", "a ", "an "] {
        rest = rest.strip_prefix(article).unwrap_or(rest);
    }
    let words: Vec<&str> = rest.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// Unicode's full case folding of one letter, by way of its capital: so `ß` is `ss` and both sigmas are one. The
/// dotless `ı` folds to itself though its capital is `I`.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let once = (letter == 'ı').then_some(letter);
    let folded = letter.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    once.into_iter().chain(folded.filter(move |_| letter != 'ı'))
}

/// White space, with the four separators of ASCII that Python counts as such.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Whether two titles are the same; a leading place before a colon may stay or go.
pub(crate) fn same_title(a: &str, b: &str) -> bool {
    let (a, b) = (normal(a), normal(b));
    let placed = |long: &str, short: &str| {
        !short.is_empty() && long.strip_suffix(short).is_some_and(|place| place.ends_with(": "))
    };
    a == b || placed(&a, &b) || placed(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_forms_of_one_name_the_same() {
        assert_eq!(normal(" The\u{a0}Court  of\nAudit. "), "court of audit");
        assert_eq!(normal("STRAßE ẞ ΣΣ"), normal("strasse SS σς"));
        assert_eq!(normal("the a an ox"), "ox");
        assert_eq!(normal("ılı"), "ılı");
        assert_eq!(normal("Etc…"), "etc");
    }
}
