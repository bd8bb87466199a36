//! Plan files: RON text with a schema number, in an order that diffs well.

use serde::Deserialize;

use super::document::{Plan, SCHEMA};
use crate::wizard;

/// A plan file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPlan {
    #[error("line {line}, column {column}: {message}")]
    Damaged { line: usize, column: usize, message: String },
    #[error(
        "this plan was written by a newer version (schema {found}; this version reads up to {SCHEMA}). Update Joinbench to open it."
    )]
    Newer { found: u32 },
}

/// Only the schema number, read before the rest.
#[derive(Deserialize)]
struct Header {
    schema: u32,
}

/// The text of a plan file.
///
/// # Errors
/// When a value cannot be written as RON; no plan made by commands holds one.
pub fn to_text(plan: &Plan) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
    let body = wizard::options().to_string_pretty(plan, pretty)?;
    Ok(format!("// A Joinbench plan. It holds no secrets.\n{body}\n"))
}

/// Reads the text of a plan file, of this schema or an older one.
///
/// # Errors
/// Names line and column of the first fault, or the newer schema.
pub fn from_text(text: &str) -> Result<Plan, BadPlan> {
    let header: Header = parse(text)?;
    if header.schema > SCHEMA {
        return Err(BadPlan::Newer { found: header.schema });
    }
    // Schema 1 is the first: no older one to migrate from yet.
    parse(text)
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, BadPlan> {
    wizard::options().from_str(text).map_err(|fault| BadPlan::Damaged {
        line: fault.span.start.line,
        column: fault.span.start.col,
        message: fault.code.to_string(),
    })
}
