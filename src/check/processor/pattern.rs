//! Patterns for processor numbers, small and quick: `#` is a digit, `?` any
//! character, `[3-9x]` one of these, a `*` at the end whatever follows.
//! Everything else stands for itself, in lower case.

use serde::Deserialize;

/// A pattern for one word of a processor's name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Pattern {
    places: Vec<Place>,
    open_end: bool,
}

/// The characters that fit at one place: a bit for each of ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place(u128);

impl Place {
    const ANY: Self = Self(u128::MAX);
    const DIGIT: Self = Self(0x3ff << b'0');

    fn of(character: u8) -> Self {
        Self(1_u128.checked_shl(u32::from(character)).unwrap_or(0))
    }

    fn takes(self, character: u8) -> bool {
        self.0 & Self::of(character).0 != 0
    }
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{pattern}` is not a pattern: {problem}")]
pub(super) struct BadPattern {
    pattern: String,
    problem: &'static str,
}

impl Pattern {
    /// Whether a word in lower case fits.
    pub fn fits(&self, word: &[u8]) -> bool {
        let long_enough = if self.open_end {
            word.len() >= self.places.len()
        } else {
            word.len() == self.places.len()
        };
        long_enough && self.places.iter().zip(word).all(|(place, c)| place.takes(*c))
    }
}

impl TryFrom<String> for Pattern {
    type Error = BadPattern;

    fn try_from(text: String) -> Result<Self, BadPattern> {
        let bad = |problem| BadPattern { pattern: text.clone(), problem };
        let (body, open_end) =
            text.strip_suffix('*').map_or((text.as_str(), false), |body| (body, true));
        if body.bytes().any(|c| !c.is_ascii() || c.is_ascii_uppercase() || c == b'*') {
            return Err(bad("write lower case, and `*` only at the end"));
        }
        let mut places = Vec::new();
        let mut rest = body.bytes();
        while let Some(c) = rest.next() {
            places.push(match c {
                b'#' => Place::DIGIT,
                b'?' => Place::ANY,
                b'[' => class(&mut rest).ok_or_else(|| bad("a `[` has no `]`"))?,
                other => Place::of(other),
            });
        }
        Ok(Self { places, open_end })
    }
}

/// The rest of a class behind its `[`: single characters and ranges.
fn class(rest: &mut impl Iterator<Item = u8>) -> Option<Place> {
    let mut place = Place(0);
    let mut last = 0;
    loop {
        match rest.next()? {
            b']' => return Some(place),
            b'-' => {
                let end = rest.next()?;
                (last..=end).for_each(|c| place.0 |= Place::of(c).0);
            }
            c => {
                place.0 |= Place::of(c).0;
                last = c;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, fitting: &[&str], others: &[&str]) {
        let pattern = Pattern::try_from(pattern.to_owned()).unwrap();
        for word in fitting {
            assert!(pattern.fits(word.as_bytes()), "{word}");
        }
        for word in others {
            assert!(!pattern.fits(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn digits_classes_and_open_ends_fit_what_they_say() {
        check("[89]###*", &["8650u", "9900"], &["7700", "865u", ""]);
        check("2600[xe]", &["2600x"], &["2600", "2600g", "2600xx"]);
        check("7??[23]p", &["7f52p", "7763p"], &["7551p"]);
        check("*", &["", "anything"], &[]);
    }

    #[test]
    fn a_pattern_with_a_fault_is_refused() {
        for bad in ["[89", "A###", "1*2"] {
            assert!(Pattern::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
