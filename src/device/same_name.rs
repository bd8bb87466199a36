//! Names of one thing: what different sources call makers and shapes, from
//! `wizard/facts/same.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::wizard::{self, WizardError};

/// The names of one thing, each as its words.
type Names = Vec<Vec<String>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    legal_forms: Vec<String>,
    makers: Vec<Vec<String>>,
    chassis: Vec<Vec<String>>,
    processor_makers: Vec<Vec<String>>,
    tpm_makers: Vec<Vec<String>>,
}

/// The table with its names as words.
struct Same {
    legal_forms: Vec<Vec<String>>,
    makers: Vec<Names>,
    chassis: Vec<Names>,
    processor_makers: Vec<Names>,
    tpm_makers: Vec<Names>,
}

static SAME: LazyLock<Result<Same, WizardError>> = LazyLock::new(|| {
    let table: Table = wizard::parse(&wizard::built_in("facts/same.ron")?)?;
    let names = |names: Vec<String>| names.iter().map(|name| words(name)).collect();
    let things = |things: Vec<Vec<String>>| things.into_iter().map(names).collect();
    Ok(Same {
        legal_forms: names(table.legal_forms),
        makers: things(table.makers),
        chassis: things(table.chassis),
        processor_makers: things(table.processor_makers),
        tpm_makers: things(table.tpm_makers),
    })
});

/// Whether two names are of one maker of devices.
pub(super) fn is_same_maker(a: &str, b: &str) -> bool {
    is_same(a, b, |same| &same.makers)
}

/// Whether two words are of one shape.
pub(super) fn is_same_chassis(a: &str, b: &str) -> bool {
    is_same(a, b, |same| &same.chassis)
}

/// Whether two names are of one maker of processors.
pub(super) fn is_same_processor_maker(a: &str, b: &str) -> bool {
    is_same(a, b, |same| &same.processor_makers)
}

/// Whether two names or ids are of one maker of TPMs.
pub(super) fn is_same_tpm_maker(a: &str, b: &str) -> bool {
    is_same(a, b, |same| &same.tpm_makers)
}

/// Whether two models are one, with or without their maker before them.
pub(super) fn is_same_model(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    a == b || without_maker(&a) == without_maker(&b)
}

/// One text for all names of a maker.
pub(crate) fn maker_key(name: &str) -> String {
    let words = words(name);
    let Ok(same) = SAME.as_ref() else { return words.join(" ") };
    let short = same.without_legal_form(&words);
    let known = same.makers.iter().find(|names| names.iter().any(|name| name == short));
    known.and_then(|names| names.first()).map_or(short, Vec::as_slice).join(" ")
}

/// One text for a model with or without its maker before it.
pub(crate) fn model_key(name: &str) -> String {
    without_maker(&words(name)).join(" ")
}

fn is_same(a: &str, b: &str, things: impl Fn(&Same) -> &Vec<Names>) -> bool {
    let (a, b) = (words(a), words(b));
    let Ok(same) = SAME.as_ref() else { return a == b };
    let (a, b) = (same.without_legal_form(&a), same.without_legal_form(&b));
    let has = |names: &Names, name: &[String]| names.iter().any(|known| known == name);
    a == b || things(same).iter().any(|names| has(names, a) && has(names, b))
}

fn without_maker(model: &[String]) -> &[String] {
    let Ok(same) = SAME.as_ref() else { return model };
    let names = same.makers.iter().flatten();
    let longest = names.filter(|name| model.starts_with(name)).map(Vec::len).max();
    let rest = model.get(longest.unwrap_or_default()..).unwrap_or_default();
    let forms = rest.iter().take_while(|word| longest.is_some() && same.is_legal_form(word));
    match rest.get(forms.count()..) {
        Some(rest) if !rest.is_empty() => rest,
        _ => model,
    }
}

impl Same {
    /// The name without what stands behind a company's; never nothing at all.
    fn without_legal_form<'n>(&self, name: &'n [String]) -> &'n [String] {
        let forms = name.iter().rev().take_while(|word| self.is_legal_form(word)).count();
        match name.get(..name.len() - forms) {
            Some(short) if !short.is_empty() => short,
            _ => name,
        }
    }

    fn is_legal_form(&self, word: &str) -> bool {
        self.legal_forms.iter().any(|form| form.as_slice() == [word])
    }
}

/// The words of a name in lower case; punctuation and blanks do not count.
fn words(name: &str) -> Vec<String> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '+';
    let words = name.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_maker_or_model_has_one_text() {
        for (a, b) in
            [("Dell Inc.", "dell"), ("HP", "Hewlett-Packard Company"), ("Contoso", "CONTOSO Ltd.")]
        {
            assert!(is_same_maker(a, b) && maker_key(a) == maker_key(b), "{a} and {b}");
        }
        assert_ne!(maker_key("Contoso"), maker_key("Fabrikam"));
        assert_eq!(model_key("Dell Latitude 7440"), model_key("LATITUDE 7440"));
    }

    #[test]
    fn every_name_of_the_table_is_the_others_of_its_line_and_of_no_other_line() {
        let same = SAME.as_ref().unwrap();
        for things in [&same.makers, &same.chassis, &same.processor_makers, &same.tpm_makers] {
            assert!(!things.is_empty());
            for name in things.iter().flatten() {
                let lines = things.iter().filter(|names| names.contains(name)).count();
                assert_eq!(lines, 1, "{name:?}");
                assert_eq!(same.without_legal_form(name), name.as_slice(), "is never found");
            }
        }
        for form in &same.legal_forms {
            assert_eq!(form.len(), 1, "{form:?} is compared as one word");
            assert!(is_same_maker("Contoso", &format!("Contoso, {}.", form.concat())));
        }
    }
}
