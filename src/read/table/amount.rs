//! Amounts in lists: `16 GB`, `16.265`, `7,89 Go`, `17179869184`. The unit comes
//! from the cell, else from the column, else from how large the number is.

use super::meaning::Scale;
use super::trim::lines;

const KIB: i64 = 1024;

/// Megabytes of memory. A number that fits two units is not known.
pub(super) fn memory_mb(text: &str, scale: Option<Scale>) -> Option<i64> {
    let by_size = |whole: i64| match whole {
        1..=255 => Some(Scale::GB),
        1_024..=1_048_575 => Some(Scale::MB),
        1_048_576..=1_073_741_823 => Some(Scale::KB),
        1_073_741_824.. => Some(Scale::Bytes),
        _ => None,
    };
    if is_of_disk(text) {
        return None;
    }
    let bytes = bytes(text, scale, Mark::OfFraction, by_size)?;
    Some(bytes / (KIB * KIB)).filter(|megabytes| *megabytes > 0)
}

/// Whether an amount says that it is of a disk: `512 GB SSD`.
fn is_of_disk(text: &str) -> bool {
    const DISKS: [&str; 6] = ["ssd", "hdd", "nvme", "sata", "m.2", "emmc"];
    let lower = text.to_lowercase();
    lower.split_whitespace().any(|word| DISKS.iter().any(|disk| word.starts_with(disk)))
}

/// The memory of a cell; tools that list modules put them below each other.
pub(super) fn memory_of_lines(cell: &str, scale: Option<Scale>) -> Option<i64> {
    let sum =
        lines(cell).try_fold(0_i64, |sum, line| sum.checked_add(memory_of_line(line, scale)?));
    sum.filter(|megabytes| *megabytes > 0)
}

/// `16 GB`, `2x8GB`, and with a note: `8 GB (2x4)`, `16GB (15.7 GB usable)`.
fn memory_of_line(line: &str, scale: Option<Scale>) -> Option<i64> {
    const MOST_MODULES: i64 = 64;
    let amount = line.split_once('(').filter(|_| line.ends_with(')')).map_or(line, |(it, _)| it);
    let Some((count, one)) = amount.split_once(['x', 'X', '\u{d7}']) else {
        return memory_mb(amount, scale);
    };
    let count: i64 = count.trim().parse().ok()?;
    let count = Some(count).filter(|count| (1..=MOST_MODULES).contains(count))?;
    memory_mb(one, scale)?.checked_mul(count)
}

/// Bytes of a disk. A number that fits two units is not known.
pub(super) fn storage_bytes(text: &str, scale: Option<Scale>) -> Option<i64> {
    /// No disk of a computer is smaller, so `1.000 GB` are a thousand.
    const SMALLEST: i64 = 8 * KIB * KIB * KIB;
    let by_size = |whole: i64| match whole {
        // Fewer may be terabytes.
        16..=8_192 => Some(Scale::GB),
        30_000..=30_000_000 => Some(Scale::MB),
        30_000_001..=9_999_999_999 => Some(Scale::KB),
        10_000_000_000.. => Some(Scale::Bytes),
        _ => None,
    };
    let found = bytes(text, scale, Mark::OfFraction, by_size).filter(|bytes| *bytes > 0)?;
    if found >= SMALLEST || text.trim_start().starts_with('0') {
        return Some(found);
    }
    bytes(text, scale, Mark::OfThousands, by_size)
}

/// Megahertz of a processor.
pub(super) fn megahertz(text: &str, scale: Option<Scale>) -> Option<i64> {
    let amount = Amount::of(text, scale, Mark::OfFraction)?;
    let by_size = if amount.thousandths < 10_000 { Scale::GHz } else { Scale::MHz };
    let thousandths = match amount.scale.unwrap_or(by_size) {
        Scale::MHz => amount.thousandths / 1000,
        Scale::GHz => amount.thousandths,
        _ => return None,
    };
    (100..=20_000).contains(&thousandths).then_some(thousandths)
}

/// What a lone mark before three digits is where the unit is large.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    OfFraction,
    OfThousands,
}

fn bytes(
    text: &str,
    scale: Option<Scale>,
    mark: Mark,
    by_size: impl Fn(i64) -> Option<Scale>,
) -> Option<i64> {
    let amount = Amount::of(text, scale, mark)?;
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
    fn of(text: &str, column: Option<Scale>, mark: Mark) -> Option<Self> {
        let text = text.trim();
        let end = text.find(char::is_alphabetic).unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let scale = match unit.trim() {
            "" => column,
            unit => Some(scale_of(unit)?),
        };
        let is_large = matches!(scale, Some(Scale::GB | Scale::TB | Scale::GHz));
        let fine = is_large && mark == Mark::OfFraction;
        Some(Self { thousandths: thousandths(number, fine)?, scale })
    }
}

/// The unit that stands behind a number, in a few languages. Behind it may
/// stand of what kind it is, and how fast: `16GB DDR4 3200`, `512 GB SSD`.
fn scale_of(unit: &str) -> Option<Scale> {
    const KINDS: [&str; 8] = ["ddr", "lpddr", "ram", "ssd", "hdd", "nvme", "sata", "m.2"];
    let lower = unit.to_lowercase();
    let mut words = lower.split_whitespace();
    let unit = words.next()?.trim_end_matches(',');
    let mut has_kind = false;
    let is_kind = |word: &str| KINDS.iter().any(|kind| word.starts_with(kind));
    if !words.all(|word| {
        has_kind |= is_kind(word);
        is_kind(word) || (has_kind && word.starts_with(|c: char| c.is_ascii_digit()))
    }) {
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
    let tidy = without_blanks(number.trim())?;
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
    let whole = joined(whole.split(['.', ',']))?;
    if !are_digits(fraction) {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(fraction)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Thousands that are parted by blanks or apostrophes. Elsewhere a blank stands
/// between two numbers, as in `8192 8192`.
fn without_blanks(number: &str) -> Option<String> {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\'' | '\u{2019}');
    if !number.contains(is_blank) {
        return Some(number.to_owned());
    }
    let whole_ends = number.find(['.', ',']).unwrap_or(number.len());
    let (whole, fraction) = number.split_at(whole_ends);
    let whole = joined(whole.split(is_blank))?;
    (!fraction.contains(is_blank)).then(|| whole + fraction)
}

/// The digits of a number whose thousands stand apart: behind the first group,
/// each has three.
fn joined<'a>(mut groups: impl Iterator<Item = &'a str>) -> Option<String> {
    let first = groups.next().filter(|first| !first.is_empty() && are_digits(first))?;
    let mut whole = first.to_owned();
    for group in groups {
        if first.len() > 3 || group.len() != 3 || !are_digits(group) {
            return None;
        }
        whole.push_str(group);
    }
    Some(whole)
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
            ("512 GB SSD", None, None),
            ("256 GB NVMe", None, None),
            ("16GB DDR4", None, Some(16_384)),
            ("16 GB DDR4 3200", None, Some(16_384)),
            ("16 GB, DDR4", None, Some(16_384)),
            ("16 GB 3200", None, None),
            ("8 GB x 2", None, None),
            ("16'384 MB", None, Some(16_384)),
            ("8192 8192", None, None),
            ("8 8 GB", None, None),
            ("8 192 8 MB", None, None),
            ("1.2.3", None, None),
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
        assert_eq!(memory_of_lines("8192\u{b}8192", None), Some(16_384));
        assert_eq!(memory_of_lines("8192<br>8192<br>", None), Some(16_384));
    }

    #[test]
    fn modules_are_counted_and_notes_are_left_aside() {
        for (cell, expected) in [
            ("2x8GB", Some(16_384)),
            ("2 x 8 GB", Some(16_384)),
            ("2\u{d7}8 GB DDR4", Some(16_384)),
            ("8 GB (2x4)", Some(8_192)),
            ("16GB (15.7 GB usable)", Some(16_384)),
            ("x8 GB", None),
            ("0x8 GB", None),
            ("8 GB (", None),
            ("", None),
        ] {
            assert_eq!(memory_of_lines(cell, None), expected, "{cell}");
        }
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
            ("1,000 GB", None, Some(1000 * GIB)),
            ("1.024", Some(Scale::GB), Some(1024 * GIB)),
            ("15.500 GB", None, Some(31 * GIB / 2)),
            ("0.500 GB", None, Some(GIB / 2)),
            ("1.500 TB", None, Some(1536 * GIB)),
            ("4 GB", None, Some(4 * GIB)),
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
