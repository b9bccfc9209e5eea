//! `chatctl doctor`: what is wrong with this installation and what to do about it. Asks once for everything, thinks about
//! it in `findings`, and may put it all into one file for somebody else to look at, without secrets.

mod bundle;
mod findings;
mod gather;
mod redact;

use std::path::PathBuf;

use clap::Args;

use crate::backend::{Operator, Reach, Through};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::runtime::block_on;
use crate::session::Session;
use gather::Gathered;
pub use gather::Local;

/// `chatctl doctor`
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Put everything that was looked at into this new file too, one JSON object: no keys, tokens, passwords, names or
    /// contents
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// As it should be.
    Ok,
    /// To be known, and chosen so.
    Note,
    /// To be looked at.
    Warning,
    /// To be acted on.
    Critical,
}

impl Severity {
    fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// Something that was found out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The part that it is about: a check, or `local` for this machine.
    pub area: &'static str,
    /// What was seen.
    pub found: String,
    /// What to do about it: a line of chatctl, or after `#` what is to be done by hand.
    pub mend: Option<String>,
}

impl Record for Finding {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("severity", Holds::State, |finding: &Self| finding.severity.word().into()),
            Column::new("area", Holds::Word, |finding| finding.area.into()),
            Column::new("found", Holds::Text, |finding| (&finding.found).into()),
            Column::new("mend", Holds::Text, |finding: &Self| finding.mend.clone().into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.area.to_owned()
    }
}

/// Runs it.
pub fn run(args: &DoctorArgs, session: &mut Session) -> Outcome {
    let gathered = match session.backend() {
        Ok(reach) => {
            let local = local(&*reach, session)?;
            block_on("look at everything", gather::all(&*reach, local))?
        }
        // No chatd runs on the data folder: that is what is wrong.
        Err(failure) if failure.kind == Kind::Unavailable => Gathered::unanswered(failure, Local::new(None)),
        Err(failure) => return Err(failure),
    };
    let findings = findings::of(&gathered);
    let mut list = session.printer.list("doctor")?;
    for finding in &findings {
        list.push(finding)?;
    }
    let wrong = findings.iter().filter(|finding| finding.severity >= Severity::Warning).count();
    list.note(match wrong {
        0 => "nothing is wrong".to_owned(),
        1 => "1 thing is to be looked at".to_owned(),
        wrong => format!("{wrong} things are to be looked at"),
    });
    list.finish()?;
    if let Some(path) = &args.bundle {
        bundle::write(path, &findings, &gathered)?;
        session
            .printer
            .note(&format!("{} holds what was looked at, without secrets: read it before you send it", path.display()));
    }
    Ok(if wrong == 0 { Done::All } else { Done::Ailing })
}

/// What is wrong with an installation, the worst first.
pub async fn examine(operator: &dyn Operator, local: Local) -> Result<Vec<Finding>, Failure> {
    Ok(findings::of(&gather::all(operator, local).await?))
}

/// What this machine tells: of the key where chatd is asked, of the disk where the data folder is here.
pub fn local(reach: &dyn Reach, session: &mut Session) -> Result<Local, Failure> {
    let context = session.printer.context().map(str::to_owned);
    if reach.through() == Through::Chatd {
        let target = session.target()?;
        return Ok(Local::new(context).with_key(target.key_origin.as_ref()).with_disk(target.data.as_deref()));
    }
    Ok(Local::new(context).with_disk(session.global.data.as_deref()))
}
