//! A processor's name as Windows, a shop or a person writes it, brought to
//! plain words: `12th Gen Intel(R) Core(TM) i7-1255U @ 1.70GHz` becomes
//! `core i7 1255u`.

const MOST: usize = 96;

/// Words that say nothing about which processor it is. The maker is one of
/// them: no two makers share a brand.
const NOISE: &[&str] = &[
    "amd",
    "apu",
    "compute",
    "corporation",
    "corp",
    "cpu",
    "gen",
    "genuine",
    "inc",
    "incorporated",
    "intel",
    "mobile",
    "platform",
    "processor",
    "qualcomm",
    "technologies",
    "the",
];

/// What stands before the clock or the graphics, which say nothing more.
const ENDS: &[&str] = &["@", " with ", " With ", " w/"];

/// The plain words of a name: lower case, one blank between, no allocation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    text: [u8; MOST],
    length: usize,
}

impl Words {
    /// The words of a name; what does not fit the buffer says nothing more.
    pub fn of(name: &str) -> Self {
        let mut words = Self { text: [b' '; MOST], length: 0 };
        let name = ENDS.iter().fold(name, |name, end| name.split(end).next().unwrap_or_default());
        let mut brackets = 0_u32;
        for part in name.split_inclusive(['(', ')']) {
            if brackets == 0 || !is_mark(part) {
                words.add_all(part);
            }
            brackets = u32::from(part.ends_with('('));
        }
        words
    }

    /// The words as text.
    pub fn as_bytes(&self) -> &[u8] {
        self.text.get(..self.length).unwrap_or_default()
    }

    fn add_all(&mut self, part: &str) {
        for word in part.split(|c: char| !(c.is_ascii_alphanumeric() || c == '+')) {
            if !word.is_empty() && !is_noise(word) {
                self.add(word);
            }
        }
    }

    fn add(&mut self, word: &str) {
        let gap = usize::from(self.length > 0);
        let end = self.length + gap + word.len();
        let Some(place) = self.text.get_mut(self.length + gap..end) else {
            return;
        };
        place.copy_from_slice(word.as_bytes());
        place.make_ascii_lowercase();
        self.length = end;
    }
}

/// `(R)`, `(TM)`, `(C)`: what stands between the brackets is no word.
fn is_mark(part: &str) -> bool {
    let inside = part.trim_end_matches(['(', ')']).trim();
    ["r", "tm", "c", "reg"].iter().any(|mark| inside.eq_ignore_ascii_case(mark))
}

fn is_noise(word: &str) -> bool {
    is_ordinal(word) || NOISE.iter().any(|noise| word.eq_ignore_ascii_case(noise))
}

/// `8th` or `12th`: the generation, which the number tells again.
fn is_ordinal(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let end = word.get(number.len()..).unwrap_or_default();
    (1..=2).contains(&number.len())
        && ["th", "st", "nd", "rd"].iter().any(|ordinal| end.eq_ignore_ascii_case(ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        assert_eq!(std::str::from_utf8(Words::of(name).as_bytes()).unwrap(), expected, "{name}");
    }

    #[test]
    fn names_come_down_to_brand_and_number() {
        check("12th Gen Intel(R) Core(TM) i7-1255U", "core i7 1255u");
        check("Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz", "core i5 8250u");
        check("Intel(R) N100", "n100");
        check("AMD Ryzen 5 PRO 5650U with Radeon Graphics", "ryzen 5 pro 5650u");
        check("AMD Ryzen 9 7940HS w/ Radeon 780M Graphics", "ryzen 9 7940hs");
        check("Intel(R) Core(TM)2 Duo CPU     E8400  @ 3.00GHz", "core 2 duo e8400");
        check("Snapdragon (TM) 8cx Gen 3 @ 3.0 GHz", "snapdragon 8cx 3");
        check("Intel® Core™ i5-1345U", "core i5 1345u");
        check("Intel(R) Xeon(R) W-2145 CPU @ 3.70GHz", "xeon w 2145");
        check("Intel(R) Core(TM) i5-8900TH", "core i5 8900th");
        check("X1E80100", "x1e80100");
        check("", "");
    }

    #[test]
    fn a_name_of_any_length_is_taken() {
        check(&"(".repeat(500), "");
        assert_eq!(Words::of(&"ryzen ".repeat(100)).as_bytes().len(), 95);
        assert!(Words::of(&"x".repeat(500)).as_bytes().is_empty());
    }
}
