//! A person without a mouse.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::bench::Bench;

/// More controls than any page has.
const MOST_TABS: usize = 400;

impl Bench {
    /// Presses Tab until the control of this name has the keyboard.
    pub fn tab_to(&mut self, name: &str) {
        for _ in 0..MOST_TABS {
            if self.focused().is_some_and(|focused| focused == name) {
                return;
            }
            self.harness.key_press(Key::Tab);
            self.harness.step();
            self.harness.step();
        }
        panic!("Tab never reached {name}; the keyboard is at {:?}", self.focused());
    }

    /// The name of the control that has the keyboard.
    pub fn focused(&self) -> Option<String> {
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the path is not general enough"
        )]
        let focused = self.harness.query_all_by(|node| node.is_focused()).last()?;
        let node = focused.accesskit_node();
        node.label().or_else(|| node.value())
    }

    /// Goes to a control and presses it.
    pub fn press(&mut self, name: &str) {
        self.tab_to(name);
        self.harness.key_press(Key::Enter);
        self.harness.run();
    }

    /// Goes to an input and types into it, in place of what was there.
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.tab_to(name);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Goes to a choice, opens it and takes an option.
    pub fn choose(&mut self, name: &str, option: &str) {
        self.press(name);
        self.press(option);
    }

    /// One key, alone.
    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Escape: the keyboard goes nowhere in particular again.
    pub fn leave_control(&mut self) {
        self.key(Key::Escape);
        assert_eq!(self.focused(), None);
    }

    /// Back to the step before.
    pub fn back(&mut self) {
        self.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        self.harness.run();
    }

    /// On to the next step.
    pub fn next(&mut self) {
        self.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        self.harness.run();
    }

    /// Whether a control of this name is there.
    pub fn offers(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Whether the window says this anywhere.
    pub fn says(&self, text: &str) -> bool {
        let told = |value: Option<String>| value.is_some_and(|value| value.contains(text));
        self.harness
            .query_all_by(|node| {
                node.role() != Role::Unknown && (told(node.label()) || told(node.value()))
            })
            .next()
            .is_some()
    }
}
