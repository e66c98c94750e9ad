//! The clues of a reading of the page: their names and their numbers in the table of weights.

use super::anchor::Place;
use super::read::{Beside, Scheme};
use crate::ranker::clues;

clues! {
    /// How many are so, in five steps from none to all: of the headings, or of what the name says.
    Share {
        Titled = "titled",
        ReadsAsTitle = "title-reads-as-one",
        StandsOnce = "title-stands-once",
        TwoWords = "title-of-two-words",
        FourWords = "title-of-four-words",
        Prose = "title-is-prose",
        Generic = "title-is-generic",
        Name = "title-is-name",
        Link = "title-is-link",
        Label = "title-is-label",
        Dated = "title-dated",
        Capitals = "title-in-capitals",
        Aside = "title-is-aside",
        BeginsSmall = "title-begins-small",
        FirstWordOfMost = "first-word-of-most",
        OpensBlock = "opens-block",
        FollowsProse = "follows-prose",
        TitleAbove = "title-like-above",
        LinkAbove = "link-above",
        TextBelow = "followed-by-text",
        ProseBelow = "followed-by-prose",
        TitleBelow = "followed-by-title",
        LineIsProse = "line-is-prose",
        WithYear = "with-year",
        FormOfMost = "form-of-most",
        Near = "near",
        Marked = "marked",
        DateOpens = "date-opens",
        TitleBetween = "passed-over-title",
        ProseBetween = "passed-over-prose",
        AgainBetween = "passed-over-again",
        AloneUnused = "alone-unused",
        StartUnused = "start-unused",
        Chosen = "chosen",
        DatesChosen = "dates-chosen",
    }
}

clues! {
    /// What is said of a reading as a whole.
    Whole {
        NoHeading = "no-heading",
        FirstEmpty = "first-empty",
        Falling = "falling",
        Rising = "rising",
        SameDay = "same-day",
        Unordered = "unordered",
        ProseBefore = "prose-before",
        NoProseBefore = "no-prose-before",
        BeforeShort = "before-short",
        BeforeQuarter = "before-quarter",
        BeforeHalf = "before-half",
        BeforeMost = "before-most",
        GapWider = "gap-wider",
        GapAlike = "gap-alike",
        GapNarrower = "gap-narrower",
        OneLong = "one-long",
        IsChosen = "is-chosen",
        AsManyAsChosen = "as-many-as-chosen",
    }
}

/// Steps of a share.
const STEPS: [&str; 5] = ["none", "few", "half", "most", "all"];

/// The number of the first clue that is no share, and of the first that names a scheme.
const FIRST_WHOLE: usize = Share::ALL.len() * STEPS.len();
const FIRST_SCHEME: usize = FIRST_WHOLE + Whole::ALL.len();

/// How many clues there are.
pub const CLUES: usize = FIRST_SCHEME + Place::ALL.len() * Beside::ALL.len();

/// The number of a share's step: `some` of `all`.
pub(super) fn share(share: Share, some: usize, all: usize) -> u16 {
    let step = match some {
        0 => 0,
        n if n >= all => 4,
        n if n * 3 <= all => 1,
        n if n * 3 <= all * 2 => 2,
        _ => 3,
    };
    (share as usize * STEPS.len() + step) as u16
}

/// The number of what is said of the whole.
pub(super) fn whole(clue: Whole) -> u16 {
    (FIRST_WHOLE + clue as usize) as u16
}

/// The number of a scheme's clue.
pub(super) fn scheme(scheme: Scheme) -> u16 {
    (FIRST_SCHEME + scheme.place as usize * Beside::ALL.len() + scheme.beside.number()) as u16
}

/// Whether a clue tells the scheme.
pub fn tells_scheme(clue: u16) -> bool {
    usize::from(clue) >= FIRST_SCHEME
}

/// Whether a clue speaks of what the readers of single lines chose.
pub fn tells_choice(clue: u16) -> bool {
    let shares = [Share::Chosen, Share::DatesChosen].map(|s| s as usize);
    let wholes = [Whole::IsChosen, Whole::AsManyAsChosen].map(|w| w as usize);
    match usize::from(clue).checked_sub(FIRST_WHOLE) {
        None => shares.contains(&(usize::from(clue) / STEPS.len())),
        Some(number) => wholes.contains(&number),
    }
}

/// The names of all clues, in the order of their numbers: `titled=all`, `falling`, `alone:title-above`.
pub fn names() -> Vec<String> {
    let shares = Share::ALL.iter().flat_map(|s| STEPS.iter().map(move |step| format!("{}={step}", s.name())));
    let wholes = Whole::ALL.iter().map(|w| w.name().to_owned());
    let schemes =
        Place::ALL.iter().flat_map(|(_, p)| Beside::ALL.iter().map(move |(_, b)| format!("{p}:title-{b}")));
    shares.chain(wholes).chain(schemes).collect()
}

/// The number of the clue of a name.
pub fn index(name: &str) -> Option<usize> {
    if let Some((share, step)) = name.split_once('=') {
        return Some(Share::index(share)? * STEPS.len() + STEPS.iter().position(|s| *s == step)?);
    }
    if let Some((place, beside)) = name.split_once(":title-") {
        let place = Place::ALL.iter().position(|(_, name)| *name == place)?;
        let beside = Beside::ALL.iter().position(|(_, name)| *name == beside)?;
        return Some(FIRST_SCHEME + place * Beside::ALL.len() + beside);
    }
    Some(FIRST_WHOLE + Whole::index(name)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_meet() {
        let names = names();
        assert_eq!(names.len(), CLUES);
        for (number, name) in names.iter().enumerate() {
            assert_eq!(index(name), Some(number), "{name}");
        }
        assert_eq!(names[usize::from(share(Share::Titled, 2, 3))], "titled=half");
        assert_eq!(names[usize::from(whole(Whole::Rising))], "rising");
        let above = Scheme { place: Place::End, beside: Beside::Above(2) };
        assert_eq!(names[usize::from(scheme(above))], "end:title-above-2");
    }

    #[test]
    fn tells_clues_apart() {
        let told = |tells: fn(u16) -> bool| -> Vec<String> {
            let all = names().into_iter().enumerate();
            all.filter(|(n, _)| tells(*n as u16)).map(|(_, name)| name).collect()
        };
        assert!(told(tells_scheme).iter().all(|n| n.contains(":title-")));
        assert_eq!(told(tells_choice).len(), 2 * STEPS.len() + 2);
        assert!(told(tells_choice).iter().all(|n| n.contains("chosen")));
    }
}
