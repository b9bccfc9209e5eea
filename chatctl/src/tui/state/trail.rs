//! Where one is: a stack of places for each of the eight views, and the way one came. Drilling out keeps what one drilled
//! into until one drills elsewhere. Pure.

use chat_shared::clock::Timestamp;

use super::list::Listing;
use crate::output::failure::Failure;
use crate::tui::screens;
use crate::tui::view::{Root, View};

/// So many steps back are remembered.
const MOST_STEPS: usize = 100;

/// A view with everything that is kept of it while one is elsewhere.
#[derive(Debug, Clone)]
pub struct Place {
    /// What is looked at.
    pub view: View,
    /// Its rows.
    pub list: Listing,
    /// Why the last look failed, and since when looks fail.
    pub failing: Option<(Failure, Timestamp)>,
}

impl Place {
    fn new(view: View) -> Self {
        let list = Listing::new((screens::of(&view).fields)());
        Self { view, list, failing: None }
    }
}

/// One of the eight stacks.
#[derive(Debug, Clone)]
struct Stack {
    places: Vec<Place>,
    depth: usize,
}

/// All of them.
#[derive(Debug, Clone)]
pub struct Trail {
    stacks: Vec<Stack>,
    root: usize,
    /// The steps taken, as stack and depth, and which of them one stands on.
    steps: Vec<(usize, usize)>,
    step: usize,
}

impl Trail {
    /// The beginning: `root` is shown.
    #[must_use]
    pub fn new(root: Root) -> Self {
        let stacks = Root::ALL.iter().map(|root| Stack { places: vec![Place::new(root.view())], depth: 0 }).collect();
        Self { stacks, root: root.place(), steps: vec![(root.place(), 0)], step: 0 }
    }

    /// Where one is.
    #[must_use]
    pub fn here(&self) -> &Place {
        let stack = &self.stacks[self.root];
        &stack.places[stack.depth]
    }

    /// The same, to be changed.
    pub fn here_mut(&mut self) -> &mut Place {
        let stack = &mut self.stacks[self.root];
        &mut stack.places[stack.depth]
    }

    /// The first place of one of the eight.
    pub fn first_of(&mut self, root: Root) -> &mut Place {
        &mut self.stacks[root.place()].places[0]
    }

    /// The rows of the first place of one of the eight.
    #[must_use]
    pub fn root_list(&self, root: Root) -> &Listing {
        &self.stacks[root.place()].places[0].list
    }

    /// The way from the root to here.
    pub fn crumbs(&self) -> impl Iterator<Item = &Place> {
        let stack = &self.stacks[self.root];
        stack.places.iter().take(stack.depth + 1)
    }

    /// To one of the eight, as it was left; to its beginning where one is in it.
    pub fn go(&mut self, root: Root) {
        if self.root == root.place() {
            self.stacks[self.root].depth = 0;
        }
        self.root = root.place();
        self.note_step();
    }

    /// Into a view. The same one as was drilled out of is as it was left.
    pub fn enter(&mut self, view: View) {
        let stack = &mut self.stacks[self.root];
        let next = stack.depth + 1;
        if stack.places.get(next).is_none_or(|place| place.view != view) {
            stack.places.truncate(next);
            stack.places.push(Place::new(view));
        }
        stack.depth = next;
        self.note_step();
    }

    /// Out of it; false where one is at the root.
    pub fn leave(&mut self) -> bool {
        let stack = &mut self.stacks[self.root];
        if stack.depth == 0 {
            return false;
        }
        stack.depth -= 1;
        // Out again is a step back on the way one came, so that `forward` leads in again.
        let here = (self.root, stack.depth);
        match self.step.checked_sub(1) {
            Some(before) if self.steps[before] == here => self.step = before,
            _ => self.note_step(),
        }
        true
    }

    /// To where one was before; false where that is nowhere.
    pub fn backward(&mut self) -> bool {
        self.walk(-1)
    }

    /// To where one came back from; false where that is nowhere.
    pub fn forward(&mut self) -> bool {
        self.walk(1)
    }

    fn walk(&mut self, by: isize) -> bool {
        let Some(step) = self.step.checked_add_signed(by) else { return false };
        // A place that was let go of by drilling elsewhere is not gone back to.
        let found = self.steps.get(step).filter(|(root, depth)| self.stacks[*root].places.len() > *depth);
        let Some((root, depth)) = found.copied() else { return false };
        self.step = step;
        self.root = root;
        self.stacks[root].depth = depth;
        true
    }

    fn note_step(&mut self) {
        let here = (self.root, self.stacks[self.root].depth);
        if self.steps.get(self.step) == Some(&here) {
            return;
        }
        self.steps.truncate(self.step + 1);
        self.steps.push(here);
        if self.steps.len() > MOST_STEPS {
            self.steps.remove(0);
        }
        self.step = self.steps.len() - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crumbs(trail: &Trail) -> Vec<String> {
        trail.crumbs().map(|place| place.view.to_string()).collect()
    }

    #[test]
    fn drilling_out_and_in_again_finds_everything_as_it_was_left() {
        let mut trail = Trail::new(Root::Jobs);
        trail.enter(View::Job { id: 7 });
        trail.here_mut().list.filter = "kept".to_owned();
        assert!(trail.leave() && !trail.leave());
        trail.enter(View::Job { id: 7 });
        assert_eq!((trail.here().list.filter.as_str(), crumbs(&trail)), ("kept", vec!["Jobs".into(), "job 7".into()]));
        trail.leave();
        trail.enter(View::Job { id: 8 });
        assert_eq!(trail.here().list.filter, "");
    }

    #[test]
    fn a_view_is_as_it_was_left_and_its_number_once_more_leads_to_its_beginning() {
        let mut trail = Trail::new(Root::Jobs);
        trail.enter(View::Job { id: 7 });
        trail.go(Root::Queues);
        trail.go(Root::Jobs);
        assert_eq!(crumbs(&trail), ["Jobs", "job 7"]);
        trail.go(Root::Jobs);
        assert_eq!(crumbs(&trail), ["Jobs"]);
    }

    #[test]
    fn one_walks_back_and_forth_along_the_way_one_came() {
        let mut trail = Trail::new(Root::Jobs);
        trail.enter(View::Job { id: 7 });
        trail.go(Root::Queues);
        assert!(trail.backward());
        assert_eq!(crumbs(&trail), ["Jobs", "job 7"]);
        assert!(trail.backward() && !trail.backward());
        assert_eq!(crumbs(&trail), ["Jobs"]);
        assert!(trail.forward() && trail.forward() && !trail.forward());
        assert_eq!(crumbs(&trail), ["Queues"]);
    }
}
