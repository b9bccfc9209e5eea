//! Asking before something that cannot be taken back. Mild acts ask nothing, moderate ones take `--yes` or an answer,
//! severe ones the thing's name. Where nobody can be asked, nothing is asked: the failure names the flag.

use std::io::{self, BufRead, Write};

use super::colour::Env;
use super::escape::visible;
use super::failure::{Failure, Kind};

/// What was said on the line, and whether anybody is there to be asked.
#[derive(Debug, Clone, Default)]
pub struct Consent {
    /// `--yes`.
    pub yes: bool,
    /// `--confirm=NAME`.
    pub confirm: Option<String>,
    /// Whether a question can be asked: terminals on both sides, and nothing that forbids it.
    pub can_ask: bool,
}

/// How dangerous an act is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Danger {
    /// Can be taken back: nothing is asked.
    Mild,
    /// Can hardly be taken back: `--yes`, or an answer.
    Moderate,
    /// Cannot be taken back and takes much with it: the name must be given.
    Severe {
        /// What is to be typed.
        name: String,
    },
}

/// Whether a question may be asked at all.
#[must_use]
pub fn can_ask(no_input: bool, as_json: bool, terminals: bool, env: Env<'_>) -> bool {
    let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    terminals && !no_input && !as_json && !set("CI") && env("TERM").is_none_or(|term| term != "dumb")
}

/// Goes on only with consent to `act` ("delete message 7 of chat 2"), which shows how much it touches.
pub fn obtain(consent: &Consent, danger: &Danger, act: &str) -> Result<(), Failure> {
    // Standard error is not locked while the answer is waited for: an interruption must be able to say so.
    obtain_from(consent, danger, act, &mut io::stdin().lock(), &mut io::stderr())
}

fn obtain_from(
    consent: &Consent,
    danger: &Danger,
    act: &str,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    match (danger, &consent.confirm) {
        (Danger::Mild, _) => return Ok(()),
        (Danger::Moderate, _) if consent.yes => return Ok(()),
        (Danger::Severe { name }, Some(given)) if given == name => return Ok(()),
        (Danger::Severe { name }, Some(_)) => {
            return Err(Failure::new(Kind::Declined, act.to_owned())
                .code("confirmation_mismatch")
                .because(format!("--confirm names something else; it must be --confirm={name}")));
        }
        _ => {}
    }
    if !consent.can_ask {
        let flag = match danger {
            Danger::Mild | Danger::Moderate => "--yes".to_owned(),
            Danger::Severe { name } => format!("--confirm={name}"),
        };
        return Err(Failure::new(Kind::Unconfirmed, act.to_owned())
            .because("it needs a confirmation, and there is nobody to ask")
            .hint(format!("say so on the line: {flag}")));
    }
    ask(danger, act, input, output)
}

fn ask(danger: &Danger, act: &str, input: &mut dyn BufRead, output: &mut dyn Write) -> Result<(), Failure> {
    let question = match danger {
        Danger::Mild | Danger::Moderate => format!("{}? [y/N] ", visible(act)),
        Danger::Severe { name } => format!("{}? Type {} to go on: ", visible(act), visible(name)),
    };
    let mut answer = String::new();
    let read = write!(output, "{question}").and_then(|()| output.flush()).and_then(|()| input.read_line(&mut answer));
    let given = answer.trim();
    let agreed = match danger {
        Danger::Mild | Danger::Moderate => given.eq_ignore_ascii_case("y") || given.eq_ignore_ascii_case("yes"),
        Danger::Severe { name } => given == name,
    };
    if read.is_ok() && agreed { Ok(()) } else { Err(Failure::new(Kind::Declined, act.to_owned()).because("declined")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(consent: &Consent, danger: &Danger, typed: &str) -> Result<(), Kind> {
        let mut shown = Vec::new();
        obtain_from(consent, danger, "delete it", &mut typed.as_bytes(), &mut shown).map_err(|failure| failure.kind)
    }

    fn severe() -> Danger {
        Danger::Severe { name: "acme".to_owned() }
    }

    #[test]
    fn yes_is_enough_for_a_moderate_act_and_never_for_a_severe_one() {
        let consent = Consent { yes: true, ..Consent::default() };
        assert_eq!(outcome(&consent, &Danger::Moderate, ""), Ok(()));
        assert_eq!(outcome(&consent, &severe(), ""), Err(Kind::Unconfirmed));
    }

    #[test]
    fn a_mild_act_takes_nothing() {
        assert_eq!(outcome(&Consent::default(), &Danger::Mild, ""), Ok(()));
    }

    #[test]
    fn a_severe_act_takes_the_exact_name() {
        let named = |name: &str| Consent { confirm: Some(name.to_owned()), ..Consent::default() };
        assert_eq!(outcome(&named("acme"), &severe(), ""), Ok(()));
        assert_eq!(outcome(&named("acm"), &severe(), ""), Err(Kind::Declined));
    }

    #[test]
    fn an_answer_decides_where_somebody_can_be_asked() {
        let asked = Consent { can_ask: true, ..Consent::default() };
        assert_eq!(outcome(&asked, &Danger::Moderate, "y\n"), Ok(()));
        assert_eq!(outcome(&asked, &Danger::Moderate, "\n"), Err(Kind::Declined));
        assert_eq!(outcome(&asked, &severe(), "acme\n"), Ok(()));
        assert_eq!(outcome(&asked, &severe(), "y\n"), Err(Kind::Declined));
    }

    #[test]
    fn nobody_is_asked_without_a_terminal_in_ci_or_for_json() {
        let none = |_: &str| None;
        assert!(can_ask(false, false, true, &none));
        assert!(!can_ask(true, false, true, &none));
        assert!(!can_ask(false, true, true, &none));
        assert!(!can_ask(false, false, false, &none));
        assert!(!can_ask(false, false, true, &|name: &str| (name == "CI").then(|| "true".to_owned())));
        assert!(!can_ask(false, false, true, &|name: &str| (name == "TERM").then(|| "dumb".to_owned())));
    }
}
