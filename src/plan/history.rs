//! Undo and redo without limit.

use super::command::{Command, Refused, apply};
use super::document::Plan;

/// A plan with everything it was and could be again.
#[derive(Debug, Clone)]
pub struct History {
    now: Plan,
    past: Vec<Plan>,
    future: Vec<Plan>,
    /// The key of the last edit, so that letters of one word merge.
    last_key: Option<String>,
}

impl History {
    /// A history that starts here.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { now: plan, past: Vec::new(), future: Vec::new(), last_key: None }
    }

    /// The plan as it is.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.now
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Carries a command out and says whether it changed anything.
    ///
    /// # Errors
    /// Says why the command was refused; nothing changes then.
    pub fn run(&mut self, command: Command) -> Result<bool, Refused> {
        let is_move = command.is_move();
        let key = command.merge_key();
        let before = self.now.clone();
        if let Err(refused) = apply(&mut self.now, command) {
            self.now = before;
            return Err(refused);
        }
        if self.now == before {
            return Ok(false);
        }
        if is_move {
            self.last_key = None;
            return Ok(true);
        }
        let merges = key.is_some() && key == self.last_key;
        if !merges {
            self.past.push(before);
        }
        self.last_key = key;
        self.future.clear();
        Ok(true)
    }

    /// Takes the last edit back. Where the person is stays.
    pub fn undo(&mut self) -> bool {
        let Some(earlier) = self.past.pop() else { return false };
        let later = self.swap_in(earlier);
        self.future.push(later);
        true
    }

    /// Does the edit again that was taken back last.
    pub fn redo(&mut self) -> bool {
        let Some(later) = self.future.pop() else { return false };
        let earlier = self.swap_in(later);
        self.past.push(earlier);
        true
    }

    fn swap_in(&mut self, mut plan: Plan) -> Plan {
        plan.step = self.now.step;
        plan.visited.clone_from(&self.now.visited);
        self.last_key = None;
        std::mem::replace(&mut self.now, plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::Field;
    use crate::plan::{Journey, Step};

    fn type_model(history: &mut History, typed: &str) {
        let command = Command::TypeField { field: Field::Model, typed: typed.to_owned() };
        history.run(command).unwrap();
    }

    #[test]
    fn the_letters_of_a_word_are_one_step_of_undo() {
        let mut history = History::new(Plan::new(Journey::NewDevice));
        for typed in ["L", "La", "Lat"] {
            type_model(&mut history, typed);
        }
        assert!(history.undo());
        assert_eq!(history.plan().device.text(Field::Model), None);
        assert!(history.redo());
        assert_eq!(history.plan().device.text(Field::Model), Some("Lat"));
    }

    #[test]
    fn undo_takes_back_edits_and_leaves_the_person_where_they_are() {
        let mut history = History::new(Plan::new(Journey::NewDevice));
        type_model(&mut history, "Latitude");
        history.run(Command::Go(Step::Eligibility)).unwrap();
        assert!(history.undo());
        assert_eq!(history.plan().step, Step::Eligibility);
        assert!(!history.can_undo());
    }

    #[test]
    fn a_refused_command_changes_nothing() {
        let mut history = History::new(Plan::new(Journey::NewDevice));
        let before = history.plan().clone();
        let wrong = Command::TypeField { field: Field::Build, typed: "many".to_owned() };
        assert!(history.run(wrong).is_err());
        assert_eq!(history.plan(), &before);
        assert!(!history.can_undo());
    }

    #[test]
    fn two_thousand_edits_can_all_be_taken_back() {
        let mut history = History::new(Plan::new(Journey::NewDevice));
        for round in 0..1000 {
            type_model(&mut history, &format!("Model {round}"));
            history.run(Command::Account(format!("adele{round}@contoso.com"))).unwrap();
        }
        let mut steps = 0;
        while history.undo() {
            steps += 1;
        }
        assert_eq!(steps, 2000);
        assert_eq!(history.plan(), &Plan::new(Journey::NewDevice));
    }
}
