//! What a quote and a possible speaker may have to do with each other. Each clue has a weight of its own and one more
//! for each way in which quotes are brought in, since what tells of a speaker differs by it.

use super::clause::Mode;
use crate::ranker::clues;

clues! {
    /// What a quote and a possible speaker have to do with each other.
    Clue {
        Any = "any",
        Person = "person", Organisation = "organisation", Noun = "noun", Role = "role",
        CueThenName = "after-quote-cue-then-name",
        NameThenCue = "after-quote-name-then-cue",
        NameCueBefore = "before-quote-name-then-cue",
        CueNameBefore = "before-quote-cue-then-name",
        NameColon = "name-colon-quote",
        NameColonDirectly = "name-directly-before-colon",
        DashName = "quote-dash-name",
        LineName = "quote-line-name",
        AccordingTo = "according-to-name",
        InWordsOf = "in-the-words-of-name",
        TouchCueName = "cue-touches-name-after-quote",
        TouchNameCue = "name-touches-cue-after-quote",
        TouchBefore = "name-touches-cue-before-quote",
        TouchBeforeLate = "cue-touches-name-before-quote",
        TouchRole = "office-touches-cue",
        OtherTouches = "cue-touches-another",
        NobodyTouches = "cue-touches-no-one",
        CueDirectly = "cue-directly-beside",
        CueNear = "cue-near",
        CueFar = "cue-far",
        NoCue = "no-cue",
        NearestToCue = "nearest-to-cue",
        SubjectOfCue = "subject-of-cue",
        SubjectBeside = "subject-with-apposition-before-cue",
        ObjectOfCue = "object-of-cue",
        After = "after-quote",
        Before = "before-quote",
        Inside = "inside-quote",
        SameSentence = "same-sentence",
        SameParagraph = "same-paragraph",
        ParagraphBefore = "paragraph-before",
        ParagraphAfter = "paragraph-after",
        Farther = "farther-paragraph",
        Between0 = "no-one-between",
        Between1 = "one-between",
        Between2 = "several-between",
        PersonBetween = "person-between",
        PreviousSpeaker = "speaker-of-quote-before",
        PreviousSpeakerNoCue = "speaker-of-quote-before-and-no-cue",
        PreviousSpeakerSplit = "speaker-of-quote-before-across-cue",
        PreviousSpeakerParagraph = "speaker-of-quote-before-in-paragraph",
        Pronoun = "pronoun-at-cue",
        PronounLast = "pronoun-at-cue-and-last-person",
        PronounNot = "pronoun-at-cue-and-not-last-person",
        GenderFits = "pronoun-fits-honorific",
        GenderDiffers = "pronoun-differs-from-honorific",
        LastPersonBefore = "last-person-before",
        FirstPersonAfter = "first-person-after",
        OnlyPerson = "only-person-of-item",
        OnlyPersonOfParagraph = "only-person-of-paragraph",
        OfNearer = "owner-of-another-name",
        AfterPreposition = "after-preposition",
        SentenceSubject = "first-name-of-sentence",
        QuoteParagraph = "quote-is-paragraph",
        InQuoteBefore = "inside-another-quote",
        Bare = "may-be-subject",
        Opens = "first-subject-of-its-sentence",
        BesidePerson = "stands-with-person",
        FirstBehind = "first-behind-verb",
        Member = "in-clause",
        Oblique = "in-clause-and-no-subject",
        BareFirst = "first-subject-of-clause",
        BareSecond = "second-subject-of-clause",
        BareLater = "later-subject-of-clause",
        BareLast = "last-subject-before-verb",
        BareBeforeOne = "last-but-one-before-verb",
        BareBeforeMore = "earlier-before-verb",
        VerbBetween = "verb-between",
        RelativeBehind = "relative-directly-behind",
        RelativeBetween = "relative-between",
        Joined = "and-before",
        QuoteBetween = "quote-between",
        DirectlyBeforeVerb = "only-adverbs-before-verb",
        OfRelative = "relative-before-verb-is-its",
        ObjectSide = "behind-verb-that-has-subject",
        Sentences0 = "same-told-sentence",
        Sentences1 = "one-sentence-back",
        Sentences2 = "two-sentences-back",
        Sentences3 = "three-sentences-back",
        SentencesMore = "more-sentences-back",
        ItBody = "it-and-organisation",
        ItOther = "it-and-other",
        TheyBody = "they-and-organisation",
        TheyOther = "they-and-other",
        LastSubject = "subject-of-last-sentences",
        LastSubjectButOne = "subject-before-that",
        FirstNamed = "first-person-of-item",
        MostNamed = "most-named-person-of-item",
        InHeading = "named-in-heading",
        NamedInQuote = "named-in-quote",
        Unlisted = "unlisted-noun",
        LatterLast = "latter-and-last-person",
        FormerLast = "former-and-last-person",
        CreditLine = "named-in-credit",
        Grammar = "subject-by-grammar",
        GrammarPerson = "person-and-subject-by-grammar",
        NotGrammar = "another-is-subject-by-grammar",
        NotGrammarPerson = "another-person-is-subject-by-grammar",
    }
}

/// Weights in the table: one for each clue, and one for each clue in each mode.
pub const WEIGHTS: usize = Clue::ALL.len() * (Mode::ALL.len() + 1);

/// The place of a clue's weight in a mode.
pub fn in_mode(clue: usize, mode: Mode) -> usize {
    Clue::ALL.len() * (mode as usize + 1) + clue
}

/// The names of the weights, in their order: `same-sentence`, `pronoun:same-sentence`.
pub fn names() -> Vec<String> {
    let clues = || Clue::ALL.iter().map(|c| c.name());
    let in_modes = Mode::ALL.iter().flat_map(|(_, mode)| clues().map(move |c| format!("{mode}:{c}")));
    clues().map(str::to_owned).chain(in_modes).collect()
}

/// The weight of a name.
pub fn index(name: &str) -> Option<usize> {
    match name.split_once(':') {
        None => Clue::index(name),
        Some((mode, clue)) => {
            let (mode, _) = Mode::ALL.iter().find(|m| m.1 == mode)?;
            Some(in_mode(Clue::index(clue)?, *mode))
        }
    }
}
