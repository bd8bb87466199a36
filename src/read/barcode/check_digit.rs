//! The check digit of an article number: weights 3 and 1 from the right.

/// Whether a text is an article number of 8, 12, 13 or 14 digits with the
/// right check digit.
pub(super) fn is_gtin(text: &str) -> bool {
    has_length_of_gtin(text) && digits(text).is_some_and(|digits| is_right(&digits))
}

/// Whether a text has as many digits as an article number, right or wrong.
pub(super) fn has_length_of_gtin(text: &str) -> bool {
    matches!(text.len(), 8 | 12 | 13 | 14) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|letter| letter.to_digit(10)).collect()
}

fn is_right(digits: &[u32]) -> bool {
    let weights = [1, 3].into_iter().cycle();
    let sum: u32 = digits.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_has_its_check_digit() {
        for right in ["96385074", "036000291452", "4006381333931", "10012345678902"] {
            assert!(is_gtin(right), "{right}");
            let wrong = format!(
                "{}{}",
                &right[..right.len() - 1],
                (right.as_bytes()[right.len() - 1] - b'0' + 1) % 10
            );
            assert!(!is_gtin(&wrong), "{wrong}");
        }
        assert!(!is_gtin("0000000000000") && !is_gtin("12345"));
    }
}
