//! Hashes a line each; a console may have wrapped one into several lines.

use zeroize::Zeroizing;

use super::looks_like;
use crate::read::text::Text;

/// The text of one hash.
pub(super) struct Line {
    /// The line it begins on, counted from 1.
    pub line: u32,
    pub text: Zeroizing<String>,
}

/// Every line from the first hash on, wrapped ones joined again.
pub(super) fn lines(text: &Text) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut hash_ends = 0;
    for line in text.filled() {
        let begins = hash_in(line.text);
        // The element of `OA3.xml` may end here.
        let piece = line.text.split('<').next().unwrap_or_default();
        let goes_on = begins.is_none() && is_base64(piece);
        match lines.last_mut() {
            // Below an empty line stands what somebody wrote, such as a name.
            Some(_) if goes_on && line.number > hash_ends + 1 => {}
            Some(last) if goes_on => {
                last.text.push_str(piece.trim());
                hash_ends = line.number;
            }
            None if begins.is_none() => {}
            // The next row of the list in which the hash was printed, or words.
            Some(_) if begins.is_none() && is_prose(line.text) => {}
            _ => {
                hash_ends = line.number;
                let text = Zeroizing::new(begins.unwrap_or(line.text).to_owned());
                lines.push(Line { line: line.number, text });
            }
        }
    }
    lines
}

/// The hash of a line, also behind a label: `DeviceHardwareData : T0F…`.
fn hash_in(line: &str) -> Option<&str> {
    const SHORTEST: usize = 40;
    // `OA3.xml` of oa3tool.
    let element = line.split_once("<HardwareHash>").map(|(_, rest)| rest);
    let line = element.map_or(line, |rest| rest.split('<').next().unwrap_or(rest));
    let last = line.split_whitespace().next_back()?;
    let alone = !line.contains([',', ';', '\t']);
    (alone && looks_like(last) && last.len() >= SHORTEST).then_some(last)
}

fn is_prose(line: &str) -> bool {
    line.contains(' ') && !line.contains([',', ';', '\t'])
}

fn is_base64(line: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    line.trim().bytes().all(is_one)
}
