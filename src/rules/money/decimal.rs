//! Plain decimal numbers, exact: an integer and a count of decimals.

use std::cmp::Ordering;
use std::fmt;

/// `units` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    units: i128,
    scale: u32,
}

impl Decimal {
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };
    pub const THOUSAND: Decimal = Decimal { units: 1000, scale: 0 };

    /// A whole number.
    pub const fn whole(units: i128) -> Self {
        Decimal { units, scale: 0 }
    }

    /// Digits with at most one full stop; `None` for anything else and for more than 24 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.len() + fraction.len();
        if !(1..=24).contains(&digits) || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let units = whole.bytes().chain(fraction.bytes()).fold(0i128, |n, b| n * 10 + i128::from(b - b'0'));
        Some(Decimal { units, scale: fraction.len() as u32 })
    }

    /// The product; decimals that it doesn't need are dropped where a whole number was multiplied in.
    pub fn times(self, other: Decimal) -> Option<Self> {
        let product = Decimal {
            units: self.units.checked_mul(other.units)?,
            scale: self.scale.checked_add(other.scale)?,
        };
        Some(if other.scale == 0 { product.trimmed() } else { product })
    }

    /// The sum.
    pub fn plus(self, other: Decimal) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Some(Decimal { units: self.at(scale)?.checked_add(other.at(scale)?)?, scale })
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Number of decimals as written.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// The remainder of a division of the whole part.
    pub fn modulo(self, by: i128) -> i128 {
        self.units % by
    }

    fn at(self, scale: u32) -> Option<i128> {
        self.units.checked_mul(10i128.checked_pow(scale - self.scale)?)
    }

    fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.at(scale), other.at(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // too large to be put on one scale: the whole parts tell
            _ => (self.units / 10i128.pow(self.scale.min(38)))
                .cmp(&(other.units / 10i128.pow(other.scale.min(38)))),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.units);
        }
        let power = 10i128.pow(self.scale.min(38));
        write!(f, "{}.{:0width$}", self.units / power, self.units % power, width = self.scale as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn keeps_cents_and_drops_what_a_multiplier_makes_whole() {
        let d = |s: &str| Decimal::parse(s).unwrap();
        assert_eq!(d("1.20").times(d("1000000")).unwrap().to_string(), "1200000");
        assert_eq!(d("50").times(d("0.01")).unwrap().to_string(), "0.50");
        assert_eq!(d("3").plus(d("0.50")).unwrap().to_string(), "3.50");
        assert_eq!(d("3.80").to_string(), "3.80");
        assert!(d("3.8") == d("3.80") && d("3.7") < d("3.80"));
    }
}
