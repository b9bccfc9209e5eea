//! What every store answers. Each file below is a list of stories over the port; `every_story!` names them all, and an
//! adapter's module runs them by giving the macro a function that makes its [`bench::Bench`].

mod bench;
mod reading;
mod rows;

/// Makes a test of every story. `$on` is an async function that gives a fresh bench.
macro_rules! every_story {
    ($on:path) => {
        every_story! { $on;
            rows: a_created_message_is_read_as_it_was_sent, an_entry_that_comes_again_changes_nothing;
            reading: a_page_is_cut_by_its_window_and_stands_in_its_order;
        }
    };
    ($on:path; $($file:ident: $($story:ident),+;)+) => {
        $($(
            #[tokio::test]
            async fn $story() {
                super::$file::$story($on().await).await;
            }
        )+)+
    };
}

mod sqlite;
