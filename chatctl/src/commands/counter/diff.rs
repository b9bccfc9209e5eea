//! `chatctl counter diff`: every counter is looked at, whatever is shown, so that drift cannot hide behind a page.

use chat_shared::api::types::admin::{CounterDiffLine, CounterDiffQuery, CounterSums};
use futures::TryStreamExt as _;

use super::{DiffArgs, Judged};
use crate::backend::Reach;
use crate::commands::named::id_or_token;
use crate::output::exit::{Done, Outcome};
use crate::output::sink::Page;
use crate::session::Session;

/// Runs it.
pub async fn run(reach: &dyn Reach, session: &mut Session, args: DiffArgs) -> Outcome {
    let app = id_or_token(reach, args.app.as_deref()).await?;
    let progress = session.progress("counters", "counters", None);
    // Where drift alone is asked for, all of it is shown unless a limit is named.
    let limit = if args.only.is_none() { session.limit() } else { session.global.limit };
    let limit = limit.map(|limit| u32::try_from(limit).unwrap_or(u32::MAX));
    let query = CounterDiffQuery { app, only: args.only.map(Into::into), limit };
    let mut lines = reach.diff_counters(&query).await?;
    let mut list = session.printer.list("counter.diff")?;
    let (mut shown, mut sums) = (0u64, CounterSums::default());
    while let Some(line) = lines.try_next().await? {
        match line {
            CounterDiffLine::Counter(counter) => {
                shown += 1;
                list.push(&Judged(*counter))?;
            }
            CounterDiffLine::Progress { looked } => progress.set(looked),
            CounterDiffLine::End(end) => sums = end,
        }
    }
    progress.finish();
    if args.only.is_none() && shown < sums.looked {
        let (looked, drift) = (sums.looked, sums.drift);
        list.note(format!("the first {shown} of {looked}, {drift} of them with drift; --only drift shows those"));
    } else if shown < sums.fitting {
        list.note(format!("the first {shown} of {}", sums.fitting));
    }
    list.set_page(Page { next: None, total: Some(sums.looked) });
    list.finish()?;
    Ok(if args.exit_code && sums.drift > 0 { Done::Differences } else { Done::All })
}
