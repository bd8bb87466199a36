//! The Sign-in page: the account that joins, and what to have at hand.

use egui::{Id, Ui};

use super::input::TextInput;
use super::organization::{SIGN_IN_GROUP, questions};
use super::{columns, header};
use crate::app::desk::{Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, FieldNote, Icon, heading, muted};
use crate::check::Question;
use crate::device::Value;
use crate::plan::{Command, Journey};

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    header(ui, &words.title, &words.about, |_| {});
    columns(
        ui,
        desk,
        |ui, desk| {
            account(ui, view, desk);
            ui.add_space(theme::of(ui).metrics.space.xs);
            questions(ui, view, SIGN_IN_GROUP, desk);
        },
        |ui, _| at_hand(ui, view),
    );
}

fn account(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let account = &view.plan().account;
    let note = match problem(account) {
        Some(problem) => FieldNote::Problem(problem),
        None if is_of_another_domain(view) => FieldNote::Warning(
            "This address is not of the organization's primary domain. Check that it is a member, not a guest.",
        ),
        None => FieldNote::Hint("Members can join devices; guests cannot."),
    };
    Card::default().show(ui, |ui| {
        heading(ui, "The account");
        TextInput::new(Id::unique("account"), "Work or school address", account)
            .note(note)
            .example("adele@contoso.com")
            .show(ui, desk, Command::Account);
    });
}

/// What is wrong with an address; an empty one is "not known yet".
#[must_use]
pub fn problem(account: &str) -> Option<&'static str> {
    let account = account.trim();
    if account.is_empty() {
        return None;
    }
    let fits = account.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !account.contains(char::is_whitespace)
            && !domain.contains('@')
    });
    (!fits).then_some("A work or school address looks like adele@contoso.com.")
}

fn is_of_another_domain(view: &View<'_>) -> bool {
    let plan = view.plan();
    let ours = plan.organization.domain.trim();
    let theirs = plan.account.trim().rsplit_once('@').map(|(_, domain)| domain);
    !ours.is_empty() && theirs.is_some_and(|theirs| !theirs.eq_ignore_ascii_case(ours))
}

/// What the person needs beside the device, from the answers.
fn at_hand(ui: &mut Ui, view: &View<'_>) {
    let organization = &view.plan().organization;
    let is = |question: Question, value: Value| organization.answer(question) == Some(&value);
    let mut needs: Vec<(Icon, Tone, &str)> =
        vec![(Icon::Wifi, Tone::Accent, "Internet at the device: cable, or Wi-Fi with its key.")];
    if is(Question::SignInMethod, "security-key".into()) {
        needs.push((Icon::Key, Tone::Accent, "The FIDO2 security key and its PIN."));
    } else if is(Question::SignInMethod, "temporary-access-pass".into()) {
        needs.push((
            Icon::Clock,
            Tone::Accent,
            "The Temporary Access Pass. It is short-lived: issue it last.",
        ));
    } else {
        needs.push((Icon::Lock, Tone::Accent, "The password of the account."));
    }
    if is(Question::MfaRequired, true.into()) {
        needs.push((Icon::Phone, Tone::Accent, "The phone with the approval app."));
    }
    if is(Question::MfaRequired, true.into()) && is(Question::MfaMethod, false.into()) {
        needs.push((Icon::Warn, Tone::Warn, "This account has no way to approve yet. Register one, or issue a Temporary Access Pass."));
    }
    if is(Question::Identity, "federated".into()) {
        needs.push((
            Icon::Building,
            Tone::Accent,
            "The organization's own sign-in page must be reachable from the device.",
        ));
    }
    if view.plan().journey == Journey::DeviceInUse {
        needs.push((
            Icon::Account,
            Tone::Accent,
            "An administrator is signed in on the device, but not the built-in Administrator.",
        ));
    }
    Card::default().show(ui, |ui| {
        heading(ui, "Have at hand");
        for (icon, tone, text) in needs {
            ui.horizontal_top(|ui| {
                icon.show(ui, 18.0, theme::of(ui).ink(tone));
                muted(ui, text);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_needs_a_name_and_a_domain() {
        for good in ["adele@contoso.com", "a.b@sub.contoso.com", ""] {
            assert_eq!(problem(good), None, "{good}");
        }
        for bad in
            ["adele", "@contoso.com", "adele@contoso", "adele@.com", "a b@contoso.com", "a@b@c.d"]
        {
            assert!(problem(bad).is_some(), "{bad}");
        }
    }
}
