//! What every store answers. Each file below is a list of stories over the port; `every_story!` names them all, and an
//! adapter's module runs them by giving the macro a function that makes its [`bench::Bench`].

mod bench;
mod commuting;
mod deleting;
mod numbers;
mod parked;
mod reading;
mod rows;
mod running;
mod tokens;

/// Makes a test of every story. `$on` is an async function that gives a fresh bench, or `None` where there is none to be had.
macro_rules! every_story {
    ($on:path) => {
        every_story! { $on;
            rows:
                a_created_message_is_read_as_it_was_sent,
                an_entry_that_comes_again_changes_nothing,
                an_empty_batch_is_persisted,
                updates_win_by_version_not_by_arrival,
                a_message_whose_update_came_first_does_not_exist_until_its_creation_comes,
                a_deleted_message_is_a_tombstone_whatever_else_comes,
                a_deletion_that_came_first_leaves_a_tombstone_when_the_creation_comes,
                a_number_that_another_entry_holds_is_a_conflict_and_the_rest_is_persisted,
                a_chat_that_its_first_message_made_is_filled_by_its_creation,
                a_title_wins_by_version_whenever_the_creation_comes,
                a_name_wins_by_version,
                entries_of_an_application_that_there_is_not_are_done_without_effect,
                a_refused_value_fails_its_batch_whole_and_is_named_as_refused,
                a_batch_over_many_chats_and_applications_is_counted_exactly;
            commuting:
                entries_give_the_same_rows_in_whatever_order_and_batches;
            deleting:
                a_deleted_chat_is_final,
                a_chat_deleted_before_anything_else_of_it_came_stays_deleted,
                a_deleted_application_is_found_by_nothing,
                the_deletion_of_an_application_on_the_log_marks_it_too,
                purging_removes_what_is_deleted_in_bounded_steps,
                purging_forgets_old_keys;
            reading:
                an_application_is_found_by_its_token_and_by_its_id,
                applications_are_listed_by_id_and_by_name,
                a_page_is_cut_by_its_window_and_stands_in_its_order,
                the_greatest_numbers_are_stored_and_read,
                messages_are_read_by_key_in_the_order_of_the_keys,
                a_scan_meets_every_message_once_in_the_order_of_keys,
                a_scan_meets_what_does_not_count_in_its_place,
                chats_and_messages_of_a_number_are_listed_over_all_tenants,
                a_number_that_many_chats_have_is_listed_all_the_same,
                tallies_count_what_is_there,
                counting_again_sets_what_the_rows_say_unless_the_count_is_another_than_was_seen,
                readers_see_whole_batches_while_a_writer_writes,
                what_is_stored_is_there_after_closing_and_opening;
            numbers:
                evidence_tells_of_rows_gaps_and_owners,
                what_is_given_up_stands_beside_the_gap_of_its_epoch,
                a_sequence_has_one_gap_an_epoch_and_the_first_one_stands,
                a_gap_of_an_epoch_that_is_over_is_not_published,
                a_key_is_known_with_the_rows_that_it_brought_and_for_a_day,
                a_key_used_again_after_its_day_names_the_new_answer,
                a_checkpoint_is_the_greatest_id_that_was_committed,
                a_new_installation_has_an_identity_and_no_confirmation,
                epochs_capacities_and_confirmations_never_go_down,
                a_confirmation_of_something_else_is_refused,
                a_drained_queue_is_recorded_until_a_confirmation_uses_it_up,
                an_epoch_that_began_with_a_loss_is_told_from_one_that_did_not,
                only_one_holds_the_confirmation_lock;
            parked:
                a_parked_creation_leaves_its_letter_and_a_tombstone,
                parking_an_entry_again_changes_nothing,
                a_tombstone_stands_only_where_no_row_is,
                a_message_whose_update_came_first_is_dead_when_its_creation_is_parked,
                a_retry_fills_the_tombstone_and_counts,
                a_deleted_tombstone_is_not_filled,
                a_parked_chat_is_a_tombstone_until_it_is_used_or_tried_again,
                what_cannot_be_marked_or_read_is_a_letter_alone,
                letters_are_listed_and_filtered,
                an_edited_letter_has_the_new_payload_and_keeps_the_first_one,
                nothing_is_buried_in_a_deleted_chat;
            tokens:
                a_replaced_token_is_found_until_its_time_and_the_new_one_at_once,
                no_earlier_token_is_found_longer_than_the_newest_of_them,
                no_token_of_a_deleted_application_is_found;
            running:
                an_operation_is_worked_on_until_it_ends_and_then_stands,
                an_operation_is_paused_and_throttled_beside_its_progress_until_it_ends,
                operations_are_listed_newest_first,
                a_heartbeat_keeps_one_row_a_node,
                the_operator_log_is_read_newest_first,
                ranges_of_the_backlog_that_overlap_or_touch_are_merged,
                a_range_that_was_added_to_while_it_was_worked_off_stays,
                a_pause_stands_as_it_was_given_until_it_is_taken_back,
                a_claim_replaces_an_earlier_one;
        }
    };
    ($on:path; $($file:ident: $($story:ident),+;)+) => {
        $($(
            #[tokio::test]
            async fn $story() {
                if let Some(bench) = $on().await {
                    $crate::conformance::store::$file::$story(bench).await;
                }
            }
        )+)+
    };
}

mod mysql;
mod sqlite;
