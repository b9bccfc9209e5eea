//! The language of queries: what is understood, what is pointed at, and that writing and reading are each other's inverse.

use proptest::prelude::*;

use super::*;

const FIELDS: &[Field] = &[
    Field { name: "kind", alias: "type", holds: Holds::Text },
    Field { name: "attempts", alias: "attempts", holds: Holds::Number },
    Field { name: "first", alias: "first", holds: Holds::Time },
    Field { name: "age", alias: "age", holds: Holds::Age },
    Field { name: "resolved", alias: "resolved", holds: Holds::Flag },
];

const NOW: i64 = 1_700_000_000_000;

#[derive(Debug, Clone)]
struct Thing {
    kind: Option<String>,
    attempts: i64,
    first: i64,
    resolved: bool,
}

impl Fields for Thing {
    fn field(&self, name: &str) -> Found<'_> {
        match name {
            "kind" => self.kind.as_deref().map_or(Found::Nothing, |kind| Found::Text(kind.into())),
            "attempts" => Found::Number(self.attempts),
            "first" | "age" => Found::Time(Timestamp::from_millis(self.first)),
            _ => Found::Flag(self.resolved),
        }
    }

    fn mentions(&self, word: &str) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.to_lowercase().contains(word))
    }
}

fn thing() -> Thing {
    Thing { kind: Some("Create_Message".into()), attempts: 5, first: NOW - 3_600_000, resolved: false }
}

fn takes(text: &str) -> bool {
    let query = Query::parse(text, FIELDS).unwrap_or_else(|error| panic!("{error}"));
    query.takes(&thing(), Timestamp::from_millis(NOW))
}

#[test]
fn every_way_to_ask_has_its_meaning() {
    for held in [
        "kind=Create_Message",
        "type = Create_Message",
        "KIND ~ message",
        "kind !~ chat",
        "kind!=x",
        "attempts=5",
        "attempts>=5 attempts<=5",
        "attempts > 4 and attempts < 6",
        "age<2h",
        "age >= 60m",
        "age<1d",
        "age<1d2h",
        "first>2020-01-01T00:00:00Z",
        "resolved=false",
        "resolved != true",
        "message",
        "'create_'",
        "not chat",
        "chat or message",
        "chat or not (kind=x or attempts=1)",
        "NOT chat AND message",
        "(((message)))",
    ] {
        assert!(takes(held), "{held}");
    }
    for not in [
        "kind=create_message",
        "kind~chat",
        "attempts!=5",
        "age>2h",
        "resolved=true",
        "chat",
        "not message",
        "message and chat",
        "message (chat or resolved=true)",
        "chat or message and resolved=true",
    ] {
        assert!(!takes(not), "{not}");
    }
}

#[test]
fn of_what_is_absent_only_denials_hold() {
    let query = |text| Query::parse(text, FIELDS).expect("understood");
    let bare = Thing { kind: None, ..thing() };
    let now = Timestamp::from_millis(NOW);
    assert!(query("kind!=x").takes(&bare, now) && query("kind!~x").takes(&bare, now));
    assert!(!query("kind=x").takes(&bare, now) && !query("kind~x").takes(&bare, now));
}

#[test]
fn what_is_not_understood_is_pointed_at_with_the_fields() {
    for (text, at, what) in [
        ("", 0, "missing"),
        ("kynd=x", 0, "no field `kynd`"),
        ("kind=x and ", 11, "missing"),
        ("kind<x", 4, "compared by = != ~ !~"),
        ("attempts~5", 8, "compared by"),
        ("attempts=five", 9, "a whole number"),
        ("age<soon", 4, "a duration"),
        ("first>yesterday", 6, "a moment"),
        ("resolved=perhaps", 9, "true or false"),
        ("(kind=x", 0, "never closed"),
        ("kind=x)", 6, "no `(`"),
        ("kind=\"x", 5, "never closed"),
        ("kind=", 5, "a value is missing"),
        ("kind= =", 6, "a value is missing"),
        ("= x", 0, "needs a field"),
        ("a ! b", 2, "`not`"),
        ("é and ()", 7, "missing before `)`"),
    ] {
        let error = Query::parse(text, FIELDS).expect_err(text);
        assert_eq!(error.at, at, "{text}: {error}");
        assert!(error.what.contains(what), "{text}: {error}");
    }
    let error = Query::parse("age<soon", FIELDS).expect_err("refused").to_string();
    let expected = "`age` takes a duration such as 90s, 2h or 3d\n  age<soon\n      ^\n  fields: kind, attempts, first, age, resolved";
    assert_eq!(error, expected);
}

#[test]
fn a_query_that_is_too_long_or_too_deep_is_refused() {
    assert!(Query::parse(&"x ".repeat(1_001), FIELDS).is_err());
    assert!(Query::parse(&"(".repeat(1_000), FIELDS).is_err_and(|error| error.what.contains("deep")));
    assert!(Query::parse(&"not ".repeat(400), FIELDS).is_err_and(|error| error.what.contains("deep")));
}

fn leaf() -> impl Strategy<Value = Expr> {
    let compare =
        |field: usize, op: Op, text: String, wanted: Wanted| Expr::Compare { field: FIELDS[field], op, text, wanted };
    prop_oneof![
        "\\PC{0,8}".prop_map(Expr::Word),
        ("\\PC{0,8}", prop_oneof![Just(Op::Is), Just(Op::Lacks), Just(Op::Contains)])
            .prop_map(move |(text, op)| compare(0, op, text.clone(), Wanted::Text(text))),
        (any::<i64>(), prop_oneof![Just(Op::Is), Just(Op::IsNot), Just(Op::Below), Just(Op::AtLeast)])
            .prop_map(move |(n, op)| compare(1, op, n.to_string(), Wanted::Number(n))),
        (0i64..100_000).prop_map(move |s| compare(3, Op::AtMost, format!("{s}s"), Wanted::Age(s * 1_000))),
        any::<bool>().prop_map(move |flag| compare(4, Op::Is, flag.to_string(), Wanted::Flag(flag))),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Expr::All),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Expr::Any),
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_understood_as_the_same(expr in expr()) {
        let query = Query(expr);
        prop_assert_eq!(Query::parse(&query.to_string(), FIELDS), Ok(query.clone()), "{}", query);
    }

    #[test]
    fn no_text_is_too_strange_and_errors_point_into_it(text in "\\PC{0,40}|[()!=<>~'\" a-z]{0,40}") {
        if let Err(error) = Query::parse(&text, FIELDS) {
            prop_assert!(error.at <= text.chars().count(), "{}", error);
            prop_assert!(!error.fields.is_empty());
        }
    }

    #[test]
    fn a_denial_takes_what_the_query_leaves(expr in expr(), attempts in 0i64..9, resolved in any::<bool>()) {
        let (thing, now) = (Thing { attempts, resolved, ..thing() }, Timestamp::from_millis(NOW));
        let query = Query(expr);
        let denied = Query::parse(&format!("not ({query})"), FIELDS).expect("understood");
        prop_assert_ne!(query.takes(&thing, now), denied.takes(&thing, now));
    }
}
