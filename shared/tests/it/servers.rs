//! Servers that tests need: where they are, and what becomes of the tests where there are none.

use std::io::Write as _;

/// The URL in `variable`, of a server of the kind `what`. `None` where `CHATD_TEST=embedded` says that no server is wanted:
/// the test is left out, and says so even where the output of tests is captured.
pub fn url(variable: &str, what: &str) -> Option<String> {
    if let Ok(url) = std::env::var(variable) {
        return Some(url);
    }
    assert!(
        std::env::var("CHATD_TEST").is_ok_and(|wanted| wanted == "embedded"),
        "there is no {what} to test against: {variable} is not set. `make test` starts one; or give the URL of a server \
         that may be filled and emptied, or leave such tests out with CHATD_TEST=embedded"
    );
    let test = std::thread::current();
    let left_out = format!("left out, since CHATD_TEST=embedded: {} (needs {what})\n", test.name().unwrap_or("a test"));
    std::io::stderr().write_all(left_out.as_bytes()).expect("said");
    None
}
