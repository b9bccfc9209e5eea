//! `[limits]`: what clients may send. The rules themselves are the domain's.

use super::codec::{Count, KIB, MIB, Size};
use super::setting::{Setting, at};

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "limits.content_bytes",
            at!(limits.content_bytes),
            Size::between(1, 16 * MIB - KIB),
            "The most bytes of a message's content, as UTF-8.",
        ),
        Setting::new(
            "limits.name_chars",
            at!(limits.name_chars),
            // The columns of the store are VARCHAR(255).
            Count::between(1, 255),
            "The most characters of an application's name and of a chat's title.",
        ),
        Setting::new(
            "limits.sender_chars",
            at!(limits.sender_chars),
            Count::between(1, 255),
            "The most characters of a message's sender.",
        ),
        Setting::new(
            "limits.query_chars",
            at!(limits.query_chars),
            Count::between(1, 1024),
            "The most characters of a text that is searched for.",
        ),
        Setting::new(
            "limits.batch_messages",
            at!(limits.batch_messages),
            Count::between(1, 1000),
            "The most messages of one batch request.",
        ),
    ]
}
