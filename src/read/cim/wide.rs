//! How many cells of a console a text takes: letters of China, Japan and Korea
//! take two.

/// The ranges of letters that take two cells, as PowerShell counts them.
const WIDE: [(char, char); 9] = [
    ('\u{1100}', '\u{115f}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3040}', '\u{a4cf}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe10}', '\u{fe19}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
];

pub(super) fn is_wide(letter: char) -> bool {
    WIDE.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// How many cells a text takes; files are also written as if none were wide.
pub(super) fn cells(text: &str, counts_wide: bool) -> usize {
    let wide = if counts_wide { text.chars().filter(|c| is_wide(*c)).count() } else { 0 };
    text.chars().count() + wide
}
