//! Filling words into sentences and template files.

/// Replaces each `{key}` by its value, in one pass: what is filled in is never
/// looked at again, so a value may hold braces. Unknown keys stay as they are,
/// and so do the braces of a style sheet.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, from_brace)) = rest.split_once('{') {
        filled.push_str(before);
        let found = from_brace
            .split_once('}')
            .and_then(|(key, after)| value_of(key, values).map(|value| (value, after)));
        if let Some((value, after)) = found {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = from_brace;
        }
    }
    filled.push_str(rest);
    filled
}

fn value_of<'a>(key: &str, values: &[(&str, &'a str)]) -> Option<&'a str> {
    values.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

/// A text with the line ends of Windows.
pub(super) fn with_crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// A value as one line of plain text: control characters become blanks, so that
/// a name cannot start a line of its own.
pub(super) fn one_line(value: &str) -> String {
    value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_filled_in_once_and_never_looked_at_again() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
    }

    #[test]
    fn braces_that_are_no_key_stay() {
        assert_eq!(fill("p { margin: 0 } {a", &[("a", "1")]), "p { margin: 0 } {a");
        assert_eq!(fill("{{a}}", &[("a", "1")]), "{1}");
    }

    #[test]
    fn line_ends_become_those_of_windows_whatever_they_were() {
        assert_eq!(with_crlf("a\nb\r\nc"), "a\r\nb\r\nc");
    }
}
