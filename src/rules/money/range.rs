//! Two ends and one mention: `between €5 and €10 million`, `25 to 30 million dinars`, `$3.5-4 million`.

use super::decimal::Decimal;
use super::number::{Quantity, ending_at, parse};
use super::pieces::{Kind, Piece};
use super::scan::{Look, right_of};
use super::sides::{Side, Sum, named_twice, three_decimals};
use super::unit::{Form, Unit};
use super::window::Window;
use super::{Found, Rule};
use crate::gazetteer::Class;
use crate::token::Gap;

pub(super) const RULE: Rule = Rule {
    id: "money.range",
    finds: &[
        "it costs [between €5 and €10 million] a year|5000000 10000000 EUR",
        "a road for [25 to 30 million Kuwaiti dinars] now|25000000 30000000 KWD",
        "losses of [$3.5-4 million] in May|3500000 4000000 USD",
        "a house for [RM3–5m] in Ipoh|3000000 5000000 MYR",
        "a car for [12-15,000 EUR] there|12000 15000 EUR",
        "they pay [from €11,500 to €100,000] each|11500 100000 EUR",
        "fees [between $500,000 and $1 million] a year|500000 1000000 USD",
        "up to [5 or 6 million dollars] a year|5000000 6000000 USD",
        "grants of [GEL 3,000 to 50,000 lari] each|3000 50000 GEL",
        "[between 606 and 674 euros] a month|606 674 EUR",
    ],
    leaves: &[
        "rose from €5 million to €10 million",
        "raise trade [from 11 to 20 million dollars]",
        "gave €3,000 to 5,000 families",
        "spent €5 and €10 on tea",
        "between 2019 and 2022 €5 million came",
    ],
    find,
};

/// What joins the two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    GluedDash,
    Dash,
    To,
    And,
    Or,
}

fn find(look: &Look) -> Option<Found> {
    let (sum, side) = look.sum.as_ref()?;
    match side {
        Side::Before => to_the_right(look, sum),
        Side::After => to_the_left(look, sum).or_else(|| to_the_right(look, sum)),
    }
}

/// The first end has the unit: `€5 to 10 million`, `€5 to €10 million`, `5 euros to 10 euros`.
fn to_the_right(look: &Look, first: &Sum) -> Option<Found> {
    let w = look.w;
    let (next, link) = link_at(w, first.end)?;
    let side = look.sum.as_ref()?.1;
    let (second, own_unit, end, unit) = match w.unit_at(next).filter(|u| u.form != Form::Minor) {
        Some(unit) if side == Side::Before => {
            let sum = right_of(w, unit).filter(|s| s.quantity.start == unit.end || s.start == unit.start)?;
            let same = same_currency(&first.unit, &sum.unit)?;
            (sum.quantity, true, sum.end, same)
        }
        _ if !w.follows(next) => return None,
        _ => {
            let quantity = parse(w, next, w.pieces.len(), three_decimals(w, &first.unit))?;
            if side == Side::After {
                let unit = w.unit_at(quantity.end)?;
                let same = same_currency(&first.unit, unit)?;
                (quantity, true, unit.end, same)
            } else {
                let mut sum =
                    Sum { start: first.start, end: quantity.end, quantity, unit: first.unit.clone() };
                named_twice(w, &mut sum);
                if sum.end == quantity.end
                    && w.unit_at(quantity.end)
                        .is_some_and(|u| u.form != Form::Minor && w.pieces[u.start].gap <= Gap::Space)
                {
                    // `$5 to 10 euros`
                    return None;
                }
                let named = sum.end > quantity.end;
                (quantity, named, sum.end, sum.unit)
            }
        }
    };
    let open = second.multiplier.is_some() && first.quantity.multiplier.is_none()
        || second.multiplier.is_some() && second.multiplier == first.quantity.multiplier
        || nothing_counted(w, second.end);
    let start = match link {
        Link::GluedDash => first.start,
        Link::Dash if !second.like_year(w) && (own_unit || open) => first.start,
        Link::To if own_unit || open => from_word(w, look.from, first.start, own_unit)?,
        Link::And => word_before(w, look.from, first.start, "between")?,
        Link::Or if !own_unit && second.multiplier.is_some() && first.quantity.multiplier.is_none() => {
            first.start
        }
        _ => return None,
    };
    let (low, high) = ends(w, &first.quantity, &second, link)?;
    // the doubts are those of the whole
    let whole = Sum { start, end, quantity: second, unit };
    let found = look.found(&whole)?;
    Some(Found { low: look.worth(&whole.unit, low)?, high: Some(look.worth(&whole.unit, high)?), ..found })
}

/// The second end has the unit: `25 to 30 million dinars`.
fn to_the_left(look: &Look, second: &Sum) -> Option<Found> {
    let w = look.w;
    let (end, link) = link_before(w, second.start, look.from)?;
    let first = ending_at(w, end, look.from, three_decimals(w, &second.unit))?;
    let start = match link {
        Link::And => word_before(w, look.from, first.start, "between")?,
        Link::To => from_word(w, look.from, first.start, false)?,
        _ => first.start,
    };
    if first.like_year(w) && (second.quantity.like_year(w) || second.quantity.multiplier.is_some()) {
        return None;
    }
    let (low, high) = ends(w, &first, &second.quantity, link)?;
    let found = look.found(&Sum { start, ..second.clone() })?;
    Some(Found { low: look.worth(&second.unit, low)?, high: Some(look.worth(&second.unit, high)?), ..found })
}

/// Both ends as values; the first takes the multiplier of the second where it has none of its own.
fn ends(w: &Window, first: &Quantity, second: &Quantity, link: Link) -> Option<(Decimal, Decimal)> {
    let mut low = first.value;
    if first.multiplier.is_none()
        && second.multiplier.is_some()
        && first.base > second.base
        && first.value < Decimal::whole(100)
    {
        // `from 5 to 3 million`
        return None;
    }
    if let (None, Some(by)) = (first.multiplier, second.multiplier)
        && first.base <= second.base
        && !first.grouped
    {
        low = first.value.times(by)?;
    } else if link == Link::GluedDash
        && second.grouped
        && second.multiplier.is_none()
        && first.end == first.start + 1
        && is_short(&w.pieces[first.start])
    {
        // `12-15,000`
        let thousands = first.value.times(Decimal::THOUSAND)?;
        if thousands < second.value {
            low = thousands;
        }
    }
    (low < second.value).then_some((low, second.value))
}

fn same_currency(a: &Unit, b: &Unit) -> Option<Unit> {
    let rows: Vec<u32> = a.rows.iter().copied().filter(|r| b.rows.contains(r)).collect();
    let default = if rows.contains(&a.default) { a.default } else { *rows.first()? };
    Some(Unit { rows, default, ..a.clone() })
}

fn link_at(w: &Window, at: usize) -> Option<(usize, Link)> {
    let piece = w.pieces.get(at).filter(|p| p.gap <= Gap::Line)?;
    if piece.is_dash() {
        let glued = piece.gap == Gap::Glued && w.pieces.get(at + 1)?.gap == Gap::Glued;
        return Some((at + 1, if glued { Link::GluedDash } else { Link::Dash }));
    }
    word_link(w, at).map(|link| (at + 1, link))
}

fn link_before(w: &Window, end: usize, from: usize) -> Option<(usize, Link)> {
    let at = end.checked_sub(1).filter(|at| *at >= from)?;
    let piece = &w.pieces[at];
    if piece.is_dash() {
        let glued = piece.gap == Gap::Glued && w.pieces[end].gap == Gap::Glued;
        return Some((at, if glued { Link::GluedDash } else { Link::Dash }));
    }
    if w.is_word(at, &["maybe", "perhaps", "possibly"]) && at > from && w.pieces[at - 1].is(',') {
        return Some((at - 1, Link::Or));
    }
    word_link(w, at).map(|link| (at, link))
}

fn word_link(w: &Window, at: usize) -> Option<Link> {
    match w.word(at) {
        "to" => Some(Link::To),
        "and" => Some(Link::And),
        "or" => Some(Link::Or),
        _ => None,
    }
}

/// The piece of a word that must stand right before `start`.
fn word_before(w: &Window, from: usize, start: usize, word: &str) -> Option<usize> {
    start.checked_sub(1).filter(|at| *at >= from && w.is_word(*at, &[word]))
}

/// `from` before `start` where it is there; none where something changes from one amount to the other.
fn from_word(w: &Window, from: usize, start: usize, both: bool) -> Option<usize> {
    let Some(at) = word_before(w, from, start, "from") else {
        // `between $7 to $10`
        return word_before(w, from, start, "between").or(Some(start));
    };
    let changes = (at.saturating_sub(16).max(from)..at)
        .filter(|i| w.reading.sentence[w.pieces[*i].token] == w.reading.sentence[w.pieces[at].token])
        .any(|i| is_change(w.word(i)));
    match (changes, both) {
        (true, true) => None,
        (true, false) => Some(start),
        _ => Some(at),
    }
}

/// `rose`, `increased`, `down`: words of a change from one amount to another.
fn is_change(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "rise", "rises", "rising", "risen", "rose", "fall", "falls", "fell", "fallen", "falling", "cut",
        "cuts", "grow", "grows", "grew", "grown", "growing", "growth", "go", "goes", "went", "going", "gone",
        "up", "down", "move", "moved", "moves", "drop", "drops", "dropped", "hike", "hiked", "shrank",
        "shrunk", "swell", "slid",
    ];
    const BEGINNINGS: &[&str] = &[
        "increas", "decreas", "declin", "reduc", "rais", "doubl", "tripl", "jump", "climb", "chang", "soar",
        "plung", "lower", "expand", "widen", "narrow", "surg", "boost", "revis", "upgrad", "scal", "slash",
        "trebl", "lift",
    ];
    let lower = word.to_lowercase();
    WORDS.contains(&lower.as_str()) || BEGINNINGS.iter().any(|b| lower.starts_with(b))
}

/// Whether no noun follows that the number before `at` would count: `€3,000 to 5,000 families`.
pub(super) fn nothing_counted(w: &Window, at: usize) -> bool {
    let Some(next) = w.pieces.get(at).filter(|p| p.gap <= Gap::Line) else { return true };
    !w.reading.tokens[next.token].is_word()
        || w.is(
            at,
            &[
                Class::Article,
                Class::Preposition,
                Class::For,
                Class::In,
                Class::From,
                Class::To,
                Class::At,
                Class::By,
                Class::On,
                Class::And,
                Class::Or,
                Class::As,
                Class::With,
                Class::Auxiliary,
                Class::Adverb,
                Class::Conjunction,
            ],
        )
        || w.is_word(at, &["a", "per", "each", "every", "depending"])
}

/// Whether a piece is figures of at most three digits.
fn is_short(piece: &Piece) -> bool {
    piece.kind == Kind::Digits && piece.end - piece.start <= 3
}
