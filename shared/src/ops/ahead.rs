//! Reading ahead: pages are made by a task of their own while whoever takes them is busy with the one before.

use std::panic::resume_unwind;

use futures::stream::{BoxStream, unfold};
use futures::{Stream, TryStreamExt as _};
use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;

use crate::fault::Outcome;

/// Pages that are made and not yet taken, beside the one that is being made: enough for neither side to wait for the
/// other's turn.
const PAGES: usize = 2;

/// The same pages, made ahead. Ends after the first fault; dropping it stops the making.
pub(super) fn ahead<T: Send + 'static>(
    pages: impl Stream<Item = Outcome<T>> + Send + 'static,
) -> BoxStream<'static, Outcome<T>> {
    let (sender, taken) = mpsc::channel(PAGES);
    let making = AbortOnDropHandle::new(tokio::spawn(async move {
        let mut pages = Box::pin(pages);
        while let Some(page) = pages.try_next().await.transpose() {
            let is_last = page.is_err();
            if sender.send(page).await.is_err() || is_last {
                return;
            }
        }
    }));
    Box::pin(unfold((taken, making), |(mut taken, making)| async move {
        if let Some(page) = taken.recv().await {
            return Some((page, (taken, making)));
        }
        // It has ended, or panicked: then its end is not that of the pages.
        match making.await {
            Err(ended) if ended.is_panic() => resume_unwind(ended.into_panic()),
            _ => None,
        }
    }))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use futures::stream::iter;
    use futures::{FutureExt as _, StreamExt as _};
    use tokio::task::yield_now;

    use super::*;
    use crate::fault::{Fault, Kind, Part};

    #[tokio::test]
    async fn pages_come_in_their_order_and_are_made_a_few_ahead() {
        let made = Arc::new(AtomicUsize::new(0));
        let counting = Arc::clone(&made);
        let mut pages = ahead(iter(0..10).map(move |page| {
            counting.fetch_add(1, Ordering::Relaxed);
            Ok(page)
        }));
        while made.load(Ordering::Relaxed) < PAGES + 1 {
            yield_now().await;
        }
        for _ in 0..100 {
            yield_now().await;
        }
        assert_eq!(made.load(Ordering::Relaxed), PAGES + 1);
        for expected in 0..10 {
            assert_eq!(pages.try_next().await.expect("made"), Some(expected));
        }
        assert_eq!(pages.try_next().await.expect("ended"), None);
    }

    #[tokio::test]
    async fn nothing_comes_after_a_fault() {
        let broken = || Err(Fault::new(Part::Store, Kind::Unavailable, "read"));
        let mut pages = ahead(iter([Ok(1), broken(), Ok(2)]));
        assert_eq!(pages.try_next().await.expect("made"), Some(1));
        assert!(pages.try_next().await.is_err());
        assert_eq!(pages.try_next().await.expect("ended"), None);
    }

    #[tokio::test]
    async fn a_panic_while_making_a_page_is_no_end_of_the_pages() {
        let pages = iter(0..2).map(|page| if page == 1 { panic!("made to panic") } else { Ok(page) });
        let taken = std::panic::AssertUnwindSafe(ahead(pages).try_collect::<Vec<_>>()).catch_unwind().await;
        assert!(taken.is_err());
    }
}
