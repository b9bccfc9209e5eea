//! Runs a model through the searcher: exhaustively where it must hold, to the first counterexample where a rule is
//! left out. Prints how many states were seen, how deep and how long, and the way to a counterexample.
//!
//! It knows nothing of what is modelled. Its properties are all of the kind that must always hold.

use std::fmt::Debug;
use std::hash::Hash;
use std::time::Instant;

use stateright::{Checker, HasDiscoveries, Model, Path};

use crate::rules::Rule;

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
    holds_within(name, model, None);
}

/// The same of the states that so many steps lead to, where all of them are more than a machine remembers.
pub fn holds_within<M>(name: &str, model: M, steps: Option<usize>)
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync + 'static,
    M::Action: Clone + Debug + PartialEq,
{
    let began = Instant::now();
    let search = model.checker().finish_when(HasDiscoveries::AnyFailures);
    match steps {
        // The searcher counts the state at the beginning too, and looks at none at the depth that it is given.
        Some(steps) => {
            let search = search.threads(LARGE_THREADS).target_max_depth(steps + 2);
            conclude(&format!("{name}, {steps} steps"), began, &search.spawn_bfs().join());
        }
        // In depth it remembers a number for each state; in breadth also whole states, and the ways to them.
        None if large() => conclude(name, began, &search.threads(LARGE_THREADS).spawn_dfs().join()),
        None => conclude(name, began, &search.spawn_bfs().join()),
    }
}

fn conclude<M>(name: &str, began: Instant, checker: &impl Checker<M>)
where
    M: Model,
    M::State: Clone + Debug + Hash + PartialEq,
    M::Action: Clone + Debug + PartialEq,
{
    println!("{name}: {} states, depth {}, {:.1?}", checker.unique_state_count(), checker.max_depth(), began.elapsed());
    let broken = checker.discoveries().into_iter().next().map(|(property, path)| {
        let last = format!("{:#?}", path.last_state());
        format!("{property}\n{}\n{last}", told(&way(checker.model(), property, path)))
    });
    assert!(broken.is_none(), "{name}: {}", broken.unwrap_or_default());
    assert!(checker.is_done(), "{name}: the search ended before it had seen everything");
}

/// Searches models that each lack one rule, until an invariant breaks in each; fails where one holds all the same.
pub fn all_needed<M>(cases: impl Iterator<Item = (Rule, M)>)
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync + 'static,
    M::Action: Clone + Debug + PartialEq,
{
    let unneeded: Vec<&str> = cases.filter_map(|(rule, model)| (!breaks(rule, model)).then_some(rule.id())).collect();
    assert!(unneeded.is_empty(), "rules whose absence shows nowhere: {unneeded:?}");
}

/// Searches `model`, which lacks `rule`, until an invariant breaks; false where none does.
fn breaks<M>(rule: Rule, model: M) -> bool
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync + 'static,
    M::Action: Clone + Debug + PartialEq,
{
    let began = Instant::now();
    let checker = model.checker().finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
    let (states, took) = (checker.unique_state_count(), began.elapsed());
    let ways =
        checker.discoveries().into_iter().map(|(property, path)| (property, way(checker.model(), property, path)));
    let Some((property, way)) = ways.min_by_key(|(_, way)| way.len()) else {
        println!("without {}: nothing breaks ({states} states, {took:.1?})", rule.id());
        return false;
    };
    println!("without {} ({}): {property} ({states} states, {took:.1?})", rule.id(), rule.meaning().trim());
    println!("{}", told(&way));
    true
}

/// The steps of a path up to the first state that breaks `property`: the searcher may have gone on a little.
fn way<M: Model>(model: &M, property: &'static str, path: Path<M::State, M::Action>) -> Vec<M::Action> {
    let condition = model.property(property).condition;
    let before = path.into_vec().into_iter().take_while(|(state, _)| condition(model, state));
    before.filter_map(|(_, step)| step).collect()
}

/// Steps, one a line.
fn told(steps: &[impl Debug]) -> String {
    steps.iter().map(|step| format!("    {step:?}")).collect::<Vec<_>>().join("\n")
}
