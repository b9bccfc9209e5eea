//! From text to a query. What cannot be understood is pointed at, with the fields that there are.

use std::fmt;

use jiff::SignedDuration;

use super::{Expr, Field, Holds, Op, Wanted};
use crate::clock::Timestamp;

/// The longest query, in characters.
const MAX_LENGTH: usize = 2_000;

/// The deepest nesting of parentheses and `not`.
const MAX_DEPTH: u32 = 32;

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The text.
    pub text: String,
    /// Where it is wrong, in characters from its beginning.
    pub at: usize,
    /// What is wrong.
    pub what: String,
    /// The fields that there are.
    pub fields: Vec<&'static str>,
}

/// The text, a caret below the place, what is wrong there, and the fields.
impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
        write!(f, "{}\n  {shown}\n  {}^\n  fields: {}", self.what, " ".repeat(self.at), self.fields.join(", "))
    }
}

impl std::error::Error for QueryError {}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Op(Op),
    Quoted(String),
    Word(String),
}

struct Parser<'a> {
    text: &'a str,
    fields: &'static [Field],
    tokens: Vec<(usize, Token)>,
    next: usize,
    depth: u32,
}

pub fn parse(text: &str, fields: &'static [Field]) -> Result<Expr, QueryError> {
    let mut parser = Parser { text, fields, tokens: Vec::new(), next: 0, depth: 0 };
    if text.chars().count() > MAX_LENGTH {
        return Err(parser.wrong(MAX_LENGTH, format!("a query has at most {MAX_LENGTH} characters")));
    }
    parser.read_tokens()?;
    let expr = parser.any()?;
    match parser.tokens.get(parser.next) {
        None => Ok(expr),
        Some((at, _)) => Err(parser.wrong(*at, "there is no `(` for this `)`")),
    }
}

impl Parser<'_> {
    fn wrong(&self, at: usize, what: impl Into<String>) -> QueryError {
        let fields = self.fields.iter().map(|field| field.name).collect();
        let text = self.text.chars().take(MAX_LENGTH).collect();
        QueryError { text, at, what: what.into(), fields }
    }

    fn read_tokens(&mut self) -> Result<(), QueryError> {
        let chars: Vec<char> = self.text.chars().collect();
        let mut at = 0;
        while let Some(char) = chars.get(at) {
            let begun = at;
            let token = match char {
                space if space.is_whitespace() => {
                    at += 1;
                    continue;
                }
                '(' => {
                    at += 1;
                    Token::Open
                }
                ')' => {
                    at += 1;
                    Token::Close
                }
                '"' | '\'' => Token::Quoted(self.quoted(&chars, &mut at)?),
                _ => match op(&chars[at..]) {
                    Some((length, op)) => {
                        at += length;
                        Token::Op(op)
                    }
                    None if *char == '!' => return Err(self.wrong(at, "write `!=`, `!~` or `not`")),
                    None => {
                        let length = chars[at..].iter().take_while(|char| is_of_word(**char)).count();
                        at += length;
                        Token::Word(chars[begun..at].iter().collect())
                    }
                },
            };
            self.tokens.push((begun, token));
        }
        Ok(())
    }

    /// A text in quotation marks, in which a backslash keeps the next character as it is.
    fn quoted(&self, chars: &[char], at: &mut usize) -> Result<String, QueryError> {
        let (begun, mark) = (*at, chars[*at]);
        let mut text = String::new();
        *at += 1;
        loop {
            match (chars.get(*at), chars.get(*at + 1)) {
                (Some('\\'), Some(kept)) => {
                    text.push(*kept);
                    *at += 2;
                }
                (Some(char), _) if *char == mark => {
                    *at += 1;
                    return Ok(text);
                }
                (Some(char), _) => {
                    text.push(*char);
                    *at += 1;
                }
                (None, _) => return Err(self.wrong(begun, "this quotation mark is never closed")),
            }
        }
    }

    fn any(&mut self) -> Result<Expr, QueryError> {
        let mut parts = vec![self.all()?];
        while self.takes_word("or") {
            parts.push(self.all()?);
        }
        Ok(one_or(parts, Expr::Any))
    }

    fn all(&mut self) -> Result<Expr, QueryError> {
        let mut parts = vec![self.denied()?];
        loop {
            if self.takes_word("and") {
                parts.push(self.denied()?);
            } else if self.begins_a_term() {
                // Terms beside each other must all hold.
                parts.push(self.denied()?);
            } else {
                return Ok(one_or(parts, Expr::All));
            }
        }
    }

    fn denied(&mut self) -> Result<Expr, QueryError> {
        if !self.is_word("not") {
            return self.term();
        }
        self.deeper()?;
        self.next += 1;
        let inner = self.denied()?;
        self.depth -= 1;
        Ok(Expr::Not(Box::new(inner)))
    }

    fn term(&mut self) -> Result<Expr, QueryError> {
        let end = self.text.chars().count();
        let Some((at, token)) = self.tokens.get(self.next).cloned() else {
            return Err(self.wrong(end, "something to look for is missing"));
        };
        match token {
            Token::Open => self.grouped(at),
            Token::Close => Err(self.wrong(at, "something to look for is missing before `)`")),
            Token::Op(op) => Err(self.wrong(at, format!("`{op}` needs a field before it"))),
            Token::Quoted(text) => {
                self.next += 1;
                Ok(Expr::Word(text))
            }
            Token::Word(word) => {
                self.next += 1;
                match self.tokens.get(self.next).cloned() {
                    Some((place, Token::Op(op))) => self.compared(at, &word, place, op),
                    _ => Ok(Expr::Word(word)),
                }
            }
        }
    }

    fn grouped(&mut self, at: usize) -> Result<Expr, QueryError> {
        self.deeper()?;
        self.next += 1;
        let inner = self.any()?;
        self.depth -= 1;
        if matches!(self.tokens.get(self.next), Some((_, Token::Close))) {
            self.next += 1;
            return Ok(inner);
        }
        Err(self.wrong(at, "this `(` is never closed"))
    }

    fn compared(&mut self, at: usize, name: &str, place: usize, op: Op) -> Result<Expr, QueryError> {
        let named = |field: &&Field| field.name.eq_ignore_ascii_case(name) || field.alias.eq_ignore_ascii_case(name);
        let Some(field) = self.fields.iter().find(named).copied() else {
            return Err(self.wrong(at, format!("there is no field `{name}`")));
        };
        let fits = match field.holds {
            Holds::Text => op.is_for_text(),
            Holds::Flag => matches!(op, Op::Is | Op::IsNot),
            Holds::Number | Holds::Time | Holds::Age => !matches!(op, Op::Contains | Op::Lacks),
        };
        if !fits {
            let takes = match field.holds {
                Holds::Text => "= != ~ !~",
                Holds::Flag => "= !=",
                Holds::Number | Holds::Time | Holds::Age => "= != < <= > >=",
            };
            return Err(self.wrong(place, format!("`{}` is compared by {takes}", field.name)));
        }
        self.next += 1;
        let end = self.text.chars().count();
        let (value_at, text) = match self.tokens.get(self.next).cloned() {
            Some((at, Token::Word(text) | Token::Quoted(text))) => (at, text),
            Some((at, _)) => return Err(self.wrong(at, format!("a value is missing after `{op}`"))),
            None => return Err(self.wrong(end, format!("a value is missing after `{op}`"))),
        };
        self.next += 1;
        match wanted(field.holds, &text) {
            Some(wanted) => Ok(Expr::Compare { field, op, text, wanted }),
            None => Err(self.wrong(value_at, format!("`{}` takes {}", field.name, takes(field.holds)))),
        }
    }

    fn deeper(&mut self) -> Result<(), QueryError> {
        self.depth += 1;
        let at = self.tokens.get(self.next).map_or(0, |(at, _)| *at);
        if self.depth > MAX_DEPTH { Err(self.wrong(at, "this is nested too deeply")) } else { Ok(()) }
    }

    fn is_word(&self, word: &str) -> bool {
        let compared = matches!(self.tokens.get(self.next + 1), Some((_, Token::Op(_))));
        matches!(self.tokens.get(self.next), Some((_, Token::Word(found))) if found.eq_ignore_ascii_case(word))
            && !compared
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let takes = self.is_word(word);
        self.next += usize::from(takes);
        takes
    }

    fn begins_a_term(&self) -> bool {
        !self.is_word("or") && !matches!(self.tokens.get(self.next), None | Some((_, Token::Close)))
    }
}

fn one_or(mut parts: Vec<Expr>, many: impl FnOnce(Vec<Expr>) -> Expr) -> Expr {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}

fn op(chars: &[char]) -> Option<(usize, Op)> {
    let begins = |sign: &str| sign.chars().zip(chars).filter(|(one, other)| one == *other).count() == sign.len();
    Op::ALL.iter().find(|(sign, _)| begins(sign)).map(|(sign, op)| (sign.len(), *op))
}

fn is_of_word(char: char) -> bool {
    !char.is_whitespace() && !matches!(char, '(' | ')' | '"' | '\'' | '=' | '!' | '<' | '>' | '~')
}

fn takes(holds: Holds) -> &'static str {
    match holds {
        Holds::Text => "text",
        Holds::Number => "a whole number",
        Holds::Time => "a moment such as 2026-01-31T12:00:00Z",
        Holds::Age => "a duration such as 90s, 2h or 3d",
        Holds::Flag => "true or false",
    }
}

fn wanted(holds: Holds, text: &str) -> Option<Wanted> {
    Some(match holds {
        Holds::Text => Wanted::Text(text.to_owned()),
        Holds::Number => Wanted::Number(text.parse().ok()?),
        Holds::Time => Wanted::Time(Timestamp::from_millis(text.parse::<jiff::Timestamp>().ok()?.as_millisecond())),
        Holds::Age => Wanted::Age(age(text)?),
        Holds::Flag => Wanted::Flag(text.parse().ok()?),
    })
}

/// Milliseconds of a duration; days as well, which the library leaves to calendars.
fn age(text: &str) -> Option<i64> {
    let (days, rest) = match text.split_once('d') {
        Some((days, rest)) => (days.parse::<i64>().ok().filter(|days| (0..=36_500).contains(days))?, rest),
        None => (0, text),
    };
    let rest = if rest.is_empty() && days > 0 { SignedDuration::ZERO } else { rest.parse::<SignedDuration>().ok()? };
    let ms = i64::try_from(rest.as_millis()).ok().filter(|ms| *ms >= 0)?;
    ms.checked_add(days * 86_400_000)
}
