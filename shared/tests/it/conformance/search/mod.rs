//! What every search index answers: text anywhere in a message, in order and page by page; the newest text of each
//! message whatever came first; generations that change under searches. Texts here are folded already.
//!
//! Each file below is a list of stories over the port; `every_story!` names them all, and an adapter's module runs them
//! by giving the macro a function that makes its [`bench::Home`], or `None` where the adapter is left out.

pub mod bench;
pub mod engines;
mod finding;
mod generations;
mod model;
mod paging;
mod versions;

/// Makes a test of every story. `$on` is a function that gives a fresh home, `$cases` how many random histories are told.
macro_rules! every_story {
    ($on:path, $cases:literal) => {
        every_story! { $on;
            finding:
                text_is_found_inside_words_across_spaces_and_from_one_character_on,
                every_script_is_found_in_pieces_of_any_length,
                special_characters_are_literal,
                nothing_is_found_across_two_messages,
                only_the_scope_is_searched,
                the_largest_contents_are_found_from_end_to_end,
                what_folds_to_nothing_is_found_by_nothing_and_is_no_document;
            generations:
                beginning_twice_is_beginning_once,
                what_is_being_built_does_not_answer_before_the_swap,
                what_is_written_meanwhile_is_in_both_generations,
                filling_never_overwrites_what_was_written_newer_meanwhile,
                removing_reaches_the_generation_being_built,
                abandoning_leaves_what_answers_alone,
                whoever_still_works_on_an_abandoned_generation_is_refused,
                a_new_index_is_fresh_until_it_was_filled,
                an_index_that_holds_everything_from_the_start_is_said_to_be_filled,
                what_answered_before_is_kept_and_written_to_until_it_is_pruned,
                what_is_kept_makes_room_for_the_next_one,
                no_search_misses_anything_while_generations_change;
            paging:
                a_chat_is_paged_in_the_order_of_numbers,
                an_application_is_paged_in_the_order_of_chat_and_number,
                an_application_of_hundreds_of_chats_is_searched_to_its_end,
                more_than_one_call_looks_through_is_searched_to_its_end,
                holes_in_numbers_and_the_greatest_numbers_are_no_obstacle,
                a_chat_that_comes_backward_in_small_batches_is_paged_as_any_other,
                only_what_stands_after_a_place_is_found;
            versions:
                a_newer_text_replaces_an_older_one_and_the_older_never_comes_back,
                a_change_that_comes_before_its_creation_stays,
                tombstones_are_found_by_nothing_and_are_no_documents,
                texts_that_grow_by_edits_stay_found,
                writing_the_same_again_changes_nothing,
                removing_a_scope_removes_all_of_it_and_nothing_else,
                reopening_keeps_everything,
                several_workers_at_once_lose_nothing;
        }

        proptest::proptest! {
            #![proptest_config(proptest::test_runner::Config::with_cases($cases))]

            #[test]
            fn the_newest_text_wins_in_whatever_order_and_batches_it_comes(told in super::model::a_history()) {
                super::model::run($on, |bench| told.holds(bench));
            }

            #[test]
            fn an_index_does_what_maps_would_do(told in super::model::a_life()) {
                super::model::run($on, |bench| told.holds(bench));
            }
        }
    };
    ($on:path; $($file:ident: $($story:ident),+;)+) => {
        $($(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                super::bench::told($on().await, super::$file::$story).await;
            }
        )+)+
    };
}

pub mod elasticsearch;
pub mod opensearch;
pub mod opensearch3;
pub mod sqlite;
mod unwell;
