//! What several reports say in the same words: versions, processors' kinds,
//! amounts.

/// `x64`, `arm64` or `x86` in a phrase such as `x64-based PC`.
pub(super) fn architecture(value: &str) -> Option<&'static str> {
    let value = value.to_ascii_lowercase();
    ["arm64", "x64", "x86"].into_iter().find(|one| value.contains(one))
}

/// Build and revision of `10.0.26100 N/A Build 26100`; the revision stands
/// there only when the version has a fourth number.
pub(super) fn build(value: &str) -> Option<(u32, Option<u32>)> {
    let version = value.split_whitespace().next()?;
    let numbers: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [_, _, build] if *build >= 1000 => Some((*build, None)),
        // Tools that read the version of .NET write 0 where they do not know it.
        [_, _, build, revision] if *build >= 1000 => {
            Some((*build, Some(*revision).filter(|revision| *revision > 0)))
        }
        _ => None,
    }
}

/// `Client` or `Server`; whether a server is a Server Core no report of these
/// can tell.
pub(super) fn installation(server: bool) -> &'static str {
    if server { "Server" } else { "Client" }
}

/// Megabytes of `16.0 GB`, `32,0 GB`, `8,00 ГБ`: one separator, before the
/// fraction.
pub(super) fn megabytes(value: &str) -> Option<i64> {
    let value = value.trim();
    let unit_at = value.find(char::is_alphabetic)?;
    let (number, unit) = value.split_at(unit_at);
    let per_unit = match unit.to_lowercase().chars().next()? {
        'm' | 'м' => 1,
        'g' | 'г' => 1024,
        't' | 'т' => 1024 * 1024,
        _ => return None,
    };
    let mut parts = number.trim().split(['.', ',']);
    let (whole, fraction) = (parts.next()?, parts.next().unwrap_or("0"));
    let tenth: i64 = fraction.get(..1)?.parse().ok()?;
    let whole: i64 = whole.parse().ok()?;
    parts.next().is_none().then_some(())?;
    whole.checked_mul(per_unit)?.checked_add(tenth * per_unit / 10)
}

/// `16,384 MB`, `16.265 MB`, `2 047 Mo`, `4 095 МБ`: the digits count, whatever
/// parts their groups; the unit is always megabytes.
pub(super) fn whole_megabytes(value: &str) -> Option<i64> {
    let last_digit = value.rfind(|c: char| c.is_ascii_digit())?;
    let (number, unit) = value.split_at_checked(last_digit + 1)?;
    let unit = unit.trim();
    let is_mega = unit.starts_with(['M', 'm', 'М', 'м']) && unit.chars().count() <= 3;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // A blank that does not break may have been read in another code page.
    let parts_groups = |c: char| c.is_whitespace() || ".,'\u{2019}ÿá˙?\u{fffd}".contains(c);
    let is_number = number.chars().all(|c| c.is_ascii_digit() || parts_groups(c));
    (is_mega && is_number).then_some(())?;
    digits.parse().ok().filter(|megabytes| *megabytes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_revision_is_read_only_where_it_stands() {
        assert_eq!(build("10.0.26100 N/A Build 26100"), Some((26_100, None)));
        assert_eq!(build("10.0.26100.4061 Build 26100"), Some((26_100, Some(4_061))));
        assert_eq!(build("6.1.7601 Service Pack 1 Build 7601"), Some((7_601, None)));
        assert_eq!(build("10.0.17763.0"), Some((17_763, None)));
        assert_eq!(build("1.2.3"), None);
    }

    #[test]
    fn an_amount_keeps_its_first_decimal() {
        for (value, expected) in [
            ("16.0 GB", Some(16_384)),
            ("15,9 GB", Some(16_281)),
            ("8,00 ГБ", Some(8_192)),
            ("16,0 Go", Some(16_384)),
            ("512 MB", Some(512)),
            ("1.00 TB", Some(1_048_576)),
            ("Not Available", None),
            ("1.2.3 GB", None),
        ] {
            assert_eq!(megabytes(value), expected, "{value}");
        }
    }

    #[test]
    fn whole_megabytes_keep_their_digits_in_every_language() {
        for (value, expected) in [
            ("16,384 MB", 16_384),
            ("16.265 MB", 16_265),
            ("2\u{a0}047 Mo", 2_047),
            ("4\u{202f}095 МБ", 4_095),
            ("16'384 MB", 16_384),
            ("16ÿ265 Mo", 16_265),
            ("16?265 Mo", 16_265),
            ("16\u{fffd}265 MB", 16_265),
        ] {
            assert_eq!(whole_megabytes(value), Some(expected), "{value}");
        }
        assert_eq!(whole_megabytes("C:\\pagefile.sys"), None);
        assert_eq!(whole_megabytes("WORKGROUP"), None);
        assert_eq!(whole_megabytes("15.9 GB"), None);
    }
}
