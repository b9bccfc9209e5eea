//! Another text for a parked entry: what could never be persisted may be mended. Its number, its ids and its moment stay;
//! what it said first is kept beside it.

use super::entries_body;
use crate::api::types::admin::{DeadLetterDetail, EditDeadLetter};
use crate::ops::{Asked, Installation, OpsError};
use crate::queue::{Entry, Job};

impl Installation {
    /// Gives a parked entry another text. The letter as it is then, or as it would be.
    pub async fn edit_dead_letter(&self, id: i64, edit: &EditDeadLetter, who: &str) -> Asked<DeadLetterDetail> {
        let letter = self.letter(id).await?;
        if letter.resolved_at.is_some() {
            return Err(OpsError::LetterChanged(id));
        }
        let unreadable = |_| invalid("content", "cannot be changed: the entry's bytes are no entry");
        let mut entry = Entry::decode(&letter.record()).map_err(unreadable)?;
        set(&mut entry.job, edit)?;
        let payload = entry.encode();
        if edit.dry_run {
            let mut changed = letter;
            changed.payload = payload.to_vec();
            return Ok(entries_body(&changed, None));
        }
        if !self.store.edit_dead_letter(id, &letter.payload, &payload).await? {
            return Err(OpsError::LetterChanged(id));
        }
        self.record(who, "dead_letter.edit", format!("dead letter {id}"), "edited").await;
        self.dead_letter(id).await
    }
}

fn invalid(field: &'static str, reason: &str) -> OpsError {
    OpsError::Invalid { field, reason: reason.to_owned() }
}

fn set(job: &mut Job, edit: &EditDeadLetter) -> Asked<()> {
    let kind = job.kind();
    match (job, &edit.content, &edit.title) {
        (_, None, None) => Err(invalid("content", "or `title` must be given")),
        (_, Some(_), Some(_)) => Err(invalid("title", "cannot be given together with `content`")),
        (Job::CreateMessage { content, .. } | Job::UpdateMessage { content }, Some(new), None) => {
            content.clone_from(new);
            Ok(())
        }
        (Job::CreateChat { title }, None, Some(new)) => {
            *title = Some(new.clone());
            Ok(())
        }
        (Job::UpdateChat { title: text } | Job::UpdateApplication { name: text }, None, Some(new)) => {
            text.clone_from(new);
            Ok(())
        }
        (_, Some(_), None) => Err(invalid("content", &format!("is nothing that a {kind} has"))),
        (_, None, Some(_)) => Err(invalid("title", &format!("is nothing that a {kind} has"))),
    }
}
