//! Trying again while chatd is busy or away: only what is safe to repeat is given to it.

use std::future::Future;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::output::failure::Failure;

/// The first pause; each one is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// How long to try.
#[derive(Debug, Clone, Copy)]
pub struct Patience(pub Duration);

impl Patience {
    /// Does it, again and again while it fails in a way that may pass, until it is done or patience is over.
    pub async fn keep_trying<T, F, Answer>(self, attempt: F) -> Result<T, Failure>
    where
        F: Fn() -> Answer,
        Answer: Future<Output = Result<T, Failure>>,
    {
        let deadline = Instant::now() + self.0;
        let mut pause = FIRST_PAUSE;
        loop {
            match attempt().await {
                Err(failure) if failure.is_retryable() && Instant::now() + pause < deadline => sleep(pause).await,
                outcome => return outcome,
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::output::failure::Kind;

    #[tokio::test(start_paused = true)]
    async fn what_may_pass_is_tried_again_and_what_will_not_is_not() {
        let tries = Cell::new(0);
        let outcome = Patience(Duration::from_mins(1))
            .keep_trying(|| {
                tries.set(tries.get() + 1);
                let tries = tries.get();
                async move { if tries < 4 { Err(Failure::new(Kind::Unavailable, "try")) } else { Ok(tries) } }
            })
            .await;
        assert_eq!(outcome, Ok(4));
        let refused = Patience(Duration::from_mins(1))
            .keep_trying(|| async { Err::<(), _>(Failure::new(Kind::Usage, "try")) })
            .await;
        assert_eq!(refused.map_err(|failure| failure.kind), Err(Kind::Usage));
    }

    #[tokio::test(start_paused = true)]
    async fn patience_ends() {
        let begun = Instant::now();
        let outcome = Patience(Duration::from_secs(10))
            .keep_trying(|| async { Err::<(), _>(Failure::new(Kind::Timeout, "try")) })
            .await;
        assert!(outcome.is_err());
        assert!(begun.elapsed() <= Duration::from_secs(10));
    }
}
