//! Figures to values: `1,234.56`, `1.234,56`, `50,00,000`, `1'250'000`, `7.500`.

use super::decimal::Decimal;

/// What stands beside the figures and decides how a lone full stop is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Habit {
    /// A multiplier follows: `1.250 million` is one and a quarter.
    pub multiplied: bool,
    /// The currency has three decimals: `KD 1.250`.
    pub three_decimals: bool,
    /// Groups of three were already joined over spaces: what separates now are decimals.
    pub grouped: bool,
}

/// The value of figures with separators; `None` for a date, a version and the like.
pub(super) fn read(raw: &str, habit: Habit) -> Option<Decimal> {
    if raw.contains('’') {
        return read(&raw.replace('’', "'"), habit);
    }
    let separators: Vec<(usize, u8)> =
        raw.bytes().enumerate().filter(|(_, b)| matches!(b, b',' | b'.' | b'\'')).collect();
    let Some(&(last_at, last)) = separators.last() else {
        return Decimal::parse(raw);
    };
    let tail = raw.len() - last_at - 1;
    let kinds = separators.iter().filter(|(_, s)| *s != last).count();
    let same = separators.len() - kinds;
    let decimals_last = if kinds > 0 {
        // `1,234.56`: the last separator is another than the ones before
        if same > 1 {
            return None;
        }
        last != b'\''
    } else if habit.grouped {
        if same > 1 {
            return None;
        }
        true
    } else if same > 1 || last == b'\'' {
        false
    } else if tail != 3 || raw.starts_with('0') || last_at > 3 {
        true
    } else {
        last == b'.' && (habit.multiplied || habit.three_decimals)
    };
    let whole = if decimals_last { &raw[..last_at] } else { raw };
    if !grouping_is_regular(whole) {
        return None;
    }
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if decimals_last {
        plain.push('.');
        plain.push_str(&raw[last_at + 1..]);
    }
    Decimal::parse(&plain)
}

/// Whether the groups of a whole number have three figures each, or two in the South Asian way.
fn grouping_is_regular(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split([',', '.', '\'']).collect();
    let Some((last, rest)) = groups.split_last() else { return false };
    if rest.is_empty() {
        return true;
    }
    let inner = &rest[1..];
    last.len() == 3
        && (1..=3).contains(&rest[0].len())
        && (inner.iter().all(|g| g.len() == 3) || rest[0].len() <= 2 && inner.iter().all(|g| g.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::{Habit, read};

    #[test]
    fn reads_the_habits_of_many_countries() {
        let value = |raw, habit| read(raw, habit).map(|d| d.to_string());
        let plain = Habit::default();
        for (raw, wanted) in [
            ("1,234.56", "1234.56"),
            ("1.234,56", "1234.56"),
            ("50,00,000", "5000000"),
            ("1'250'000", "1250000"),
            ("1’250’000", "1250000"),
            ("7.500", "7500"),
            ("42,000", "42000"),
            ("1.5", "1.5"),
            ("84,5", "84.5"),
            ("0.350", "0.350"),
            ("12,000,000.50", "12000000.50"),
            ("61388.50", "61388.50"),
        ] {
            assert_eq!(value(raw, plain).as_deref(), Some(wanted), "{raw}");
        }
        assert_eq!(value("1.250", Habit { multiplied: true, ..plain }).as_deref(), Some("1.250"));
        assert_eq!(value("3.500", Habit { three_decimals: true, ..plain }).as_deref(), Some("3.500"));
        assert_eq!(value("1864,500", Habit { grouped: true, ..plain }).as_deref(), Some("1864.500"));
        assert_eq!(value("12.05.2021", plain), None);
        assert_eq!(value("1.2.3", plain), None);
    }
}
