//! The index against a model that is nothing but maps: whatever is written in whatever order, removed, built anew and
//! swapped, each search finds what the model holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use chat_shared::queue::EntryId;
use chat_shared::search::{Document, Scope};
use proptest::prelude::*;
use proptest::sample::Index;

use super::bench::{APP, Bench, EVERYWHERE, Home, Pages, Place, all_pages, changed, created, in_chat, told};

/// What is looked for after each story: common, rarer, longer than most texts, nowhere.
const QUERIES: [&str; 5] = ["a", "b ", "aba", "zz", "absent"];

#[derive(Debug, Clone, Default)]
struct Generation(BTreeMap<Place, (EntryId, Option<String>)>);

impl Generation {
    fn write(&mut self, documents: &[Document]) {
        for Document { chat, number, version, text, .. } in documents {
            let known = self.0.entry((*chat, *number)).or_default();
            if *version > known.0 {
                *known = (*version, text.clone());
            }
        }
    }

    fn remove(&mut self, scope: Scope) {
        self.0.retain(|(chat, _), _| scope.chat.is_some_and(|removed| removed != *chat));
    }

    fn matches(&self, scope: Scope, query: &str) -> Vec<Place> {
        let texts = self.0.iter().filter_map(|(place, (_, text))| Some((*place, text.as_deref()?)));
        texts
            .filter(|((chat, _), text)| scope.chat.is_none_or(|asked| asked == *chat) && text.contains(query))
            .map(|(place, _)| place)
            .collect()
    }

    fn documents(&self) -> usize {
        self.0.values().filter(|(_, text)| text.as_ref().is_some_and(|text| !text.is_empty())).count()
    }
}

async fn assert_same(bench: &Bench, model: &Generation, limit: u32) {
    bench.index.refresh().await.expect("refreshed");
    for scope in [EVERYWHERE, in_chat(1), in_chat(2)] {
        for query in QUERIES {
            let mut expected = model.matches(scope, query);
            let pages = Pages { scope, descending: false, limit };
            assert_eq!(all_pages(&*bench.index, pages, query).await, expected, "{query:?} in {scope:?}");
            expected.reverse();
            let pages = Pages { descending: true, ..pages };
            assert_eq!(all_pages(&*bench.index, pages, query).await, expected, "{query:?} in {scope:?}, backward");
        }
    }
    assert_eq!(bench.index.status().await.expect("answers").documents, model.documents() as u64);
}

/// Tells a story on a fresh index, in a runtime of its own.
pub fn run<F: Future<Output = ()>>(home: impl AsyncFnOnce() -> Option<Arc<dyn Home>>, story: impl FnOnce(Bench) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { told(home().await, story).await });
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        30 => "[ab ]{0,8}",
        1 => (2_000_usize..9_000, "[ab ]{1,8}").prop_map(|(length, text)| format!("{}{text}", "z".repeat(length))),
    ]
}

fn chat() -> impl Strategy<Value = u32> {
    1_u32..=2
}

/// Where numbers lie: close together, far apart, at the end of all numbers.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 1_u32..=900, 1 => 5_000_u32..=5_300, 1 => u32::MAX - 300..=u32::MAX]
}

/// Each message as it was created, and as later changes left it, none of them in order, some of them twice.
fn history() -> impl Strategy<Value = Vec<Document>> {
    let messages = prop::collection::btree_map((chat(), number()), text(), 1..700);
    let changes = prop::collection::vec((any::<Index>(), prop::option::weighted(0.7, text())), 0..60);
    let again = prop::collection::vec(any::<Index>(), 0..100);
    (messages, changes, again)
        .prop_map(|(messages, changes, again)| {
            let places: Vec<Place> = messages.keys().copied().collect();
            let mut history: Vec<_> =
                messages.iter().map(|(&(chat, number), text)| created(chat, number, text)).collect();
            history.extend((1..).zip(&changes).map(|(nth, (place, text))| {
                let (chat, number) = *place.get(&places);
                changed(chat, number, nth, text.as_deref())
            }));
            let again: Vec<_> = again.iter().map(|index| index.get(&history).clone()).collect();
            history.extend(again);
            history
        })
        .prop_shuffle()
}

/// One thing that happens to an index.
#[derive(Debug, Clone)]
enum Step {
    /// Consecutive messages are created. A message has one creation, so its text comes from its number alone.
    Create {
        chat: u32,
        from: u32,
        count: u32,
    },
    /// Messages that may be there are changed.
    Change {
        chat: u32,
        numbers: Vec<u32>,
        text: Option<String>,
    },
    /// Something written earlier comes again.
    Again(Index),
    Remove(Scope),
    Begin,
    /// Everything that was ever written is read from the store, in its newest version, from one end or the other.
    Fill {
        backward: bool,
    },
    Swap,
    Abandon,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (chat(), number(), 1_u32..400).prop_map(|(chat, from, count)| Step::Create { chat, from, count }),
        5 => (chat(), prop::collection::vec(number(), 1..40), prop::option::weighted(0.7, text()))
            .prop_map(|(chat, numbers, text)| Step::Change { chat, numbers, text }),
        3 => any::<Index>().prop_map(Step::Again),
        1 => prop::option::weighted(0.8, chat()).prop_map(|chat| Step::Remove(Scope { app: APP, chat })),
        2 => Just(Step::Begin),
        2 => any::<bool>().prop_map(|backward| Step::Fill { backward }),
        2 => Just(Step::Swap),
        1 => Just(Step::Abandon),
        1 => Just(Step::Reopen),
    ]
}

/// The index, the model of it, and what was written so far.
struct Both {
    bench: Bench,
    live: Generation,
    building: Option<(i64, Generation)>,
    /// What the store would hold.
    stored: Generation,
    batches: Vec<Vec<Document>>,
    changes: u64,
}

impl Both {
    fn new(bench: Bench) -> Self {
        let (live, stored) = Default::default();
        Self { bench, live, building: None, stored, batches: Vec::new(), changes: 0 }
    }

    async fn take(mut self, step: Step) -> Self {
        match step {
            Step::Create { chat, from, count } => {
                let numbers = from..=from.saturating_add(count);
                self.index(numbers.map(|number| created(chat, number, &text_of(number))).collect()).await;
            }
            Step::Change { chat, numbers, text } => {
                let mut documents = Vec::new();
                for number in numbers {
                    self.changes += 1;
                    documents.push(changed(chat, number, self.changes, text.as_deref()));
                }
                self.index(documents).await;
            }
            Step::Again(which) if !self.batches.is_empty() => {
                let batch = which.get(&self.batches).clone();
                self.index(batch).await;
            }
            Step::Again(_) => {}
            Step::Remove(scope) => {
                self.bench.index.remove(scope).await.expect("removed");
                self.live.remove(scope);
                self.stored.remove(scope);
                if let Some((_, building)) = &mut self.building {
                    building.remove(scope);
                }
            }
            Step::Begin => {
                let begun = self.bench.index.begin_generation().await.expect("begun");
                let (building, _) = self.building.get_or_insert_with(|| (begun, Generation::default()));
                assert_eq!(*building, begun);
            }
            Step::Fill { backward } => self.fill(backward).await,
            Step::Swap => {
                if let Some((generation, building)) = self.building.take() {
                    self.bench.index.swap(generation).await.expect("swapped");
                    self.live = building;
                }
            }
            Step::Abandon => {
                if let Some((generation, _)) = self.building.take() {
                    self.bench.index.abandon(generation).await.expect("abandoned");
                }
            }
            Step::Reopen => self.bench = self.bench.reopen().await,
        }
        self
    }

    async fn index(&mut self, documents: Vec<Document>) {
        self.bench.index.index(&documents).await.expect("indexed");
        self.live.write(&documents);
        self.stored.write(&documents);
        if let Some((_, building)) = &mut self.building {
            building.write(&documents);
        }
        self.batches.push(documents);
    }

    async fn fill(&mut self, backward: bool) {
        let Some((generation, building)) = &mut self.building else { return };
        let mut documents: Vec<_> = self.stored.0.iter().map(stored).collect();
        if backward {
            documents.reverse();
        }
        for batch in documents.chunks(300) {
            self.bench.index.fill(*generation, batch).await.expect("filled");
            building.write(batch);
        }
    }
}

/// The text of a creation: short, or large enough to close a block after a few.
fn text_of(number: u32) -> String {
    if number.is_multiple_of(50) { "zzz ab".repeat(900) } else { format!("{number} aba b") }
}

/// A stored message as the index sees it.
fn stored((&(chat, number), (version, text)): (&Place, &(EntryId, Option<String>))) -> Document {
    let edited = *version != created(chat, number, "").version;
    Document { app: APP, chat, number, version: *version, edited, text: text.clone() }
}

/// A history that comes in batches.
#[derive(Debug)]
pub struct History {
    documents: Vec<Document>,
    cuts: Vec<usize>,
    limit: u32,
}

/// Any history in any batches.
pub fn a_history() -> impl Strategy<Value = History> {
    let limit = prop_oneof![10_u32..20, 20_u32..=1_000];
    (history(), prop::collection::vec(1_usize..300, 1..20), limit).prop_map(|(documents, cuts, limit)| History {
        documents,
        cuts,
        limit,
    })
}

impl History {
    /// Whatever came in whatever order, the newest text of each message is found.
    pub async fn holds(self, bench: Bench) {
        let mut rest = self.documents.as_slice();
        for cut in self.cuts.iter().cycle() {
            let (batch, later) = rest.split_at((*cut).min(rest.len()));
            bench.index.index(batch).await.expect("indexed");
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        let mut model = Generation::default();
        model.write(&self.documents);
        assert_same(&bench, &model, self.limit).await;
    }
}

/// What happens to an index.
#[derive(Debug)]
pub struct Life {
    steps: Vec<Step>,
    limit: u32,
}

/// Anything that can happen.
pub fn a_life() -> impl Strategy<Value = Life> {
    (prop::collection::vec(step(), 1..25), 20_u32..=1_000).prop_map(|(steps, limit)| Life { steps, limit })
}

impl Life {
    /// In the end the index holds what maps would hold.
    pub async fn holds(self, bench: Bench) {
        let mut both = Both::new(bench);
        for step in self.steps {
            both = both.take(step).await;
        }
        assert_same(&both.bench, &both.live, self.limit).await;
    }
}
