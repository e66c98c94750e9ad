//! A second look at the dated lines, now that all of the page are known.
//!
//! What one line cannot tell is settled here. `drop` takes away heads and feet of printed pages,
//! lesser dates and runs; the others tell by its neighbours what the words beside a date are: a place
//! (`places`), a subject, opening or counter that all lines share (`shared`), a cell (`cells`), a
//! short title (`names`).

mod cells;
mod drop;
mod names;
mod places;
mod shared;

pub(super) use cells::read_cells;
pub(super) use drop::{without_lesser_dates, without_running_heads, without_runs};
pub(super) use names::read_names;
pub(super) use places::read_places;
pub(super) use shared::{read_counters, read_openings, read_subjects};

use super::candidate::Candidate;
use super::line::Page;

/// The words beside the date.
fn tail<'a>(page: &Page<'a>, c: &Candidate) -> &'a str {
    c.title.map_or("", |t| page.slice(t))
}
