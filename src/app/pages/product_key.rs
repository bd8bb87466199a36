//! Product keys: an input that keeps nothing but the group, and what a key is
//! for.

use egui::text_edit::TextEditState;
use egui::{Id, Ui};
use secrecy::ExposeSecret;
use zeroize::{Zeroize, Zeroizing};

use super::input::take_focus;
use crate::app::desk::{Desk, View};
use crate::app::widgets::{Button, Field, FieldNote};
use crate::check::Fact;
use crate::device;
use crate::package::SecretKind;
use crate::plan::Command;
use crate::read::product_key::{BadProductKey, KeyGroup, group, group_of_key};

/// Letters and digits of a product key.
const WHOLE: usize = 25;

/// A product key or Product ID of the device. Once it is understood the input
/// is empty again, and below it stands what the key is for.
pub(super) fn input(ui: &mut Ui, view: &View<'_>, from: &str, desk: &mut Desk) {
    let field = device::Field::KeyGroup;
    let id = Id::unique(("field", field));
    let labels = &view.handbook.labels;
    let known = view.plan().device.reading(field);
    let says = known.map(|known| labels.value(Fact::Device(field), &known.value));
    let says = says.map_or_else(|| from.to_owned(), |says| format!("{says}. {from}"));

    let mut typed = std::mem::take(&mut desk.product_key.0);
    let left = !ui.memory(|memory| memory.has_focus(id));
    let mistake = mistake(&typed, left).map(|mistake| mistake.to_string());
    let note = mistake.as_deref().map_or(FieldNote::Hint(&says), FieldNote::Problem);
    let input = Field::new(&labels.field(field).label, &mut typed).id(id).note(note).secret(true);
    let response = input.code().show(ui).input;
    if response.changed()
        && let Ok(group) = group(&typed)
    {
        desk.run(Command::TypeField { field, typed: group.to_string() });
        empty(ui, id, &mut typed);
    }
    desk.product_key.0 = typed;
    take_focus(ui, desk, &response);
    if known.is_some_and(|known| known.from.is_typed())
        && Button::plain("Forget the key").small().show(ui).clicked()
    {
        desk.run(Command::ForgetTyped(field));
    }
}

/// What is wrong with a key that is typed to its end, or was left before.
fn mistake(typed: &str, left: bool) -> Option<BadProductKey> {
    let count = typed.chars().filter(|c| c.is_alphanumeric()).count();
    let done = count >= WHOLE || (left && !typed.trim().is_empty());
    group(typed).err().filter(|_| done)
}

/// Wipes what was typed, and what the input keeps to undo it.
fn empty(ui: &Ui, id: Id, typed: &mut Zeroizing<String>) {
    typed.zeroize();
    TextEditState::default().store(ui.ctx(), id);
}

/// What the product key of the package is for, or that it holds a mistake;
/// `None` while it is missing or not typed to its end.
pub(super) fn of_secret(view: &View<'_>) -> Option<Result<String, String>> {
    let key = view.bench.secrets.get(SecretKind::ProductKey)?;
    match group_of_key(key.expose_secret()) {
        Ok(group) => Some(Ok(purpose(view, group))),
        Err(BadProductKey::Shape) => None,
        Err(mistake) => Some(Err(mistake.to_string())),
    }
}

fn purpose(view: &View<'_>, KeyGroup(group): KeyGroup) -> String {
    let knowledge = &view.handbook.knowledge;
    let words = &view.words.texts.product_key;
    let Some(kind) = knowledge.key_groups.find(i64::from(group)) else {
        return words.of_unknown.replace("{group}", &group.to_string());
    };
    let name = knowledge.editions.with_id(&kind.edition).map(|edition| edition.name.as_str());
    let edition = name.unwrap_or(&kind.edition);
    words.of_edition.replace("{edition}", edition).replace("{channel}", &kind.channel)
}
