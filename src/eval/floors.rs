//! Floors: numbers that a score must reach, one a line.
//!
//! ```text
//! # measure.number >= least
//! person/strict.f1    >= 0.96
//! country.code.share  >= 1    # every code
//! ```

use super::summary::Summary;
use crate::error::Error;
use std::fmt;
use std::path::Path;

/// One line of a floors file.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// `person/strict`, `country.code`.
    pub measure: String,
    /// `p`, `r`, `f1`, `share`, …
    pub number: String,
    /// The least value that passes.
    pub least: f64,
}

/// The floors of one file, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Floors(pub Vec<Floor>);

/// A floor that was not reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    /// The floor.
    pub floor: Floor,
    /// The value, where there was one.
    pub value: Option<f64>,
}

impl Floors {
    /// Reads a file.
    ///
    /// # Errors
    /// Names the file, the line and what was expected.
    pub fn read(path: &Path) -> Result<Floors, Error> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, e))?;
        Floors::parse(&text).map_err(|(line, expected)| Error::malformed(path, line, expected))
    }

    /// Reads the lines of a file.
    ///
    /// # Errors
    /// Gives the number of the line, from 1, and what was expected there.
    pub fn parse(text: &str) -> Result<Floors, (usize, String)> {
        let mut floors = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if !line.is_empty() {
                floors.push(Floor::parse(line).map_err(|expected| (number + 1, expected))?);
            }
        }
        Ok(Floors(floors))
    }

    /// The floors that a score misses, in the order of the file; one that nothing was measured for is missed.
    pub fn missed(&self, summary: &Summary) -> Vec<Missed> {
        let value = |floor: &Floor| summary.number(&floor.measure, &floor.number);
        let all = self.0.iter().map(|floor| Missed { floor: floor.clone(), value: value(floor) });
        all.filter(|missed| missed.value.is_none_or(|value| value < missed.floor.least)).collect()
    }
}

impl Floor {
    fn parse(line: &str) -> Result<Floor, String> {
        let expected = || format!("expected `person/strict.f1 >= 0.95`, found `{line}`");
        let (left, right) = line.split_once(">=").ok_or_else(expected)?;
        let (measure, number) = left.trim().rsplit_once('.').ok_or_else(expected)?;
        if measure.is_empty() || !["p", "r", "f1", "tp", "share", "right", "of"].contains(&number) {
            return Err(format!(
                "expected a measure and one of p, r, f1, tp, share, right, of, found `{}`",
                left.trim()
            ));
        }
        let least =
            right.trim().parse().map_err(|_| format!("expected a number, found `{}`", right.trim()))?;
        Ok(Floor { measure: measure.to_owned(), number: number.to_owned(), least })
    }
}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Floor { measure, number, least } = &self.floor;
        match self.value {
            Some(value) => write!(f, "{measure}.{number} is {value:.4}, must be at least {least}"),
            None => write!(f, "{measure}.{number} was not measured, must be at least {least}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::{Counts, DocumentScore, Share};

    #[test]
    fn names_each_floor_that_is_missed() {
        let mut document = DocumentScore::default();
        let counts = Counts { right: 3, spurious: 1, missed: 1 };
        document.counts.insert("person/strict".to_owned(), counts);
        document.shares.insert("country.code", Share { right: 1, of: 1 });
        let floors = "# floors\n\nperson/strict.f1 >= 0.75\nperson/strict.p>=0.8 # more\ncountry.code.share >= 1\nitem/strict.r >= 0";
        let missed = Floors::parse(floors).expect("all lines read").missed(&Summary::new([&document]));
        let told: Vec<String> = missed.iter().map(Missed::to_string).collect();
        assert_eq!(
            told,
            [
                "person/strict.p is 0.7500, must be at least 0.8",
                "item/strict.r was not measured, must be at least 0"
            ]
        );
    }

    #[test]
    fn says_what_a_line_should_be() {
        assert_eq!(Floors::parse("\nperson > 1").unwrap_err().0, 2);
        assert!(Floors::parse("person/strict.f2 >= 1").unwrap_err().1.contains("share"));
        assert_eq!(
            Floors::parse("money.value.share >= all").unwrap_err().1,
            "expected a number, found `all`"
        );
    }
}
