//! Web pages: what a mail program or a browser saves has marks between the
//! words, which would become a part of values.

/// How a line of a page ends.
const ENDS: [&str; 7] = ["<br>", "<br/>", "<br />", "</p>", "</div>", "</td>", "</tr>"];

/// Whether a text is a page, or lines of one.
pub(super) fn is_web_page(text: &str) -> bool {
    const SAMPLE: usize = 300;
    const FEWEST: usize = 3;
    let filled = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let starts = |line: &str, start: &str| {
        line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let is_first = |line: &str| starts(line, "<!doctype html") || starts(line, "<html");
    let is_marked = |line: &&str| ENDS.iter().any(|end| line.ends_with(end));
    filled().next().is_some_and(is_first)
        || filled().take(SAMPLE).filter(is_marked).nth(FEWEST - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_reports_and_other_xml() {
        for page in [
            "\n<!DOCTYPE html>\n<body>",
            "<HTML><pre>Host Name: CTS-0001",
            "Host Name: CTS-0001<br>\nOS Name: Windows<br>\nAzureAdJoined : YES<br>",
        ] {
            assert!(is_web_page(page), "{page}");
        }
        for other in ["", "<?xml version=\"1.0\"?>\n<MsInfo>", "<DxDiag>", "a<br>\nb<br>\nc"] {
            assert!(!is_web_page(other), "{other}");
        }
    }
}
