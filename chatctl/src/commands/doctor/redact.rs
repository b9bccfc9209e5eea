//! Takes secrets out of a JSON value: by the names of fields, by what follows `//user:` in an address, and by what looks
//! like a token or a key. What is left can be shown to strangers.

use serde_json::Value;

/// What stands where something was taken out.
const TAKEN: &str = "[removed]";

/// Words in the names of fields whose values are nobody's business: secrets, and what users have written.
const PRIVATE: [&str; 11] = [
    "token",
    "password",
    "passwd",
    "secret",
    "authorization",
    "admin_key",
    "api_key",
    "content",
    "payload",
    "title",
    "sender",
];

/// The shortest run of letters and digits that may be a secret: tokens have 32 hexadecimal digits, admin keys more.
const SECRET_LENGTH: usize = 32;

/// Takes secrets out of a value.
pub fn redact(value: &mut Value) {
    match value {
        Value::String(text) => *text = without_secrets(text),
        Value::Array(items) => items.iter_mut().for_each(redact),
        Value::Object(fields) => {
            for (name, value) in fields {
                if PRIVATE.iter().any(|word| name.to_ascii_lowercase().contains(word)) && !value.is_null() {
                    *value = TAKEN.into();
                } else {
                    redact(value);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A text without what looks like a secret in it.
pub fn without_secrets(text: &str) -> String {
    let text = without_user(text);
    let mut clean = String::with_capacity(text.len());
    let mut run = String::new();
    for sign in text.chars() {
        if sign.is_ascii_alphanumeric() {
            run.push(sign);
        } else {
            close(&mut clean, &mut run);
            clean.push(sign);
        }
    }
    close(&mut clean, &mut run);
    clean
}

/// Ends a run of letters and digits: one that is long enough to be a secret, and is no word, does not go on.
fn close(clean: &mut String, run: &mut String) {
    let secret = run.len() >= SECRET_LENGTH && run.bytes().any(|byte| byte.is_ascii_digit());
    clean.push_str(if secret { TAKEN } else { run });
    run.clear();
}

/// Takes the user and the password out of addresses: `scheme://user:password@host`.
fn without_user(text: &str) -> String {
    const BEFORE: &str = "://";
    let mut parts = text.split(BEFORE);
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        clean.push_str(BEFORE);
        let end = part.find(|sign: char| sign == '/' || sign.is_whitespace()).unwrap_or(part.len());
        match part[..end].rfind('@') {
            Some(at) => {
                clean.push_str(TAKEN);
                clean.push_str(&part[at..]);
            }
            None => clean.push_str(part),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fields_that_hold_secrets_or_what_users_wrote_are_emptied_however_deep_they_stand() {
        let mut value = json!({
            "admin_key": "x", "Token": 7, "job": [{"content": "hello", "kind": "edit"}], "password": null, "key": "1:3",
        });
        redact(&mut value);
        assert_eq!(
            value,
            json!({
                "admin_key": TAKEN, "Token": TAKEN, "job": [{"content": TAKEN, "kind": "edit"}], "password": null, "key": "1:3",
            })
        );
    }

    #[test]
    fn what_looks_like_a_secret_is_taken_out_of_a_text_and_words_stay() {
        let token = "6f1ed002ab5595859014ebf0951522d9";
        assert_eq!(without_secrets(&format!("GET /applications/{token}/chats")), "GET /applications/[removed]/chats");
        assert_eq!(
            without_secrets("refused mysql://chat:s3cr@t@db:3306/x and redis://:pw@r, at http://h/x@y"),
            "refused mysql://[removed]@db:3306/x and redis://[removed]@r, at http://h/x@y"
        );
        for kept in ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "1717000000000-3", "chat:{12}:n:7:3", ""]
        {
            assert_eq!(without_secrets(kept), kept);
        }
    }
}
