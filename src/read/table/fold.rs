//! Names of columns, freed from how they are written.

use super::meaning::Scale;

/// Lower-case letters and digits only.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Without the `0` that Configuration Manager puts behind each name.
pub(super) fn without_zero(folded: &str) -> Option<&str> {
    folded.strip_suffix('0').filter(|rest| rest.ends_with(char::is_alphabetic))
}

/// A folded name without the unit at its end.
pub(super) fn split_unit(folded: &str) -> Option<(&str, Scale)> {
    const UNITS: [(&str, Scale); 22] = [
        ("inbytes", Scale::Bytes),
        ("kbytes", Scale::KB),
        ("mbytes", Scale::MB),
        ("gbytes", Scale::GB),
        ("bytes", Scale::Bytes),
        ("octets", Scale::Bytes),
        ("inkb", Scale::KB),
        ("inmb", Scale::MB),
        ("ingb", Scale::GB),
        ("kib", Scale::KB),
        ("mib", Scale::MB),
        ("gib", Scale::GB),
        ("mhz", Scale::MHz),
        ("ghz", Scale::GHz),
        ("kb", Scale::KB),
        ("mb", Scale::MB),
        ("gb", Scale::GB),
        ("tb", Scale::TB),
        ("мб", Scale::MB),
        ("гб", Scale::GB),
        ("mo", Scale::MB),
        ("go", Scale::GB),
    ];
    UNITS.into_iter().find_map(|(ending, unit)| {
        let rest = folded.strip_suffix(ending)?;
        (!rest.is_empty()).then_some((rest, unit))
    })
}

/// The words of a name, also of one in camel case, in lower case.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in name.chars() {
        let starts = !before.is_alphanumeric() || (before.is_lowercase() && letter.is_uppercase());
        if letter.is_alphanumeric() {
            match words.last_mut().filter(|_| !starts) {
                Some(word) => word.extend(letter.to_lowercase()),
                None => words.push(letter.to_lowercase().collect()),
            }
        }
        before = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_punctuation_do_not_count() {
        for name in ["Serial number", "SERIAL_NUMBER", "serialNumber", " Serial-Number: "] {
            assert_eq!(fold(name), "serialnumber", "{name}");
        }
        assert_eq!(fold("N° de série"), "ndesérie");
    }

    #[test]
    fn a_zero_behind_a_letter_is_no_part_of_the_name() {
        assert_eq!(without_zero("model0"), Some("model"));
        assert_eq!(without_zero("windows10"), None);
        assert_eq!(without_zero("0"), None);
    }

    #[test]
    fn a_unit_ends_the_name() {
        for (name, rest, unit) in [
            ("Memory (MB)", "memory", Scale::MB),
            ("TotalStorageSpaceInBytes", "totalstoragespace", Scale::Bytes),
            ("RAM GB", "ram", Scale::GB),
            ("Memory__KBytes_", "memory", Scale::KB),
            ("Mémoire (Go)", "mémoire", Scale::GB),
        ] {
            assert_eq!(split_unit(&fold(name)), Some((rest, unit)), "{name}");
        }
        assert_eq!(split_unit("gb"), None);
    }

    #[test]
    fn words_are_told_in_camel_case_too() {
        assert_eq!(words("BiosSerialNumber"), ["bios", "serial", "number"]);
        assert_eq!(words("Asset: serial no."), ["asset", "serial", "no"]);
    }
}
