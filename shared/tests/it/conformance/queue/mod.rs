//! What every queue answers. Each file below is a list of stories over the port; `every_story!` names them all, and an
//! adapter's module runs them by giving the macro a function that makes its [`bench::Home`].

mod bench;
mod groups;
mod looking;
mod numbering;
mod seeding;
mod trimming;

/// Makes a test of every story. `$home` is an async function that gives a fresh home, or none where its server is not
/// wanted.
macro_rules! every_story {
    ($home:path) => {
        every_story! { $home;
            numbering:
                numbers_begin_at_one_and_each_sequence_counts_for_itself,
                fifty_callers_at_once_get_dense_numbers_and_none_twice,
                a_known_key_answers_again_and_refuses_another_request,
                another_epoch_is_refused_and_spends_nothing,
                a_full_partition_refuses_until_persist_has_acknowledged,
                if_match_is_compared_with_the_last_accepted_change,
                a_closed_sequence_numbers_nothing_more_even_after_a_restart,
                a_closed_queue_accepts_nothing_and_is_worked_off_and_asked_as_ever;
            seeding:
                an_absent_counter_is_seeded_once_by_whoever_waited_for_the_same_id,
                a_distrusted_counter_is_seeded_anew_also_after_a_restart,
                opening_leaves_a_counter_that_is_there_alone,
                a_new_epoch_makes_every_counter_seed_again_and_ids_go_on_above,
                settling_is_waited_for,
                the_examination_tells_what_is_confirmed;
            groups:
                every_entry_passes_through_both_groups_and_index_never_ahead_of_persist,
                an_index_that_is_passed_over_lets_go_of_what_is_persisted_and_no_more,
                a_waiting_reader_is_woken_by_an_append,
                what_was_in_hand_at_a_restart_is_delivered_again_and_counted,
                what_a_consumer_holds_is_claimed_by_itself_and_when_idle_by_others,
                suspects_are_counted_over_restarts;
            trimming:
                a_log_whose_ids_run_ahead_of_the_clock_is_trimmed_all_the_same,
                trimming_while_others_write_and_read_takes_nothing_from_them,
                only_what_both_groups_are_done_with_is_trimmed_and_ids_are_not_forgotten;
            looking:
                status_counts_what_lags_and_what_is_pending,
                looking_touches_nothing,
                counters_are_read_as_they_are_named_and_walked_by_application_and_chat;
        }
    };
    ($home:path; $($file:ident: $($story:ident),+;)+) => {
        $($(
            #[tokio::test]
            async fn $story() {
                super::bench::run($home().await, super::$file::$story).await;
            }
        )+)+
    };
}

mod drained;
mod faults;
mod redis;
mod redis_cluster;
mod server;
mod sqlite;
