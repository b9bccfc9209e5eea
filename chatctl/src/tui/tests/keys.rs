//! What keys do to the state, as tables.

use std::time::Duration;

use chat_shared::clock::Timestamp;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::sample::{failure, full, state_in, status};
use super::screens::{answered, shown, type_in};
use crate::backend::Through;
use crate::output::failure::{Failure, Kind};
use crate::tui::act::Act;
use crate::tui::action::Action;
use crate::tui::event::{Msg, Outcome};
use crate::tui::state::State;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::page::{From, Page};
use crate::tui::update::update;
use crate::tui::view::{App, Root, View};

fn app() -> App {
    App { token: "t".to_owned(), name: "acme".to_owned() }
}

fn press(state: &mut State, code: KeyCode) -> Vec<Action> {
    update(state, Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn said(state: &State) -> &str {
    state.toast.as_ref().map_or("", |toast| toast.text.as_str())
}

fn crumbs(state: &State) -> String {
    state.trail.crumbs().map(|place| place.view.to_string()).collect::<Vec<_>>().join(" > ")
}

fn later(state: &mut State, ms: i64) -> Vec<Action> {
    let now = Timestamp::from_millis(state.now.as_millis() + ms);
    update(state, Msg::Tick(now))
}

/// The look that is among the actions.
fn looked_at(actions: &[Action]) -> Option<(&View, &From)> {
    actions.iter().find_map(|action| match action {
        Action::Look { view, from, .. } => Some((view, from)),
        _ => None,
    })
}

#[test]
fn every_view_is_reached_by_its_number_and_by_the_palette() {
    for root in Root::ALL {
        let mut state = state_in(&View::Pulse, 80, 24);
        type_in(&mut state, &(root.place() + 1).to_string());
        assert_eq!(crumbs(&state), root.title());
        let mut state = state_in(&View::Pulse, 80, 24);
        type_in(&mut state, &format!(":{}\n", root.title()));
        assert_eq!(crumbs(&state), root.title());
    }
}

#[test]
fn drilling_leads_from_the_selected_row_and_back_to_it() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "jj\n");
    assert_eq!(crumbs(&state), "Dead letters > dead letter 3");
    assert_eq!(state.line.as_deref(), Some("chatctl dlq get 3 -c prod-eu"));
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.trail.here().list.selection().map(|row| row.id.as_str()), Some("3"));
    type_in(&mut state, "]");
    assert_eq!(crumbs(&state), "Dead letters > dead letter 3");
    type_in(&mut state, "[");
    assert_eq!(crumbs(&state), "Dead letters");
}

#[test]
fn rows_come_after_the_first_frame_and_are_asked_for_anew_when_they_are_old() {
    let mut state = state_in(&View::DeadLetters, 80, 24);
    let first = later(&mut state, 0);
    assert!(
        first.contains(&Action::Status) && looked_at(&first) == Some((&View::DeadLetters, &From::Start)),
        "{first:?}"
    );
    assert_eq!(later(&mut state, 9_000), [], "one question at a time");
    let seq = state.seq;
    update(&mut state, Msg::Status { found: Ok(status(1)), took: Duration::from_millis(1) });
    update(&mut state, Msg::Looked { seq, from: From::Start, found: Ok(full(&View::DeadLetters)) });
    assert_eq!(later(&mut state, 1_900), []);
    assert!(looked_at(&later(&mut state, 100)).is_some());
}

#[test]
fn an_answer_that_comes_too_late_changes_nothing() {
    let mut state = state_in(&View::DeadLetters, 80, 24);
    later(&mut state, 0);
    let old = state.seq;
    type_in(&mut state, "7");
    assert!(state.seq > old, "another view is looked at while the first one has not answered");
    update(&mut state, Msg::Looked { seq: old, from: From::Start, found: Ok(full(&View::DeadLetters)) });
    assert_eq!(state.trail.here().list.len(), 0);
}

#[test]
fn a_failure_keeps_the_rows_and_says_since_when() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    later(&mut state, 2_000);
    let seq = state.seq;
    update(&mut state, Msg::Looked { seq, from: From::Start, found: Err(failure()) });
    assert_eq!(later(&mut state, 1_900).iter().filter(|action| matches!(action, Action::Look { .. })).count(), 0);
    let text = shown(&state);
    assert!(text.contains("failing 1s") && text.contains("deadlock"), "{text}");
    assert!(looked_at(&later(&mut state, 200)).is_some(), "it is asked again");
}

#[test]
fn a_backend_that_hangs_blocks_no_key_and_its_silence_is_told() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    later(&mut state, 2_000);
    later(&mut state, 8_000);
    type_in(&mut state, "j");
    assert_eq!(state.trail.here().list.cursor(), 1);
    assert!(shown(&state).contains("waiting 8s"), "{}", shown(&state));
}

#[test]
fn frozen_nothing_moves_until_it_goes_on() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "F");
    assert_eq!(later(&mut state, 60_000), []);
    update(&mut state, Msg::Status { found: Ok(status(59)), took: Duration::from_millis(1) });
    assert!(shown(&state).contains("FROZEN"));
    let actions = press(&mut state, KeyCode::Char('F'));
    assert!(actions.contains(&Action::Status) && looked_at(&actions).is_some(), "{actions:?}");
}

#[test]
fn a_filter_is_kept_with_its_view_and_cleared_by_escape() {
    let mut state = answered(&View::Counters { app: None }, 80, 24, full(&View::Counters { app: None }));
    type_in(&mut state, "/behind\n");
    assert_eq!(state.trail.here().list.len(), 1);
    type_in(&mut state, "45");
    assert_eq!((state.trail.here().list.len(), state.trail.here().list.filter.as_str()), (1, "behind"));
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.trail.here().list.len(), 32);
}

#[test]
fn sorting_goes_up_then_down_then_as_it_came() {
    let mut state = answered(&View::Counters { app: None }, 80, 24, full(&View::Counters { app: None }));
    let first = |state: &State| state.trail.here().list.row(0).map(|row| row.id.clone());
    let click =
        MouseEvent { kind: MouseEventKind::Down(MouseButton::Left), column: 3, row: 2, modifiers: KeyModifiers::NONE };
    let mut seen = vec![first(&state)];
    for _ in 0..3 {
        update(&mut state, Msg::Mouse(click));
        seen.push(first(&state));
    }
    assert_eq!(seen, ["1:7", "1:10", "1:9", "1:7"].map(|id| Some(id.to_owned())));
}

#[test]
fn a_click_selects_a_second_one_opens_and_the_footer_can_be_clicked() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    let click = |column, row| {
        Msg::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    update(&mut state, click(5, 5));
    assert_eq!(state.trail.here().list.cursor(), 2);
    update(&mut state, click(5, 5));
    assert_eq!(crumbs(&state), "Dead letters > dead letter 3");
    press(&mut state, KeyCode::Esc);
    update(&mut state, click(2, 23));
    assert_eq!(crumbs(&state), "Dead letters > dead letter 3", "the first key of the footer is ↵");
}

#[test]
fn the_key_that_puts_a_question_cannot_answer_it() {
    for (keys, done) in [("RRRR", 0), ("R\n", 0), ("Rn", 0), ("R\x1b", 0), ("Ry", 1)] {
        let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
        let mut acts = 0;
        for c in keys.chars() {
            let code = match c {
                '\n' => KeyCode::Enter,
                '\x1b' => KeyCode::Esc,
                c => KeyCode::Char(c),
            };
            acts += press(&mut state, code).iter().filter(|action| matches!(action, Action::Do(_))).count();
        }
        assert_eq!(acts, done, "{keys:?}");
    }
}

#[test]
fn what_takes_much_with_it_takes_the_typed_name() {
    let page = || {
        Page::whole(&[chat_shared::api::types::ApplicationSummary {
            token: "t".to_owned(),
            name: "acme".to_owned(),
            chats_count: 3,
        }])
    };
    let mut state = answered(&View::Apps, 80, 24, page());
    type_in(&mut state, "Dacm\n");
    assert!(matches!(state.overlay, Some(Overlay::Confirm(_))) && state.doing.is_empty());
    type_in(&mut state, "e");
    assert_eq!(press(&mut state, KeyCode::Enter), [Action::Do(vec![Act::DeleteApp { app: app() }])]);
    assert_eq!(state.line.as_deref(), Some("chatctl app delete t --confirm=acme -c prod-eu"));
}

#[test]
fn in_a_protected_context_its_name_is_typed_for_whatever_is_done() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    state.context.protected = true;
    type_in(&mut state, "Ry\n");
    assert!(state.doing.is_empty(), "`y` is only a letter of the name");
    type_in(&mut state, "\x1bRprod-eu\n");
    assert_eq!(state.doing, [Act::Retry { id: 1 }]);
}

#[test]
fn in_a_read_only_context_nothing_is_done_and_the_menu_says_why() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    state.context.read_only = true;
    type_in(&mut state, "R");
    assert_eq!(state.overlay, None);
    type_in(&mut state, "?");
    let Some(Overlay::Menu(menu)) = &state.overlay else { panic!("a menu") };
    let refused = menu.items.iter().filter(|item| item.why_not.as_deref() == Some("this context is read-only"));
    assert_eq!(refused.count(), 4);
    type_in(&mut state, "\n");
    assert_eq!(state.overlay, None);
    type_in(&mut state, "7Vy");
    assert_eq!(state.doing, [Act::Verify { app: None, chat: None }], "which only looks");
}

#[test]
fn straight_at_the_parts_nothing_is_offered_that_chatd_alone_does() {
    let messages = View::Messages { app: app(), chat: 7 };
    let mut state = answered(&messages, 80, 24, full(&messages));
    state.context.through = Through::Parts { folder: false };
    for letter in ["W", "E", "D"] {
        type_in(&mut state, letter);
        assert_eq!(
            (state.overlay.clone(), said(&state)),
            (None, "chatd alone accepts what is written: leave --direct out")
        );
    }
    assert!(shown(&state).contains("DIRECT"), "{}", shown(&state));
}

#[test]
fn straight_at_a_data_folder_nothing_is_changed_that_a_living_chatd_holds() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    state.context.through = Through::Parts { folder: true };
    type_in(&mut state, "R");
    assert_eq!(said(&state), "a living chatd holds the data folder: leave --direct out");
    for worker in state.status.last.iter_mut().flat_map(|status| &mut status.workers) {
        (worker.alive, worker.heartbeat_age_ms) = (false, 60_000);
    }
    type_in(&mut state, "A");
    assert_eq!(said(&state), "chatd alone works on jobs in a data folder: leave --direct out");
    state.context.through = Through::Parts { folder: false };
    type_in(&mut state, "A");
    assert_eq!(said(&state), "no worker is alive that would take the job up");
    type_in(&mut state, "Ry");
    assert_eq!(state.doing, [Act::Retry { id: 1 }]);
}

#[test]
fn marked_rows_are_acted_on_together_and_those_that_failed_stay_marked() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "xxRy");
    assert_eq!(state.doing, [Act::Retry { id: 1 }, Act::Retry { id: 2 }]);
    assert_eq!(state.line.as_deref(), Some("chatctl dlq retry 1 2 -c prod-eu"));
    let failed = Failure::new(Kind::Failed, "persist it");
    let outcomes = vec![
        Outcome { target: "1".to_owned(), said: Ok("done".to_owned()) },
        Outcome { target: "2".to_owned(), said: Err(failed) },
    ];
    update(&mut state, Msg::Did { outcomes });
    assert_eq!(state.trail.here().list.marks.iter().collect::<Vec<_>>(), ["2"]);
    assert!(shown(&state).contains("1 of 2 done; failed: 2"), "{}", shown(&state));
    assert!(state.doing.is_empty());
}

#[test]
fn what_a_row_does_not_allow_is_refused_with_the_reason() {
    let mut state = answered(&View::Jobs, 80, 24, full(&View::Jobs));
    type_in(&mut state, "jX");
    assert_eq!(
        (state.overlay.is_none(), state.toast.as_ref().map(|toast| toast.text.as_str())),
        (true, Some("it has ended"))
    );
}

#[test]
fn what_is_done_about_counters_is_planned_and_seen_first() {
    let counters = View::Counters { app: None };
    let mut state = answered(&counters, 80, 24, full(&counters));
    type_in(&mut state, "A");
    assert_eq!((state.overlay.clone(), said(&state)), (None, "p shows what is to be done; A carries it out there"));
    type_in(&mut state, "p");
    assert_eq!(crumbs(&state), "Counters > plan");
    let plan = View::Plan { app: None };
    let mut state = answered(&plan, 80, 24, full(&plan));
    type_in(&mut state, "A");
    assert!(shown(&state).contains("Raise counter 1:9: numbers from 1001 to 1040"), "{}", shown(&state));
    type_in(&mut state, "y");
    assert_eq!(state.line.as_deref(), Some("chatctl counter reconcile --key 1:9 --yes -c prod-eu"));
    type_in(&mut state, "jjA");
    assert_eq!(said(&state), "that is for people: look at the dead letters");
}

#[test]
fn a_plan_is_asked_for_once_and_anew_only_by_hand_or_after_an_act() {
    let plan = View::Plan { app: None };
    let mut state = answered(&plan, 80, 24, full(&plan));
    assert_eq!(looked_at(&later(&mut state, 600_000)), None);
    assert!(shown(&state).contains("seen 10m00s ago"), "{}", shown(&state));
    assert_eq!(looked_at(&press(&mut state, KeyCode::Char('r'))), Some((&plan, &From::Start)));
}

#[test]
fn dead_letters_are_found_by_a_query_and_acted_on_together() {
    let mut state = answered(&View::Errors, 80, 24, full(&View::Errors));
    press(&mut state, KeyCode::Enter);
    let query =
        "kind=create_message and group=\"deadlock found when trying to get lock; try restarting the transaction\"";
    assert_eq!(state.trail.here().view, View::Letters { query: query.to_owned() });
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "fkynd=x\n");
    assert!(said(&state).contains("there is no field `kynd`"), "{}", said(&state));
    type_in(&mut state, "fage<2h\n");
    assert_eq!(crumbs(&state), "Dead letters > age<2h");
    let view = View::Letters { query: "age<2h".to_owned() };
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "A");
    assert!(shown(&state).contains("Retry all 12 dead letters with age<2h?"), "{}", shown(&state));
    type_in(&mut state, "y");
    assert_eq!(state.doing, [Act::RetryMany { query: Some("age<2h".to_owned()), count: Some(12) }]);
}

#[test]
fn what_a_filter_hides_is_not_acted_on_unseen() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "/number>50\nA");
    assert!(state.overlay.is_none() && said(&state).contains("a filter hides some"), "{}", said(&state));
    type_in(&mut state, "*Ry");
    assert_eq!(state.doing, [Act::Retry { id: 11 }, Act::Retry { id: 12 }]);
}

#[test]
fn a_text_is_for_the_row_under_the_cursor_whatever_is_marked() {
    let mut state = answered(&View::Jobs, 80, 24, full(&View::Jobs));
    type_in(&mut state, "xL");
    assert_eq!((state.overlay.clone(), said(&state)), (None, "it has ended"));
    type_in(&mut state, "kL");
    let Some(Overlay::Ask(asked)) = &state.overlay else { panic!("asked") };
    assert_eq!(asked.input.text, "0");
    type_in(&mut state, "100\ny");
    assert_eq!(state.doing, [Act::Throttle { id: 17, rate: 100 }]);
}

#[test]
fn a_queue_is_paused_by_its_row_and_accepting_by_the_menu() {
    let mut state = answered(&View::Queues, 80, 24, full(&View::Queues));
    type_in(&mut state, "?P");
    assert!(shown(&state).contains("Pause the queue persist, in every process?"), "{}", shown(&state));
    type_in(&mut state, "y:accept\ny");
    assert_eq!(state.line.as_deref(), Some("chatctl queue pause accept --yes -c prod-eu"));
}

#[test]
fn what_belongs_to_a_row_is_chosen_from_a_menu_where_it_is_several_things() {
    let mut state = answered(&View::Apps, 80, 24, full(&View::Apps));
    type_in(&mut state, "vj\n");
    assert!(crumbs(&state).ends_with(" counted"), "{}", crumbs(&state));
    let view = View::Messages { app: app(), chat: 7 };
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "jT");
    assert_eq!(state.trail.here().view, View::Trace { app: app(), chat: 7, number: 39 });
}

#[test]
fn the_palette_leads_to_ids_that_are_not_loaded() {
    for (typed, view) in [
        (":job 99\n", View::Job { id: 99 }),
        (":dead letter 98\n", View::DeadLetter { id: 98 }),
        (":3:97\n", View::Counter { key: "3:97".to_owned() }),
    ] {
        let mut state = answered(&View::Jobs, 80, 24, full(&View::Jobs));
        type_in(&mut state, typed);
        assert_eq!(state.trail.here().view, view, "{typed}");
    }
}

#[test]
fn a_text_is_asked_for_and_then_confirmed() {
    let view = View::Messages { app: app(), chat: 7 };
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "Whello\n");
    assert!(state.doing.is_empty());
    type_in(&mut state, "y");
    assert_eq!(state.doing, [Act::Post { app: app(), chat: 7, content: "hello".to_owned() }]);
    assert_eq!(state.line.as_deref(), Some("chatctl msg post t 7 hello -c prod-eu"));
}

#[test]
fn a_search_and_a_number_are_typed() {
    let view = View::Messages { app: app(), chat: 7 };
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "forder\n");
    assert_eq!(state.trail.here().view, View::Found { app: app(), chat: Some(7), text: "order".to_owned() });
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "#12");
    let actions = press(&mut state, KeyCode::Enter);
    assert_eq!(looked_at(&actions), Some((&view, &From::Past(13))));
}

#[test]
fn a_tail_follows_what_comes_until_the_cursor_moves() {
    let view = View::Messages { app: app(), chat: 7 };
    let mut state = answered(&view, 80, 24, full(&view));
    type_in(&mut state, "jjt");
    assert_eq!(state.trail.here().list.cursor(), 0);
    assert!(looked_at(&later(&mut state, 400)).is_some(), "it is asked for sooner");
    let mut page = full(&view);
    let mut newest = page.rows[0].clone();
    newest.id = "41".to_owned();
    page.rows.insert(0, newest);
    let seq = state.seq;
    update(&mut state, Msg::Looked { seq, from: From::Start, found: Ok(page) });
    assert_eq!(state.trail.here().list.selection().map(|row| row.id.as_str()), Some("41"));
    type_in(&mut state, "j");
    assert!(!state.trail.here().list.tail);
}

#[test]
fn the_end_of_a_million_is_asked_for_and_not_walked_to() {
    let view = View::Chats { app: app() };
    let mut state = answered(&view, 80, 24, full(&view));
    let actions = press(&mut state, KeyCode::Char('G'));
    assert_eq!(looked_at(&actions), Some((&view, &From::End)));
    let seq = state.seq;
    let page = Page { before: Some(From::UpTo(1)), after: None, ..full(&view) };
    update(&mut state, Msg::Looked { seq, from: From::End, found: Ok(page) });
    assert_eq!(state.trail.here().list.selection().map(|row| row.id.as_str()), Some("200"));
    let actions: Vec<Action> = "gg".chars().flat_map(|c| press(&mut state, KeyCode::Char(c))).collect();
    assert_eq!(looked_at(&actions), Some((&view, &From::Start)));
}

#[test]
fn what_is_copied_is_the_row_as_the_commands_print_it() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    press(&mut state, KeyCode::Char('y'));
    let [Action::Copy(json)] = &press(&mut state, KeyCode::Enter)[..] else { panic!("copied") };
    let row: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!((&row["id"], &row["key"]), (&1.into(), &"1:7".into()));
}

#[test]
fn ctrl_c_ends_what_is_typed_and_not_the_program() {
    let ctrl_c = || Msg::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    type_in(&mut state, "/x");
    assert_eq!(update(&mut state, ctrl_c()), []);
    assert!(!state.quits && state.overlay.is_none());
    assert_eq!(update(&mut state, ctrl_c()), [Action::Quit]);
}

#[test]
fn pasted_text_goes_where_one_types_and_runs_nothing() {
    let mut state = answered(&View::DeadLetters, 80, 24, full(&View::DeadLetters));
    update(&mut state, Msg::Paste("RyQ".to_owned()));
    assert!(state.overlay.is_none() && state.doing.is_empty() && !state.quits);
    type_in(&mut state, "/");
    update(&mut state, Msg::Paste("x".repeat(10_000)));
    assert_eq!(state.trail.here().list.filter.len(), 10_000);
}
