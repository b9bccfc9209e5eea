//! A list under the cursor: a window of parts, what of them is shown in which order, and what is selected and marked.
//! Selection follows identity: whatever comes or goes around it, the same row stays selected. Pure.

use std::collections::{BTreeSet, VecDeque};

use chat_shared::clock::Timestamp;

use super::filter::{Filter, Wrong};
use super::page::{From, Page, Row};
use crate::output::human::{TimeStyle, Times};
use crate::output::layout::order;
use crate::output::record::Field;

/// So many parts are kept: a list of a million rows costs no more than one of some thousands.
pub const MOST_PARTS: usize = 10;

/// So many rows before the end of what is loaded, the next part is asked for.
const AHEAD: usize = 30;

/// A part that is kept.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    from: From,
    page: Page,
    at: Timestamp,
    /// Whether it is to be asked for anew however young it is.
    is_stale: bool,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting {
    /// The column's place.
    pub column: usize,
    /// From the greatest down.
    pub descending: bool,
}

/// A list, or one thing as a list of one row.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and any may stand with any other")]
pub struct Listing {
    /// Its columns.
    pub fields: Vec<Field>,
    /// Where it begins.
    pub base: From,
    /// Whether it is wanted in its other order.
    pub turned: bool,
    /// Whether new rows are followed.
    pub tail: bool,
    /// Whether long texts are cut instead of wrapped.
    pub cuts: bool,
    /// The filter as it was typed.
    pub filter: String,
    /// What is wrong with it.
    pub wrong: Option<Wrong>,
    /// What it is sorted by; as it came where nothing.
    pub sorting: Option<Sorting>,
    /// The rows that are marked, by identity.
    pub marks: BTreeSet<String>,
    /// The first row that is seen.
    pub top: usize,
    /// How far one thing is scrolled.
    pub scroll: usize,
    /// Whether the last row is to be selected once it is there.
    pub selects_last: bool,
    parts: VecDeque<Part>,
    /// The last filter that was right: it holds while another is being typed.
    applied: Filter,
    shown: Vec<(usize, usize)>,
    selected: Option<String>,
    cursor: usize,
}

impl Listing {
    /// An empty one with these columns.
    #[must_use]
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            fields,
            base: From::Start,
            turned: false,
            tail: false,
            cuts: false,
            filter: String::new(),
            wrong: None,
            sorting: None,
            marks: BTreeSet::new(),
            top: 0,
            scroll: 0,
            selects_last: false,
            parts: VecDeque::new(),
            applied: Filter::default(),
            shown: Vec::new(),
            selected: None,
            cursor: 0,
        }
    }

    /// How many rows are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// How many rows are loaded, and whether there are more.
    #[must_use]
    pub fn loaded(&self) -> (usize, bool) {
        let more = self.parts.back().is_some_and(|part| part.page.after.is_some())
            || self.parts.front().is_some_and(|part| part.page.before.is_some());
        (self.parts.iter().map(|part| part.page.rows.len()).sum(), more)
    }

    /// A row by its place among those shown.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        let (part, row) = self.shown.get(place)?;
        self.parts.get(*part)?.page.rows.get(*row)
    }

    /// The rows from one place on.
    pub fn rows_from(&self, place: usize) -> impl Iterator<Item = &Row> {
        (place..self.len()).map_while(|place| self.row(place))
    }

    /// The first row whether it fits the filter or not: the one of a view of one thing.
    #[must_use]
    pub fn only(&self) -> Option<&Row> {
        self.parts.front().and_then(|part| part.page.rows.first())
    }

    /// The selected row; none where it is gone.
    #[must_use]
    pub fn selection(&self) -> Option<&Row> {
        self.row(self.cursor).filter(|row| Some(&row.id) == self.selected.as_ref())
    }

    /// Whether a row was selected that is not there any more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.selected.is_some() && self.selection().is_none()
    }

    /// The place of the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The rows that an act is about: the marked ones that are shown, else the selected one.
    #[must_use]
    pub fn chosen(&self) -> Vec<&Row> {
        if self.marks.is_empty() {
            return self.selection().into_iter().collect();
        }
        self.rows_from(0).filter(|row| self.marks.contains(&row.id)).collect()
    }

    /// Something to know of what is loaded.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.parts.iter().find_map(|part| part.page.note.as_deref())
    }

    /// When the oldest part was answered.
    #[must_use]
    pub fn answered_at(&self) -> Option<Timestamp> {
        self.parts.iter().map(|part| part.at).min()
    }

    /// Whether filter or sorting make another order than the list's own: then it is not let go of at one end.
    fn is_rearranged(&self) -> bool {
        !self.filter.is_empty() || self.sorting.is_some()
    }

    /// Which part is needed next for a screen of so many rows: one that is missing, else one that is older than
    /// `stale_ms`.
    #[must_use]
    pub fn wanted(&self, now: Timestamp, height: usize, stale_ms: u64) -> Option<From> {
        let (Some(first), Some(last)) = (self.parts.front(), self.parts.back()) else {
            return Some(self.base.clone());
        };
        let ahead = height.max(AHEAD);
        let room = !self.is_rearranged() || self.parts.len() < MOST_PARTS;
        if self.cursor + ahead >= self.len() && room && last.page.after.is_some() {
            return last.page.after.clone();
        }
        if self.cursor < ahead && room && first.page.before.is_some() {
            return first.page.before.clone();
        }
        let seen = self.shown.iter().skip(self.top).take(height.max(1)).map(|(part, _)| *part);
        // New rows come before the first one.
        let seen = seen.chain((self.shown.is_empty() || self.top == 0).then_some(0));
        let old = seen.filter_map(|part| self.parts.get(part)).min_by_key(|part| (!part.is_stale, part.at))?;
        (old.is_stale || now.millis_since(old.at) >= stale_ms).then(|| old.from.clone())
    }

    /// Takes a part in. What does not belong to the window begins a new one.
    pub fn take(&mut self, from: From, mut page: Page, at: Timestamp) {
        if let Some(known) = self.parts.iter().position(|part| part.from == from) {
            let part = &mut self.parts[known];
            page.before = page.before.or_else(|| part.page.before.clone());
            let (moved, begins) = (part.page.after != page.after, part.page.before != page.before);
            let begins = begins && part.page.before.is_some();
            *part = Part { from, page, at, is_stale: false };
            if moved {
                self.parts.truncate(known + 1);
            }
            if begins {
                self.parts.drain(..known);
            }
        } else if self.parts.back().is_some_and(|last| last.page.after.as_ref() == Some(&from)) {
            page.before = page.before.or_else(|| self.parts.back().map(|last| last.from.clone()));
            self.parts.push_back(Part { from, page, at, is_stale: false });
            if self.parts.len() > MOST_PARTS && !self.is_rearranged() {
                self.parts.pop_front();
            }
        } else if self.parts.front().is_some_and(|first| first.page.before.as_ref() == Some(&from)) {
            self.parts.push_front(Part { from, page, at, is_stale: false });
            if self.parts.len() > MOST_PARTS && !self.is_rearranged() {
                self.parts.pop_back();
            }
        } else {
            self.parts = VecDeque::from([Part { from, page, at, is_stale: false }]);
        }
        self.arrange(at);
        if std::mem::take(&mut self.selects_last) {
            self.select(usize::MAX);
        }
    }

    /// Whether what is loaded begins where the list does.
    #[must_use]
    pub fn is_at_start(&self) -> bool {
        self.parts.front().is_none_or(|part| part.from == From::Start)
    }

    /// Forgets what is loaded and begins at another place.
    pub fn begin_at(&mut self, base: From) {
        self.base = base;
        self.parts.clear();
        self.shown.clear();
        self.selected = None;
        (self.cursor, self.top) = (0, 0);
    }

    /// Lets what is loaded be asked for anew.
    pub fn forget_age(&mut self) {
        for part in &mut self.parts {
            part.is_stale = true;
        }
    }

    /// Applies filter and sorting anew, and finds the selected row again.
    pub fn arrange(&mut self, now: Timestamp) {
        let times = Times { style: TimeStyle::Relative, now };
        self.wrong = match Filter::parse(&self.filter, &self.fields) {
            Ok(filter) => {
                self.applied = filter;
                None
            }
            Err(wrong) => Some(wrong),
        };
        let places = self.parts.iter().enumerate().flat_map(|(number, part)| {
            let rows = part.page.rows.iter().enumerate();
            rows.filter(|(_, row)| self.applied.fits(row, &self.fields, times)).map(move |(row, _)| (number, row))
        });
        let mut shown: Vec<(usize, usize)> = places.collect();
        if let Some(Sorting { column, descending }) = self.sorting {
            let value = |place: &(usize, usize)| self.parts[place.0].page.rows[place.1].values.get(column);
            shown.sort_by(|a, b| match (value(a), value(b)) {
                (Some(a), Some(b)) => order(a, b, descending),
                _ => std::cmp::Ordering::Equal,
            });
        }
        self.shown = shown;
        let found = self.selected.as_ref().and_then(|id| (0..self.len()).find(|at| self.is_at(*at, id)));
        match found {
            Some(place) if !self.tail => self.cursor = place,
            _ if self.selected.is_none() || self.tail => self.select(if self.tail { 0 } else { self.cursor }),
            _ => self.cursor = self.cursor.min(self.len().saturating_sub(1)),
        }
    }

    fn is_at(&self, place: usize, id: &str) -> bool {
        self.row(place).is_some_and(|row| row.id == id)
    }

    /// Selects the row at a place, or the last one.
    pub fn select(&mut self, place: usize) {
        self.cursor = place.min(self.len().saturating_sub(1));
        self.selected = self.row(self.cursor).map(|row| row.id.clone());
    }

    /// Selects a row by its identity, once it is there.
    pub fn seek(&mut self, id: &str) {
        self.selected = Some(id.to_owned());
        if let Some(place) = (0..self.len()).find(|at| self.is_at(*at, id)) {
            self.cursor = place;
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        let place = self.cursor.saturating_add_signed(by);
        self.tail = false;
        self.select(place);
    }

    /// Keeps the cursor among the `height` rows that are seen.
    pub fn keep_in_sight(&mut self, height: usize) {
        let height = height.max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
        self.top = self.top.min(self.len().saturating_sub(height));
    }

    /// Whether everything that was said of it still holds: for tests.
    #[cfg(test)]
    pub fn check(&self) {
        assert!(self.parts.len() <= MOST_PARTS + 1);
        assert!(self.len() == 0 || self.cursor < self.len(), "{} of {}", self.cursor, self.len());
        assert!(self.shown.iter().all(|(part, row)| self.parts[*part].page.rows.len() > *row));
        assert!(self.selection().is_none_or(|row| Some(&row.id) == self.selected.as_ref()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::record::{Kind, Show};

    const NOW: Timestamp = Timestamp::EPOCH;

    fn row(number: u32) -> Row {
        Row { id: number.to_string(), values: vec![number.into()], lit: Vec::new() }
    }

    fn page(numbers: impl IntoIterator<Item = u32>, after: Option<From>) -> Page {
        Page { rows: numbers.into_iter().map(row).collect(), after, ..Page::default() }
    }

    fn list(numbers: &[u32]) -> Listing {
        let mut list = Listing::new(vec![Field { name: "n", kind: Kind::Number, show: Show::Always, nullable: false }]);
        list.take(From::Start, page(numbers.iter().copied(), None), NOW);
        list
    }

    fn selected(list: &Listing) -> Option<&str> {
        list.selection().map(|row| row.id.as_str())
    }

    #[test]
    fn selection_follows_identity_while_rows_come_and_go_around_it() {
        let mut list = list(&[1, 2, 3]);
        list.step(1);
        list.take(From::Start, page([7, 8, 9, 2], None), NOW);
        assert_eq!((selected(&list), list.cursor()), (Some("2"), 3));
        list.sorting = Some(Sorting { column: 0, descending: false });
        list.arrange(NOW);
        assert_eq!((selected(&list), list.cursor()), (Some("2"), 0));
    }

    #[test]
    fn a_row_that_is_gone_is_not_replaced_by_its_neighbour() {
        let mut list = list(&[1, 2, 3]);
        list.step(1);
        list.take(From::Start, page([1, 3], None), NOW);
        assert!(list.is_gone() && list.chosen().is_empty());
        list.step(0);
        assert_eq!(selected(&list), Some("3"));
    }

    #[test]
    fn marks_survive_refresh_and_only_what_is_shown_is_chosen() {
        let mut list = list(&[1, 2, 30]);
        list.marks.extend(["1".to_owned(), "30".to_owned()]);
        list.take(From::Start, page([2, 30, 1], None), NOW);
        assert_eq!(list.chosen().len(), 2);
        list.filter = "30".to_owned();
        list.arrange(NOW);
        assert_eq!(list.chosen().iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["30"]);
    }

    #[test]
    fn a_long_list_is_a_window_that_moves_both_ways() {
        let mut list = list(&[]);
        list.begin_at(From::Start);
        for part in 0..40u32 {
            let from = list.wanted(NOW, 20, 1_000).expect("the next part is wanted");
            assert_eq!(from, if part == 0 { From::Start } else { From::Cursor(part.to_string()) });
            list.take(from, page(part * 100..part * 100 + 100, Some(From::Cursor((part + 1).to_string()))), NOW);
            list.select(usize::MAX);
            list.check();
        }
        assert_eq!(list.loaded(), (MOST_PARTS * 100, true));
        assert_eq!(selected(&list), Some("3999"));
        list.select(0);
        assert_eq!(list.wanted(NOW, 20, 1_000), Some(From::Cursor("29".to_owned())));
        list.take(From::Cursor("29".to_owned()), page(2_900..3_000, None), NOW);
        assert_eq!((selected(&list), list.cursor()), (Some("3000"), 100));
    }

    #[test]
    fn a_part_that_ends_elsewhere_now_takes_those_after_it_with_it() {
        let mut list = list(&[]);
        list.begin_at(From::Start);
        list.take(From::Start, page([9, 8], Some(From::Past(8))), NOW);
        list.take(From::Past(8), page([7, 6], None), NOW);
        list.take(From::Start, page([10, 9], Some(From::Past(9))), NOW);
        assert_eq!(list.loaded(), (2, true));
        assert_eq!(list.wanted(NOW, 20, 1_000), Some(From::Past(9)));
    }

    #[test]
    fn only_what_is_seen_is_asked_for_anew_and_only_when_it_is_old() {
        let list = list(&[1, 2]);
        assert_eq!(list.wanted(Timestamp::from_millis(999), 20, 1_000), None);
        assert_eq!(list.wanted(Timestamp::from_millis(1_000), 20, 1_000), Some(From::Start));
    }

    #[test]
    fn a_wrong_filter_leaves_the_rows_as_they_are() {
        let mut list = list(&[1, 2]);
        list.filter = "x>1".to_owned();
        list.arrange(NOW);
        assert!(list.wrong.is_some() && list.len() == 2);
        // Also where others come meanwhile.
        list.take(From::Start, page([7], None), NOW);
        list.check();
        assert!(list.wrong.is_some() && list.len() == 1);
    }
}
