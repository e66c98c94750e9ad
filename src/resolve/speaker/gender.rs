//! Whether a person is spoken of as he or as she, as far as an honorific or a noun beside the name tells.

use super::clause::Pronoun;
use crate::gazetteer::List;
use crate::reading::Reading;
use std::ops::Range;

/// What a pronoun must agree with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

/// Nouns that tell, beside a name. Honorifics have theirs in their list.
const FEMALE: &[&str] = &[
    "actress",
    "aunt",
    "baroness",
    "chairwoman",
    "congresswoman",
    "countess",
    "daughter",
    "duchess",
    "grandmother",
    "granddaughter",
    "mother",
    "niece",
    "princess",
    "queen",
    "sheikha",
    "sister",
    "spokeswoman",
    "widow",
    "wife",
    "woman",
    "businesswoman",
    "policewoman",
];
const MALE: &[&str] = &[
    "actor",
    "uncle",
    "baron",
    "brother",
    "chairman",
    "congressman",
    "count",
    "duke",
    "father",
    "grandfather",
    "grandson",
    "husband",
    "imam",
    "king",
    "lord",
    "man",
    "nephew",
    "prince",
    "sheikh",
    "son",
    "spokesman",
    "widower",
    "businessman",
    "policeman",
];

impl Pronoun {
    /// The gender of `he` and `she`.
    pub fn gender(self) -> Option<Gender> {
        match self {
            Pronoun::He => Some(Gender::Male),
            Pronoun::She => Some(Gender::Female),
            _ => None,
        }
    }
}

/// The gender that the words beside a name tell: `Ms Thorn`, `Sister Ilse`, `Ilse Thorn, widow of …`.
pub(super) fn of_name(r: &Reading, name: &Range<usize>) -> Option<Gender> {
    let start = name.start;
    let honorific = (start.saturating_sub(4)..start).find_map(|i| {
        let hit = r.hit(i, List::Honorifics).filter(|h| h.end as usize <= start)?;
        match r.index.cell(hit.row, 1) {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            _ => None,
        }
    });
    let noun = |i: usize| {
        let word = r.tokens.get(i).filter(|t| t.is_word()).map(|_| r.cut(i, i + 1).to_ascii_lowercase())?;
        match () {
            () if FEMALE.contains(&word.as_str()) => Some(Gender::Female),
            () if MALE.contains(&word.as_str()) => Some(Gender::Male),
            () => None,
        }
    };
    honorific.or_else(|| start.checked_sub(1).and_then(noun)).or_else(|| noun(name.end + 1))
}
