//! Runs a model through the searcher: exhaustively where it must hold, to the first counterexample where a rule is
//! left out. Prints how many states were seen, how deep and how long, and the way to a counterexample.
//!
//! It knows nothing of what is modelled.

use std::fmt::Debug;
use std::hash::Hash;
use std::time::Instant;

use stateright::{Checker, HasDiscoveries, Model};

/// Threads of a large search: what the machines that run the faults have at least. A small search takes one, since
/// the tests already run beside each other.
const LARGE_THREADS: usize = 2;

/// Set to `large` by the fault suite; anything else, or nothing, is the small search of every test run.
const SIZE_VARIABLE: &str = "CHATD_TEST_MODEL";

/// True where the large search was asked for.
pub fn large() -> bool {
    std::env::var(SIZE_VARIABLE).is_ok_and(|size| size == "large")
}

/// Searches all states of `model` and fails on the first broken invariant.
pub fn holds<M>(name: &str, model: M)
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync + 'static,
    M::Action: Clone + Debug + PartialEq,
{
    let threads = if large() { LARGE_THREADS } else { 1 };
    let began = Instant::now();
    let checker = model.checker().threads(threads).finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
    println!(
        "{name}: {} states, depth {}, {:.1?}",
        checker.unique_state_count(),
        checker.max_depth(),
        began.elapsed()
    );
    for (property, path) in checker.discoveries() {
        let (steps, last) = told(path);
        assert!(checker.discovery_classification(property).to_string() == "example", "{name}: {property}\n{steps}\n{last}");
    }
    assert!(checker.is_done(), "{name}: the search ended before it had seen everything");
}

/// Searches `model`, which lacks the rule `rule`, until an invariant breaks; false where none does.
pub fn breaks<M>(rule: &str, model: M) -> bool
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync + 'static,
    M::Action: Clone + Debug + PartialEq,
{
    let began = Instant::now();
    let checker = model.checker().finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
    let (states, took) = (checker.unique_state_count(), began.elapsed());
    let found = checker.discoveries().into_iter().min_by_key(|(_, path)| path.clone().into_actions().len());
    let Some((property, path)) = found else {
        println!("without {rule}: nothing breaks ({states} states, {took:.1?})");
        return false;
    };
    println!("without {rule}: {property} ({states} states, {took:.1?})\n{}", told(path).0);
    true
}

/// The steps of a path, one a line, and its last state.
fn told<S: Clone + Debug, A: Clone + Debug>(path: stateright::Path<S, A>) -> (String, String) {
    let last = format!("{:#?}", path.last_state());
    let steps: Vec<String> = path.into_actions().iter().map(|step| format!("    {step:?}")).collect();
    (steps.join("\n"), last)
}
