//! Blocks: consecutive messages of a chat as one run of bytes that is searched without being taken apart. No I/O.

use memchr::memchr_iter;
use memchr::memmem::Finder;

/// Ends each message. Never part of UTF-8, so no text and no query holds it.
const END: u8 = 0xFF;

/// The most messages of a block: about 27 KiB of usual messages, whose search costs a few microseconds.
pub const SLOTS: u32 = 256;

/// A block with so many bytes is closed whatever its slots: contents can be large.
pub const BLOCK_BYTES: usize = 32 * 1024;

/// A message that is to be packed.
pub type Row = (u32, Vec<u8>);

/// Consecutive slots from `first` on; an empty one where there is no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The number of the first slot.
    pub first: u32,
    /// How many slots.
    pub slots: u32,
    /// The texts.
    pub texts: Vec<u8>,
}

impl Block {
    /// The number of the last slot.
    pub fn last(&self) -> u32 {
        self.first + self.slots - 1
    }

    /// How many slots hold a text.
    pub fn live(&self) -> u32 {
        let texts = self.texts.split_inclusive(|byte| *byte == END);
        u32::try_from(texts.filter(|text| text.len() > 1).count()).unwrap_or(u32::MAX)
    }

    /// The block with another text in a slot; `None` where it holds that text already.
    pub fn with(&self, number: u32, text: &[u8]) -> Option<Self> {
        let mut changed = false;
        let mut texts = Vec::with_capacity(self.texts.len() + text.len());
        for (slot, old) in (self.first..).zip(self.texts.split_inclusive(|byte| *byte == END)) {
            if slot == number {
                changed = old.strip_suffix(&[END]) != Some(text);
                texts.extend_from_slice(text);
                texts.push(END);
            } else {
                texts.extend_from_slice(old);
            }
        }
        changed.then_some(Self { texts, ..*self })
    }
}

/// Packs rows, ascending by number, into closed blocks, and gives back those that do not fill one yet.
pub fn pack(rows: Vec<Row>) -> (Vec<Block>, Vec<Row>) {
    let mut blocks = Vec::new();
    let mut open: Vec<Row> = Vec::new();
    let mut bytes = 0;
    for (number, text) in rows {
        let first = open.first().map_or(number, |(first, _)| *first);
        let last = open.last().map_or(number, |(last, _)| *last);
        // Before a hole as long as a block, what is open will not grow any more.
        if number - first >= SLOTS || number - last > SLOTS || bytes >= BLOCK_BYTES {
            blocks.extend(close(&std::mem::take(&mut open)));
            bytes = 0;
        }
        bytes += text.len() + 1;
        open.push((number, text));
    }
    let spans_a_block = open.first().zip(open.last()).is_some_and(|((first, _), (last, _))| last - first + 1 == SLOTS);
    if spans_a_block || bytes >= BLOCK_BYTES {
        blocks.extend(close(&std::mem::take(&mut open)));
    }
    (blocks, open)
}

fn close(rows: &[Row]) -> Option<Block> {
    let (first, last) = (rows.first()?.0, rows.last()?.0);
    let mut texts = Vec::with_capacity(rows.iter().map(|(_, text)| text.len() + 1).sum());
    let mut next = first;
    for (number, text) in rows {
        texts.resize(texts.len() + (number - next) as usize, END);
        texts.extend_from_slice(text);
        texts.push(END);
        next = number + 1;
    }
    Some(Block { first, slots: last - first + 1, texts })
}

/// The numbers of the slots that contain what `finder` looks for, ascending.
pub fn matches(first: u32, texts: &[u8], finder: &Finder<'_>) -> Vec<u32> {
    let mut found = Vec::new();
    let mut number = first;
    let mut from = 0;
    while let Some(place) = texts.get(from..).and_then(|rest| finder.find(rest)) {
        let hit = from + place;
        let before = texts.get(from..hit).map_or(0, |skipped| memchr_iter(END, skipped).count());
        number += u32::try_from(before).unwrap_or(0);
        found.push(number);
        // On with the next slot.
        let Some(end) = texts.get(hit..).and_then(|rest| memchr::memchr(END, rest)) else { break };
        from = hit + end + 1;
        number += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(texts: &[(u32, &str)]) -> Vec<Row> {
        texts.iter().map(|(number, text)| (*number, text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_block_closes_at_its_slots_and_the_rest_stays_open() {
        let numbers = 1..=SLOTS + 2;
        let (blocks, rest) = pack(numbers.map(|number| (number, b"x".to_vec())).collect());
        assert_eq!(blocks.iter().map(|block| (block.first, block.last())).collect::<Vec<_>>(), [(1, SLOTS)]);
        assert_eq!(rest.len(), 2);
    }

    #[test]
    fn a_long_hole_closes_a_block_before_it() {
        let (blocks, rest) = pack(rows(&[(1, "a"), (2, "b"), (100_000, "c")]));
        assert_eq!(blocks, [Block { first: 1, slots: 2, texts: b"a\xFFb\xFF".to_vec() }]);
        assert_eq!(rest.len(), 1);
    }

    #[test]
    fn a_slot_is_replaced_and_emptied_in_place() {
        let block = Block { first: 5, slots: 3, texts: b"a\xFF\xFFc\xFF".to_vec() };
        assert_eq!(block.live(), 2);
        assert_eq!(block.with(7, b"dd").map(|block| block.texts), Some(b"a\xFF\xFFdd\xFF".to_vec()));
        assert_eq!(block.with(5, b"").map(|block| block.live()), Some(1));
        assert_eq!(block.with(5, b"a"), None);
    }

    proptest! {
        #[test]
        fn exactly_the_slots_that_contain_the_text_match(texts in prop::collection::vec("[ab]{0,6}", 1..40), query in "[ab]{1,3}") {
            let packed = close(&(1..).zip(texts.iter().map(|text| text.clone().into_bytes())).collect::<Vec<_>>()).expect("rows");
            let found = matches(packed.first, &packed.texts, &Finder::new(query.as_bytes()));
            let expected: Vec<u32> = (1..).zip(&texts).filter(|(_, text)| text.contains(&query)).map(|(number, _)| number).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
