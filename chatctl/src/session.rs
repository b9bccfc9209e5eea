//! What one run of the program has in hand: the global flags, the printer, consent, progress. Made once from the line
//! and the process; commands are given it and ask nothing of the environment themselves.

use std::io::{self, BufWriter, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};

use chat_shared::clock::{Clock, SystemClock};

use crate::backend::{Direct, Http, Reach};
use crate::cli::{Given, Global};
use crate::commands::Effect;
use crate::context::{self, Choice, Contexts, Marks, Target, settings};
use crate::output::colour::{ColorWhen, wanted};
use crate::output::confirm::{self, Consent, Danger};
use crate::output::exit::Outcome;
use crate::output::failure::{Failure, Kind};
use crate::output::progress::{self, Progress, ProgressWhen};
use crate::output::{Layout, Printer, Screen};
use crate::runtime::block_on;

/// How many rows a list has unless told otherwise: a screenful, and one request.
const USUAL_LIMIT: u64 = 50;

/// A terminal whose size nobody knows is taken for this wide.
const USUAL_WIDTH: u16 = 80;

/// Which of the three streams are terminals.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    stdin: bool,
    stdout: Option<u16>,
    stderr: bool,
}

impl Terminal {
    /// As this process was started.
    pub fn of_this_process() -> Self {
        let stdout = io::stdout()
            .is_terminal()
            .then(|| terminal_size::terminal_size().map_or(USUAL_WIDTH, |(width, _)| width.0));
        Self { stdin: io::stdin().is_terminal(), stdout, stderr: io::stderr().is_terminal() }
    }

    /// Whether standard output gets colours.
    pub fn out_colour(self, when: ColorWhen) -> bool {
        wanted(when, &env, self.stdout.is_some())
    }

    /// Whether standard error gets colours.
    pub fn err_colour(self, when: ColorWhen) -> bool {
        wanted(when, &env, self.stderr)
    }
}

/// An environment variable. What is no text is not passed over silently: as text it names and opens nothing.
pub fn env(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// One run of the program.
pub struct Session {
    /// The global flags.
    pub global: Global,
    /// Where results go.
    pub printer: Printer,
    /// Which of them the line or the environment has given.
    pub given: Given,
    /// What the configuration files say.
    pub contexts: Contexts,
    terminal: Terminal,
    consent: Consent,
    /// Whether it was shown how far something is.
    progressed: AtomicBool,
}

impl Session {
    /// From the line, the configuration files and the process.
    pub fn open(mut global: Global, given: Given, contexts: Contexts, terminal: Terminal) -> Self {
        settings::apply(&mut global, &given, &contexts);
        let screen = Screen { width: terminal.stdout, colour: terminal.out_colour(global.color) };
        let layout = Layout {
            format: global.output,
            columns: global.columns.clone(),
            sort: global.sort.clone(),
            no_headers: global.no_headers,
            time: global.time,
            quiet: global.quiet,
        };
        let out = Box::new(BufWriter::with_capacity(64 * 1024, io::stdout()));
        let printer = Printer::new(layout, screen, terminal.err_colour(global.color), SystemClock.now(), out);
        let can_ask =
            confirm::can_ask(global.no_input, global.output.is_json(), terminal.stdin && terminal.stderr, &env);
        let consent = Consent { yes: global.yes, confirm: global.confirm.clone(), can_ask };
        Self { global, printer, given, contexts, terminal, consent, progressed: AtomicBool::new(false) }
    }

    /// Where chatd is; results are from there from now on.
    pub fn target(&mut self) -> Result<Target, Failure> {
        let target = context::resolve(&self.choice(), &env, &self.contexts)?;
        self.printer.set_context(Some(target.name.clone()));
        if let Some(caution) = &target.caution {
            self.printer.warn(caution.clone());
        }
        Ok(target)
    }

    /// What the line and the environment say about where the installation is.
    pub fn choice(&self) -> Choice {
        let Global { context, api, data, direct, store, queue, search, .. } = self.global.clone();
        Choice { context, api, data, direct, store, queue, search }
    }

    /// The marks of the context that the line is about.
    pub fn marks(&self) -> Result<Marks, Failure> {
        self.contexts.marks(&self.choice())
    }

    /// Goes on only where the context lets a command of this effect begin. What asks for itself asks later, when it knows
    /// how much it touches.
    pub fn permit(&self, effect: Effect) -> Result<(), Failure> {
        match effect {
            Effect::Changes(act) if !self.global.dry_run => match self.marks()?.raise(Danger::Mild, act)? {
                Danger::Mild => Ok(()),
                _ => block_on(act, self.confirm(Danger::Mild, act)),
            },
            Effect::Asks(act) if !self.global.dry_run => self.marks()?.raise(Danger::Moderate, act).map(drop),
            _ => Ok(()),
        }
    }

    /// The installation that the line is about, through its chatd or straight. Opens no connection yet.
    pub fn backend(&mut self) -> Result<Box<dyn Reach>, Failure> {
        let choice = self.choice();
        if !context::is_direct(&choice, &self.contexts)? {
            return Ok(Box::new(self.through_chatd()?));
        }
        let place = context::place(&choice, &env, &self.contexts)?;
        self.printer.set_context(Some(place.name.clone()));
        let user = env("USER").or_else(|| env("LOGNAME")).unwrap_or_else(|| "somebody".to_owned());
        let who = format!("{user} (direct)");
        Ok(Box::new(Direct::new(place, self.global.timeout, self.global.verbose, who)))
    }

    /// chatd, for what only it does. `doing` goes on after "could not".
    pub fn chatd(&mut self, doing: &'static str) -> Result<Http, Failure> {
        if context::is_direct(&self.choice(), &self.contexts)? {
            return crate::backend::through_chatd(doing);
        }
        self.through_chatd()
    }

    fn through_chatd(&mut self) -> Result<Http, Failure> {
        if let (None, Some(flag)) = (&self.global.api, self.only_direct()) {
            return Err(Failure::usage("find chatd", format!("{flag} says where a part is, which only --direct asks"))
                .hint("add --direct, or name chatd with --api"));
        }
        let target = self.target()?;
        Http::new(&target, self.global.timeout, self.global.verbose)
    }

    /// A flag of the line that only `--direct` can follow.
    fn only_direct(&self) -> Option<&'static str> {
        let Global { store, queue, search, .. } = &self.global;
        let flags = [(store, "--store"), (queue, "--queue"), (search, "--search")];
        flags.into_iter().find_map(|(value, flag)| value.as_ref().map(|_| flag))
    }

    /// The size of the terminal that keys come from and a screen can be drawn on; nothing where there is none.
    pub fn screen(&self) -> Option<(u16, u16)> {
        let movable = env("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
        let both = self.terminal.stdin && self.terminal.stdout.is_some();
        let size = || terminal_size::terminal_size().map_or((USUAL_WIDTH, 24), |(width, height)| (width.0, height.0));
        (both && movable).then(size)
    }

    /// Whether standard output gets colours.
    pub fn colour(&self) -> bool {
        self.terminal.out_colour(self.global.color)
    }

    /// How many rows a list may have; `None` for all.
    pub fn limit(&self) -> Option<u64> {
        if self.global.all { None } else { Some(self.global.limit.unwrap_or(USUAL_LIMIT)) }
    }

    /// Goes on only with consent to `act`. Waits for the answer on a thread of its own, so that a signal ends it.
    pub async fn confirm(&self, danger: Danger, act: &str) -> Result<(), Failure> {
        let marks = self.marks()?;
        let danger = marks.raise(danger, act)?;
        let (consent, asked) = (self.consent.clone(), marks.told(act));
        let answer = tokio::task::spawn_blocking(move || confirm::obtain(&consent, &danger, &asked)).await;
        answer.unwrap_or_else(|error| Err(Failure::new(Kind::Failed, act.to_owned()).because(error)))
    }

    /// Ends what was shown of progress with how it went, for programs.
    pub fn sum_up(&self, outcome: &Outcome) {
        if self.global.progress == ProgressWhen::Json && self.progressed.load(Ordering::Relaxed) {
            progress::sum_up(outcome, self.printer.printed());
        }
    }

    /// Begins to show how far `job` is.
    pub fn progress(&self, job: &'static str, unit: &'static str, total: Option<u64>) -> Progress {
        // A terminal that cannot move its cursor gets lines.
        let movable = self.terminal.stderr && env("TERM").is_none_or(|term| term != "dumb");
        let first = !self.progressed.swap(true, Ordering::Relaxed);
        if first && self.global.progress == ProgressWhen::Json {
            progress::introduce();
        }
        Progress::start(self.global.progress, movable, self.global.quiet, job, unit, total)
    }
}
