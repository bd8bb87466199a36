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
    Card::default().show(ui, |ui| {
        heading(ui, "Have at hand");
        for (icon, tone, text) in needs(view) {
            ui.horizontal_top(|ui| {
                icon.show(ui, 18.0, theme::of(ui).ink(tone));
                muted(ui, text);
            });
        }
    });
}

fn needs<'v>(view: &View<'v>) -> Vec<(Icon, Tone, &'v str)> {
    let organization = &view.plan().organization;
    let words = &view.words.texts.at_hand;
    let is = |question: Question, value: Value| organization.answer(question) == Some(&value);
    let method = if is(Question::SignInMethod, "security-key".into()) {
        (Icon::Key, Tone::Accent, words.security_key.as_str())
    } else if is(Question::SignInMethod, "temporary-access-pass".into()) {
        (Icon::Clock, Tone::Accent, words.access_pass.as_str())
    } else {
        (Icon::Lock, Tone::Accent, words.password.as_str())
    };
    let asks_mfa = is(Question::MfaRequired, true.into());
    let no_method = asks_mfa && is(Question::MfaMethod, false.into());
    let federated = is(Question::Identity, "federated".into());
    let in_use = view.plan().journey == Journey::DeviceInUse;
    let by_circumstance = [
        (true, (Icon::Wifi, Tone::Accent, words.internet.as_str())),
        (true, method),
        (asks_mfa, (Icon::Phone, Tone::Accent, words.phone.as_str())),
        (no_method, (Icon::Warn, Tone::Warn, words.no_method.as_str())),
        (federated, (Icon::Building, Tone::Accent, words.federation.as_str())),
        (in_use, (Icon::Account, Tone::Accent, words.administrator.as_str())),
    ];
    by_circumstance.into_iter().filter_map(|(needed, need)| needed.then_some(need)).collect()
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
