//! The links from a page to those around it, as queries (RFC 8288 has them in the `Link` header).

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::cursor;
use crate::store::{Order, Window};

/// A link: its relation, and the query of the page that it leads to.
pub type Link = (&'static str, String);

/// The links from a page by number: `more` is the number after which there is more in the direction in which rows were
/// taken; `rest` is what else the request asks for, encoded; `shown` is how many rows the page has.
#[must_use]
pub fn number_links(page: &Window, shown: usize, more: Option<u32>, rest: &str) -> Vec<Link> {
    let link = |after: Option<u32>, before: Option<u32>| {
        let mut query = rest.to_owned();
        let order = (page.order == Order::Desc).then_some("desc");
        let parts = [("after", after.map(|n| n.to_string())), ("before", before.map(|n| n.to_string()))];
        for (name, value) in parts.into_iter().chain([("order", order.map(str::to_owned))]) {
            if let Some(value) = value {
                append(&mut query, name, &value);
            }
        }
        append(&mut query, "limit", &page.limit.to_string());
        query
    };
    let mut links = Vec::new();
    // What was skipped to come here lies on the other side of the bound that rows were taken from.
    let skipped = match (page.takes_from_top(), page.order) {
        (false, _) => {
            links.extend(more.map(|at| ("next", link(Some(at), page.before))));
            page.after.filter(|after| *after > 0).map(|after| ("prev", link(None, after.checked_add(1))))
        }
        (true, Order::Asc) => {
            links.extend(more.map(|at| ("prev", link(None, Some(at)))));
            page.before.map(|before| ("next", link(Some(before - 1), None)))
        }
        (true, Order::Desc) => {
            links.extend(more.map(|at| ("next", link(page.after, Some(at)))));
            // Upward in descending order there is no telling where the end is but by coming to an empty page.
            let before = page.before.filter(|_| shown > 0);
            before.map(|before| ("prev", link(Some(before - 1), before.checked_add(page.limit))))
        }
    };
    links.extend(skipped);
    links
}

/// The link from a page by cursor to the next one; `rest` is what else the request asks for, encoded.
#[must_use]
pub fn cursor_links<const N: usize>(more: Option<[u64; N]>, limit: u32, rest: &str) -> Vec<Link> {
    let next = more.map(|position| {
        let mut query = rest.to_owned();
        append(&mut query, "cursor", &cursor::encode(position));
        append(&mut query, "limit", &limit.to_string());
        ("next", query)
    });
    next.into_iter().collect()
}

/// Adds a parameter to a query.
pub fn append(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
    query.extend(utf8_percent_encode(value, NON_ALPHANUMERIC));
}

/// The page by number that the query of a link asks for; what it does not name is as `page` has it.
#[must_use]
pub fn linked_page(query: &str, page: Window) -> Window {
    let mut page = Window { after: None, before: None, order: Order::Asc, ..page };
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "after" => page.after = value.parse().ok(),
            "before" => page.before = value.parse().ok(),
            "order" if value == "desc" => page.order = Order::Desc,
            _ => {}
        }
    }
    page
}

/// The position that the query of a link goes on from, where it is one of this list's.
#[must_use]
pub fn linked_position<const N: usize>(query: &str) -> Option<[u64; N]> {
    query.split('&').find_map(|pair| cursor::decode(&pair.strip_prefix("cursor=")?.replace("%2D", "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Window {
        let limit = query.split('&').find_map(|pair| pair.strip_prefix("limit=")?.parse().ok());
        linked_page(query, Window { limit: limit.expect("a limit"), ..Window::default() })
    }

    #[test]
    fn a_link_by_cursor_leads_to_its_position() {
        let links = cursor_links(Some([7, 9]), 50, "content=a");
        assert_eq!(linked_position(&links[0].1), Some([7, 9]));
        assert_eq!(linked_position::<2>("content=a&limit=50"), None);
    }

    /// Walks a list of the numbers 1 ..= `last` along its links, as the store would answer it.
    fn walk(start: &str, rel: &str, last: u32) -> Vec<Vec<u32>> {
        let mut pages = Vec::new();
        let mut query = Some(start.to_owned());
        while let Some(at) = query {
            let page = page(&at);
            let window = page.and_one_more();
            let mut rows: Vec<u32> = (1..=last)
                .filter(|n| {
                    window.after.is_none_or(|after| *n > after) && window.before.is_none_or(|before| *n < before)
                })
                .collect();
            if window.takes_from_top() {
                rows.reverse();
            }
            rows.truncate(window.limit as usize);
            let mut rows = window.arrange(rows);
            let more = page.cut(&mut rows, |n| *n);
            let links = number_links(&page, rows.len(), more, "");
            query = links.into_iter().find(|(name, _)| *name == rel).map(|(_, query)| query);
            pages.push(rows);
        }
        pages
    }

    #[test]
    fn following_next_shows_every_number_once_in_order() {
        assert_eq!(walk("limit=2", "next", 5), [vec![1, 2], vec![3, 4], vec![5]]);
        assert_eq!(walk("limit=2&order=desc", "next", 5), [vec![5, 4], vec![3, 2], vec![1]]);
        assert_eq!(walk("limit=2&after=1&before=5", "next", 9), [vec![2, 3], vec![4]]);
        assert_eq!(walk("limit=2&after=1&before=5&order=desc", "next", 9), [vec![4, 3], vec![2]]);
    }

    #[test]
    fn following_prev_goes_back_to_the_beginning() {
        assert_eq!(walk("limit=2&after=4", "prev", 6), [vec![5, 6], vec![3, 4], vec![1, 2]]);
        assert_eq!(walk("limit=2&before=5", "prev", 6), [vec![3, 4], vec![1, 2]]);
        assert_eq!(walk("limit=2&before=3&order=desc", "prev", 6).concat(), [2, 1, 4, 3, 6, 5]);
    }

    #[test]
    fn the_page_below_a_number_has_a_next_one_from_that_number_on() {
        assert_eq!(walk("limit=2&before=3", "next", 5), [vec![1, 2], vec![3, 4], vec![5]]);
    }
}
