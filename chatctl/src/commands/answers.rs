//! What each command prints, one row a command: the schemas follow from it, and a test holds every command to its row.
//! A command that is added is given its row here.

use chat_shared::api::types::admin::{
    ClaimAsked, CounterStep, DeadLetter, DeadLetterError, EntryDetail, ImportedDeadLetter, Operation, PendingEntry,
    SearchStatus, SteppedCounter, Worker,
};
use chat_shared::api::types::{ApplicationDetail, ApplicationSummary, ChatDetail, ChatSummary, FoundMessage, Message};
use chat_shared::ops::Reason;

use super::backup::restore::Restored;
use super::doctor::Finding;
use super::queue::halt::Turned;
use super::queue::{Queue, Seen};
use super::verify::repair::{Mended, RepairStep};
use super::writes::Change;
use super::{
    app, backup, bench, chat, check, completion, config, context, counter, dlq, errors, export, import, man, msg,
    schema, top, trace, verify, version,
};
use crate::context::Located;
use crate::output::schema::{Answer, item, list};

/// Every command's answer, in the order of the help.
#[must_use]
pub fn all() -> Vec<Answer> {
    [tenants(), queues(), repairs(), work(), files(), own()].into_iter().flatten().collect()
}

fn tenants() -> Vec<Answer> {
    vec![
        list::<ApplicationSummary>("app ls"),
        item::<ApplicationDetail>("app get"),
        item::<app::Created>("app create"),
        item::<Change>("app rename"),
        item::<app::Rotated>("app rotate-token"),
        item::<app::Stats>("app stats"),
        item::<Change>("app delete"),
        list::<ChatSummary>("chat ls"),
        item::<ChatDetail>("chat get"),
        item::<chat::Created>("chat create"),
        item::<Change>("chat rename"),
        item::<chat::Stats>("chat stats"),
        list::<Message>("msg ls"),
        item::<msg::Versioned>("msg get"),
        item::<msg::Posted>("msg post"),
        item::<Change>("msg edit"),
        item::<Change>("msg delete"),
        list::<FoundMessage>("msg search"),
        list::<Message>("msg tail"),
    ]
}

fn queues() -> Vec<Answer> {
    vec![
        list::<Queue>("queue ls"),
        item::<Queue>("queue get"),
        list::<Seen>("queue tail"),
        item::<EntryDetail>("queue peek"),
        list::<PendingEntry>("queue pending"),
        item::<ClaimAsked>("queue claim"),
        item::<Turned>("queue pause"),
        item::<Turned>("queue resume"),
        item::<Queue>("queue wait"),
        list::<Worker>("worker ls"),
        item::<Worker>("worker get"),
    ]
}

fn repairs() -> Vec<Answer> {
    vec![
        list::<DeadLetter>("dlq ls"),
        item::<dlq::Detail>("dlq get"),
        list::<DeadLetterError>("dlq errors"),
        list::<dlq::bulk::Retried>("dlq retry").or_item::<Operation>(),
        list::<dlq::bulk::Retried>("dlq drop").or_item::<Operation>(),
        item::<dlq::Detail>("dlq edit"),
        item::<dlq::carry::Exported>("dlq export"),
        list::<ImportedDeadLetter>("dlq import"),
        list::<counter::Plain>("counter ls"),
        item::<counter::Judged>("counter get"),
        list::<counter::Judged>("counter diff"),
        list::<Reason>("counter explain"),
        list::<CounterStep>("counter plan"),
        list::<SteppedCounter>("counter apply"),
        list::<SteppedCounter>("counter reconcile"),
    ]
}

fn work() -> Vec<Answer> {
    vec![
        item::<SearchStatus>("index status"),
        item::<Operation>("index reindex").or_item::<SearchStatus>(),
        item::<verify::Found>("index verify"),
        item::<SearchStatus>("index swap"),
        item::<SearchStatus>("index rollback"),
        item::<SearchStatus>("index prune"),
        list::<Operation>("job ls"),
        item::<Operation>("job get"),
        item::<Operation>("job watch"),
        item::<Operation>("job wait"),
        item::<Operation>("job pause"),
        item::<Operation>("job resume"),
        item::<Operation>("job throttle"),
        item::<Operation>("job cancel"),
        item::<verify::Found>("verify"),
        list::<Mended>("verify --repair"),
        list::<RepairStep>("verify --plan"),
        list::<Mended>("verify --apply"),
        list::<Finding>("doctor"),
        list::<trace::Step>("trace msg"),
        list::<check::Check>("check"),
        item::<top::Sample>("top"),
    ]
}

fn files() -> Vec<Answer> {
    vec![
        item::<import::Report>("import"),
        list::<export::Exported>("export").or_item::<export::Report>(),
        item::<backup::Report>("backup"),
        list::<Restored>("restore"),
        item::<bench::Report>("bench post"),
        item::<bench::Report>("bench search"),
        item::<bench::Report>("bench mixed"),
        item::<completion::Script>("completion"),
        list::<man::Page>("man"),
    ]
}

fn own() -> Vec<Answer> {
    vec![
        list::<context::Listed>("context ls"),
        item::<context::Kept>("context add"),
        item::<context::Kept>("context use"),
        item::<context::Kept>("context rm"),
        item::<Located>("context show"),
        item::<context::Tested>("context test"),
        list::<config::Shown>("config show"),
        list::<config::Place>("config path"),
        list::<errors::Explained>("errors ls"),
        item::<errors::Explained>("errors explain"),
        list::<schema::Listed>("schema ls"),
        item::<schema::Shown>("schema show"),
        item::<version::Version>("version"),
    ]
}
