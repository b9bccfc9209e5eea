//! The same entries give the same rows in whatever order, how often and in whatever batches they come (R-COMMUTE): random
//! entries, random deliveries, compared with a model that knows only which entries there were.

use std::collections::BTreeMap;
use std::sync::Arc;

use chat_shared::clock::Timestamp;
use chat_shared::domain::{AppId, Chat, ChatState, Message, MessageState};
use chat_shared::queue::{EntryId, Job};
use chat_shared::store::{Logged, Window};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::bench::{Bench, dead};

/// Each with a handful of commits: enough to find every rule that was left out on purpose, in seconds.
const CASES: u32 = 150;

/// What one entry is about: a chat, or a message where the number is not 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u32, u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Create(Fate),
    Update,
    Delete,
}

/// What becomes of a creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Persisted,
    Parked,
    Both,
}

/// How an entry is delivered once.
#[derive(Debug, Clone, Copy)]
enum Delivery {
    Persist(usize),
    Park(usize),
}

#[derive(Debug, Clone)]
struct Story {
    deeds: Vec<(Place, Deed)>,
    deliveries: Vec<Delivery>,
    cuts: Vec<usize>,
}

fn deeds() -> impl Strategy<Value = Vec<(Place, Deed)>> {
    let place = (1u32..=2, 0u32..=3).prop_map(|(chat, number)| Place(chat, number));
    let fate = prop_oneof![4 => Just(Fate::Persisted), 1 => Just(Fate::Parked), 1 => Just(Fate::Both)];
    let deed = prop_oneof![5 => fate.prop_map(Deed::Create), 3 => Just(Deed::Update), 1 => Just(Deed::Delete)];
    proptest::collection::vec((place, deed), 1..24).prop_map(once_created)
}

/// A number is given once: what would create it again changes it.
fn once_created(mut deeds: Vec<(Place, Deed)>) -> Vec<(Place, Deed)> {
    let mut created = Vec::new();
    for (place, deed) in &mut deeds {
        if let Deed::Create(_) = deed {
            if created.contains(place) {
                *deed = Deed::Update;
            }
            created.push(*place);
        }
    }
    deeds
}

fn stories() -> impl Strategy<Value = Story> {
    deeds().prop_flat_map(|deeds| {
        let again = proptest::collection::vec(any::<prop::sample::Index>(), 0..6);
        let cuts = proptest::collection::vec(1usize..8, 24);
        (Just(deeds), again, cuts).prop_flat_map(|(deeds, again, cuts)| {
            let mut deliveries: Vec<Delivery> =
                (0..deeds.len()).flat_map(|place| deliveries_of(&deeds, place)).collect();
            deliveries.extend(again.iter().flat_map(|place| deliveries_of(&deeds, place.index(deeds.len()))));
            (Just(deeds), Just(deliveries).prop_shuffle(), Just(cuts)).prop_map(|(deeds, deliveries, cuts)| Story {
                deeds,
                deliveries,
                cuts,
            })
        })
    })
}

fn deliveries_of(deeds: &[(Place, Deed)], place: usize) -> Vec<Delivery> {
    match deeds[place].1 {
        Deed::Create(Fate::Parked) => vec![Delivery::Park(place)],
        Deed::Create(Fate::Both) => vec![Delivery::Park(place), Delivery::Persist(place)],
        _ => vec![Delivery::Persist(place)],
    }
}

pub async fn entries_give_the_same_rows_in_whatever_order_and_batches(bench: Bench) {
    let bench = Arc::new(bench);
    let runtime = tokio::runtime::Handle::current();
    let searching = Arc::clone(&bench);
    let search = tokio::task::spawn_blocking(move || {
        let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
        runner.run(&stories(), |story| runtime.block_on(tell(&searching, &story))).map_err(|found| found.to_string())
    });
    if let Err(found) = search.await.expect("no panic") {
        panic!("{found}");
    }
    bench.counts_are_exact().await;
}

async fn tell(bench: &Bench, story: &Story) -> Result<(), TestCaseError> {
    let app = bench.application().await;
    let entries: Vec<Logged> = story.deeds.iter().map(|(place, deed)| entry(bench, app, *place, *deed)).collect();
    deliver(bench, story, &entries).await;
    let mut counted = 0;
    for chat in 1..=2 {
        let expected = expected_chat(app, chat, story, &entries);
        counted +=
            u64::from(expected.as_ref().is_some_and(|chat| chat.deleted_at.is_none() && chat.state != ChatState::Dead));
        prop_assert_eq!(&bench.store.chat(app, chat).await.expect("read"), &expected);
        let shown = expected.is_some_and(|chat| chat.deleted_at.is_none());
        let messages: Vec<_> = (1..=3)
            .filter(|_| shown)
            .filter_map(|number| expected_message(app, Place(chat, number), story, &entries))
            .collect();
        prop_assert_eq!(bench.store.messages(app, chat, Window::default()).await.expect("read"), messages);
    }
    prop_assert_eq!(bench.chats_count(app).await, counted);
    prop_assert_eq!(bench.store.tally_application(app).await.expect("counted"), (counted, counted));
    Ok(())
}

async fn deliver(bench: &Bench, story: &Story, entries: &[Logged]) {
    let mut cuts = story.cuts.iter().cycle();
    let mut left = story.deliveries.as_slice();
    while !left.is_empty() {
        let (batch, rest) = left.split_at((*cuts.next().expect("endless")).min(left.len()));
        left = rest;
        let persisted: Vec<Logged> = batch
            .iter()
            .filter_map(
                |delivery| if let Delivery::Persist(place) = delivery { Some(entries[*place].clone()) } else { None },
            )
            .collect();
        assert_eq!(bench.persist(&persisted).await.conflicts, [], "every number is given once");
        for delivery in batch {
            if let Delivery::Park(place) = delivery {
                bench.store.park(&dead(&entries[*place], "why")).await.expect("parked");
            }
        }
    }
}

fn entry(bench: &Bench, app: AppId, Place(chat, number): Place, deed: Deed) -> Logged {
    let text = format!("{chat}:{number} {deed:?}");
    match (number, deed) {
        (0, Deed::Create(_)) => bench.create_chat(app, chat, Some(&text)),
        (0, Deed::Update) => {
            let title = format!("{text} {}", bench.create_chat(app, chat, None).id);
            bench.update_chat(app, chat, &title)
        }
        (0, Deed::Delete) => bench.delete_chat(app, chat),
        (_, Deed::Create(_)) => bench.create_message(app, chat, number, &text),
        (_, Deed::Update) => {
            let content = format!("{text} {}", bench.create_chat(app, chat, None).id);
            bench.update_message(app, chat, number, &content)
        }
        (_, Deed::Delete) => bench.delete_message(app, chat, number),
    }
}

/// What is known of a place, whatever the order: its creation with its fate, its texts by version, its deletions.
#[derive(Default)]
struct Known<'a> {
    creation: Option<(&'a Logged, Fate)>,
    texts: BTreeMap<EntryId, (Timestamp, &'a str)>,
    deleted_at: Option<Timestamp>,
    newest: EntryId,
}

fn known<'a>(place: Place, story: &Story, entries: &'a [Logged]) -> Known<'a> {
    let mut known = Known::default();
    for ((_, deed), logged) in story.deeds.iter().zip(entries).filter(|((at, _), _)| *at == place) {
        let at = logged.entry.at;
        match deed {
            Deed::Create(fate) => known.creation = Some((logged, *fate)),
            Deed::Update => drop(known.texts.insert(logged.id, (at, text(logged)))),
            Deed::Delete => known.deleted_at = Some(known.deleted_at.map_or(at, |known| known.min(at))),
        }
        known.newest = known.newest.max(logged.id);
    }
    known
}

fn text(logged: &Logged) -> &str {
    match &logged.entry.job {
        Job::CreateChat { title: Some(text) }
        | Job::UpdateChat { title: text }
        | Job::CreateMessage { content: text, .. }
        | Job::UpdateMessage { content: text } => text,
        other => panic!("no text in {other:?}"),
    }
}

fn expected_message(app: AppId, place: Place, story: &Story, entries: &[Logged]) -> Option<Message> {
    let mut known = known(place, story, entries);
    let (creation, fate) = known.creation?;
    let created_at = creation.entry.at;
    let state = match fate {
        _ if known.deleted_at.is_some() => MessageState::Deleted,
        Fate::Parked => MessageState::Dead,
        Fate::Persisted | Fate::Both => MessageState::Persisted,
    };
    // A parked creation has no text of its own to set against those of updates.
    if fate != Fate::Parked || known.texts.is_empty() {
        known.texts.insert(creation.id, (created_at, text(creation)));
    }
    let (written_at, content) = known.texts.last_key_value().map(|(_, text)| *text)?;
    Some(Message {
        app,
        chat: place.0,
        number: place.1,
        content: if state == MessageState::Persisted { content.to_owned() } else { String::new() },
        sender: None,
        sent_at: None,
        create_version: creation.id,
        version: known.newest,
        state,
        created_at,
        updated_at: known.deleted_at.unwrap_or(written_at),
    })
}

fn expected_chat(app: AppId, chat: u32, story: &Story, entries: &[Logged]) -> Option<Chat> {
    let known = known(Place(chat, 0), story, entries);
    let parked = matches!(known.creation, Some((_, Fate::Parked)));
    let creation = known.creation.filter(|_| !parked).map(|(creation, _)| creation);
    // Whatever was accepted in the chat, but for a creation that was only parked.
    let touched = story
        .deeds
        .iter()
        .zip(entries)
        .filter(|((place, deed), _)| place.0 == chat && !(place.1 == 0 && *deed == Deed::Create(Fate::Parked)));
    let touched_at = touched.map(|(_, logged)| logged.entry.at).min();
    let parked_at = known.creation.filter(|_| parked).map(|(creation, _)| creation.entry.at);
    let created_at = creation.map(|creation| creation.entry.at).or(touched_at).or(parked_at)?;
    let state = match (creation, touched_at) {
        (Some(_), _) => ChatState::Persisted,
        (None, Some(_)) => ChatState::Accepted,
        (None, None) => ChatState::Dead,
    };
    let newest = known.texts.last_key_value();
    let title = newest.map(|(_, (_, title))| *title).or(creation.map(text));
    let counts = |number: &u32| {
        let message = expected_message(app, Place(chat, *number), story, entries);
        message.is_some_and(|message| message.state == MessageState::Persisted)
    };
    Some(Chat {
        app,
        number: chat,
        title: title.map(str::to_owned),
        messages_count: if known.deleted_at.is_some() { 0 } else { (1..=3).filter(counts).count() as u64 },
        state,
        version: newest.map(|(version, _)| *version).unwrap_or_default(),
        created_at,
        updated_at: known.deleted_at.or(newest.map(|(_, (at, _))| *at)).unwrap_or(created_at),
        deleted_at: known.deleted_at,
    })
}
