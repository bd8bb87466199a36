//! Amounts in lists: `16 GB`, `16.265`, `7,89 Go`, `17179869184`. The unit comes
//! from the cell, else from the column, else from how large the number is.

use super::meaning::Scale;

const KIB: i64 = 1024;

/// Megabytes of memory. A number that fits two units is not known.
pub(super) fn memory_mb(text: &str, scale: Option<Scale>) -> Option<i64> {
    let by_size = |whole: i64| match whole {
        1..=255 => Some(Scale::GB),
        256..=1_048_575 => Some(Scale::MB),
        1_048_576..=1_073_741_823 => Some(Scale::KB),
        1_073_741_824.. => Some(Scale::Bytes),
        _ => None,
    };
    let bytes = bytes(text, scale, by_size)?;
    Some(bytes / (KIB * KIB)).filter(|megabytes| *megabytes > 0)
}

/// The memory of a cell; tools that list modules put them below each other.
pub(super) fn memory_of_lines(cell: &str, scale: Option<Scale>) -> Option<i64> {
    let mut lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = memory_mb(lines.next()?, scale)?;
    lines.try_fold(first, |sum, line| sum.checked_add(memory_mb(line, scale)?))
}

/// Bytes of a disk. A number that fits two units is not known.
pub(super) fn storage_bytes(text: &str, scale: Option<Scale>) -> Option<i64> {
    let by_size = |whole: i64| match whole {
        1..=8_192 => Some(Scale::GB),
        30_000..=30_000_000 => Some(Scale::MB),
        30_000_001..=9_999_999_999 => Some(Scale::KB),
        10_000_000_000.. => Some(Scale::Bytes),
        _ => None,
    };
    bytes(text, scale, by_size).filter(|bytes| *bytes > 0)
}

/// Megahertz of a processor.
pub(super) fn megahertz(text: &str, scale: Option<Scale>) -> Option<i64> {
    let amount = Amount::of(text, scale)?;
    let by_size = if amount.thousandths < 10_000 { Scale::GHz } else { Scale::MHz };
    let thousandths = match amount.scale.unwrap_or(by_size) {
        Scale::MHz => amount.thousandths / 1000,
        Scale::GHz => amount.thousandths,
        _ => return None,
    };
    (100..=20_000).contains(&thousandths).then_some(thousandths)
}

fn bytes(text: &str, scale: Option<Scale>, by_size: impl Fn(i64) -> Option<Scale>) -> Option<i64> {
    let amount = Amount::of(text, scale)?;
    let scale = amount.scale.or_else(|| by_size(amount.thousandths / 1000))?;
    let one = match scale {
        Scale::Bytes => 1,
        Scale::KB => KIB,
        Scale::MB => KIB * KIB,
        Scale::GB => KIB * KIB * KIB,
        Scale::TB => KIB * KIB * KIB * KIB,
        Scale::MHz | Scale::GHz => return None,
    };
    if one == 1 {
        return Some(amount.thousandths / 1000);
    }
    // In units of 1/1024 of the unit, so that large disks do not overflow.
    let fine = amount.thousandths.checked_mul(one / KIB)?.checked_mul(KIB)?;
    Some(fine / 1000)
}

#[derive(Debug, PartialEq, Eq)]
struct Amount {
    thousandths: i64,
    scale: Option<Scale>,
}

impl Amount {
    /// `column` is the unit of cells that have none.
    fn of(text: &str, column: Option<Scale>) -> Option<Self> {
        let text = text.trim();
        let end = text.find(char::is_alphabetic).unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let scale = match unit.trim() {
            "" => column,
            unit => Some(scale_of(unit)?),
        };
        let fine = matches!(scale, Some(Scale::GB | Scale::TB | Scale::GHz));
        Some(Self { thousandths: thousandths(number, fine)?, scale })
    }
}

/// The unit that stands behind a number, in a few languages. Behind it may
/// stand of what kind it is: `16GB DDR4`, `512 GB SSD`.
fn scale_of(unit: &str) -> Option<Scale> {
    const KINDS: [&str; 8] = ["ddr", "lpddr", "ram", "ssd", "hdd", "nvme", "sata", "m.2"];
    let lower = unit.to_lowercase();
    let mut words = lower.split_whitespace();
    let unit = words.next()?;
    if !words.all(|word| KINDS.iter().any(|kind| word.starts_with(kind))) {
        return None;
    }
    match unit {
        "b" | "byte" | "bytes" | "octets" | "o" => Some(Scale::Bytes),
        "kb" | "kib" | "ko" | "k" | "кб" => Some(Scale::KB),
        "mb" | "mib" | "mo" | "m" | "мб" => Some(Scale::MB),
        "gb" | "gib" | "go" | "g" | "гб" => Some(Scale::GB),
        "tb" | "tib" | "to" | "t" | "тб" => Some(Scale::TB),
        "mhz" => Some(Scale::MHz),
        "ghz" => Some(Scale::GHz),
        _ => None,
    }
}

/// A number in thousandths. One separator before exactly three digits stands
/// before a fraction where the unit is large (`15.789 GB`) and parts thousands
/// otherwise (`16.265 MB`); of two kinds, the last one is the fraction's.
fn thousandths(number: &str, fine: bool) -> Option<i64> {
    let tidy: String =
        number.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '\u{2019}')).collect();
    let marks: Vec<(usize, char)> =
        tidy.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let fraction_at = match marks.as_slice() {
        [] => None,
        [(at, _)] => Some(*at).filter(|at| fine || tidy.len() - at != 4),
        [.., (_, before), (at, last)] => Some(*at).filter(|_| before != last),
    };
    let (whole, fraction) = match fraction_at {
        Some(at) => (tidy.get(..at)?, tidy.get(at + 1..)?),
        None => (tidy.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(&whole) || !digits(fraction) {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_every_unit() {
        for (text, scale, expected) in [
            ("16 GB", None, Some(16_384)),
            ("7,5 Go", None, Some(7_680)),
            ("16.265 MB", None, Some(16_265)),
            ("16,384", Some(Scale::MB), Some(16_384)),
            ("15.789", Some(Scale::GB), Some(16_167)),
            ("16384", None, Some(16_384)),
            ("16", None, Some(16_384)),
            ("16776192", None, Some(16_383)),
            ("17179869184", None, Some(16_384)),
            ("16776192", Some(Scale::KB), Some(16_383)),
            ("8 192 МБ", None, Some(8_192)),
            ("1.048.576 KB", None, Some(1_024)),
            ("0", None, None),
            ("-4", None, None),
            ("lots", None, None),
            ("16 apples", None, None),
            ("16GB DDR4", None, Some(16_384)),
            ("8 GB x 2", None, None),
            ("99999999999999999999", None, None),
            ("9223372036854775807 TB", None, None),
        ] {
            assert_eq!(memory_mb(text, scale), expected, "{text}");
        }
    }

    #[test]
    fn modules_below_each_other_add_up() {
        assert_eq!(memory_of_lines("8192\n8192\n", None), Some(16_384));
        assert_eq!(memory_of_lines("8 GB\r\n8 GB", None), Some(16_384));
        assert_eq!(memory_of_lines("8192\nempty", None), None);
    }

    #[test]
    fn a_disk_whose_unit_is_doubtful_is_not_known() {
        const GIB: i64 = 1024 * 1024 * 1024;
        for (text, scale, expected) in [
            ("237", None, Some(237 * GIB)),
            ("243534", None, Some(243_534 * 1024 * 1024)),
            ("256060514304", None, Some(256_060_514_304)),
            ("1 TB", None, Some(1024 * GIB)),
            ("14800", None, None),
            ("14800", Some(Scale::MB), Some(14_800 * 1024 * 1024)),
        ] {
            assert_eq!(storage_bytes(text, scale), expected, "{text}");
        }
    }

    #[test]
    fn a_clock_is_in_either_unit() {
        assert_eq!(megahertz("2.40 GHz", None), Some(2_400));
        assert_eq!(megahertz("2400", None), Some(2_400));
        assert_eq!(megahertz("1.9", None), Some(1_900));
        assert_eq!(megahertz("16 GB", None), None);
    }
}
