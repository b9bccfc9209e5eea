//! What is read: pages, scans, lists over all tenants.

use chat_shared::store::Order::{Asc, Desc};

use super::bench::{Bench, numbers, window};

pub async fn a_page_is_cut_by_its_window_and_stands_in_its_order(bench: Bench) {
    let app = bench.messages(9).await;
    let cases = [
        (window(None, None, 3, Asc), vec![1, 2, 3]),
        (window(None, None, 3, Desc), vec![9, 8, 7]),
        (window(Some(4), None, 3, Asc), vec![5, 6, 7]),
        (window(Some(4), None, 3, Desc), vec![9, 8, 7]),
        (window(None, Some(7), 3, Asc), vec![4, 5, 6]),
        (window(None, Some(7), 3, Desc), vec![6, 5, 4]),
        (window(Some(2), Some(8), 3, Asc), vec![3, 4, 5]),
        (window(Some(2), Some(8), 3, Desc), vec![7, 6, 5]),
        (window(Some(9), None, 3, Asc), vec![]),
        (window(None, Some(1), 3, Asc), vec![]),
        (window(Some(u32::MAX), Some(u32::MAX), 3, Asc), vec![]),
    ];
    for (window, expected) in cases {
        let page = bench.store.messages(app, 1, window).await.expect("read");
        assert_eq!(numbers(&page), expected, "{window:?}");
    }
    assert_eq!(bench.store.messages(app, 2, window(None, None, 3, Asc)).await.expect("read"), []);
}
