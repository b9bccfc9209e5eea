//! `chatctl context test`: whether a context leads to a chatd, which one that is, and whether it takes the key.

use std::time::Instant;

use crate::backend::{Http, Operator, version};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind, Record};
use crate::runtime::block_on;
use crate::session::Session;

/// What was found.
pub struct Tested {
    context: String,
    api: String,
    chatd: String,
    took_ms: f64,
}

impl Record for Tested {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("context", Kind::Word, |tested| (&tested.context).into()),
            Column::new("state", Kind::State, |_| "ok".into()),
            Column::new("api", Kind::Word, |tested: &Self| (&tested.api).into()),
            Column::new("chatd", Kind::Word, |tested| (&tested.chatd).into()),
            Column::new("took_ms", Kind::Millis, |tested| tested.took_ms.into()),
        ]
    }

    fn name(&self) -> String {
        self.context.clone()
    }
}

/// Runs it.
pub fn run(name: Option<String>, session: &mut Session) -> Outcome {
    if name.is_some() {
        // Whoever names a context means it, whatever the environment says.
        session.global.context = name;
        (session.global.api, session.global.data) = (None, None);
    }
    let target = session.target()?;
    let http = Http::new(&target, session.global.timeout, session.global.verbose)?;
    let (chatd, took_ms) = block_on("test the context", ask(&http))?;
    if let Some(caution) = version::caution(&chatd) {
        session.printer.warn(caution);
    }
    let tested = Tested { context: target.name, api: target.api, chatd, took_ms };
    session.printer.item("context.test", &tested)?;
    Ok(Done::All)
}

/// Its version, and how long it took to say it.
async fn ask(http: &Http) -> Result<(String, f64), Failure> {
    let begun = Instant::now();
    let version = http.call("ask chatd for its version", http.client.version()).await?;
    let took_ms = (begun.elapsed().as_secs_f64() * 10_000.0).round() / 10.0;
    // What only the key opens.
    http.workers().await?;
    Ok((version.version.into_owned(), took_ms))
}
