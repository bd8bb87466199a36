//! A device and an organization in, findings for each join path out.

mod condition;
mod fact;
mod organization;
mod path;

pub use condition::{Condition, Truth};
pub use fact::{Derived, Fact, FactValue, Facts};
pub use organization::{Organization, Question};
pub use path::JoinPath;
