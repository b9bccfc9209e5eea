//! Tokens that are replaced: which of an application's is found, and until when.

use chat_shared::clock::{Clock as _, Timestamp};
use chat_shared::domain::{AppId, Token};

use super::bench::{Bench, at};

impl Bench {
    async fn token(&self, app: AppId) -> Token {
        self.store.application(app).await.expect("read").expect("there").token
    }

    async fn replace(&self, app: AppId, text: &str, until: Timestamp) {
        assert!(self.store.replace_token(app, &Token::new(text), until).await.expect("replaced"));
    }

    /// Whose a token is, and until when it is found.
    async fn holder(&self, token: &Token) -> Option<(AppId, Option<Timestamp>)> {
        let tenant = self.store.application_by_token(&token.hash()).await.expect("read");
        tenant.map(|tenant| (tenant.application.id, tenant.until))
    }
}

pub async fn a_replaced_token_is_found_until_its_time_and_the_new_one_at_once(bench: Bench) {
    let (app, other) = (bench.messages(1).await, bench.application().await);
    let old = bench.token(app).await;
    bench.replace(app, "new", at(1_000)).await;
    assert_eq!(bench.holder(&Token::new("new")).await, Some((app, None)));
    assert_eq!(bench.holder(&old).await, Some((app, Some(at(1_000)))));
    assert_eq!(bench.token(app).await, Token::new("new"));
    assert_eq!(bench.holder(&bench.token(other).await).await, Some((other, None)), "nobody else's changes");
    bench.clock.advance(999);
    assert!(bench.holder(&old).await.is_some());
    bench.clock.advance(1);
    assert_eq!(bench.holder(&old).await, None);
    assert_eq!(bench.holder(&Token::new("new")).await, Some((app, None)));
    bench.counts_are_exact().await;
}

pub async fn no_earlier_token_is_found_longer_than_the_newest_of_them(bench: Bench) {
    let app = bench.application().await;
    let first = bench.token(app).await;
    bench.replace(app, "second", at(5_000)).await;
    bench.replace(app, "third", at(9_000)).await;
    assert_eq!(bench.holder(&first).await, Some((app, Some(at(5_000)))), "a longer grace is the newest's alone");
    bench.replace(app, "fourth", at(2_000)).await;
    for token in [first, Token::new("second"), Token::new("third")] {
        assert_eq!(bench.holder(&token).await, Some((app, Some(at(2_000)))), "{token}");
    }
    bench.replace(app, "fifth", bench.clock.now()).await;
    assert_eq!(bench.holder(&Token::new("fourth")).await, None, "without a grace it is found no more");
}

pub async fn no_token_of_a_deleted_application_is_found(bench: Bench) {
    let app = bench.application().await;
    let old = bench.token(app).await;
    bench.replace(app, "new", at(1_000)).await;
    assert!(bench.store.delete_application(app, at(1)).await.expect("deleted"));
    assert_eq!((bench.holder(&old).await, bench.holder(&Token::new("new")).await), (None, None));
    let replaced = bench.store.replace_token(app, &Token::new("newer"), at(1_000)).await;
    assert!(!replaced.expect("answered"), "there is no such application");
}
