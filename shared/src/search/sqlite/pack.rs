//! Blocks: consecutive messages of a chat as one run of bytes that is searched without being taken apart. No I/O.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter};

/// Ends each message. Never part of UTF-8, so no text and no query holds it.
const END: u8 = 0xFF;

/// The most messages of a block: about 27 KiB of usual messages, whose search costs a few microseconds.
pub const SLOTS: u32 = 256;

/// A block with so many bytes is closed whatever its slots: contents can be large.
pub const BLOCK_BYTES: usize = 32 * 1024;

/// Past so many bytes a block that grew by edits is split: each further edit writes all of its block.
const SPLIT_BYTES: usize = 4 * BLOCK_BYTES;

/// Folded texts by their messages' numbers; empty where there is nothing to find.
pub type Texts = BTreeMap<u32, Vec<u8>>;

/// Consecutive slots from `first` on; an empty one where there is no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The number of the first slot.
    pub first: u32,
    /// How many slots, at least 1.
    pub slots: u32,
    /// The texts.
    pub texts: Vec<u8>,
}

impl Block {
    /// The numbers of the slots.
    pub fn numbers(&self) -> RangeInclusive<u32> {
        self.first..=last(self.first, self.slots)
    }

    /// How many slots hold a text.
    pub fn live(&self) -> u32 {
        let held = self.texts.split_inclusive(|byte| *byte == END).filter(|text| text.len() > 1);
        u32::try_from(held.count()).unwrap_or(u32::MAX)
    }

    /// The block with other texts in some slots; `None` where it holds those texts already.
    pub fn with(&self, changes: &Texts) -> Option<Self> {
        let mut changed = false;
        let mut texts = Vec::with_capacity(self.texts.len() + changes.values().map(Vec::len).sum::<usize>());
        for (number, old) in self.numbers().zip(self.texts.split_inclusive(|byte| *byte == END)) {
            let Some(new) = changes.get(&number) else {
                texts.extend_from_slice(old);
                continue;
            };
            changed |= old.strip_suffix(&[END]) != Some(new);
            texts.extend_from_slice(new);
            texts.push(END);
        }
        changed.then_some(Self { texts, ..*self })
    }

    /// The same slots in as many blocks as its bytes ask for.
    pub fn split(self) -> Vec<Self> {
        if self.texts.len() <= SPLIT_BYTES {
            return vec![self];
        }
        let mut pieces: Vec<Self> = Vec::new();
        for (number, text) in self.numbers().zip(self.texts.split_inclusive(|byte| *byte == END)) {
            match pieces.last_mut().filter(|piece| piece.texts.len() < BLOCK_BYTES) {
                Some(piece) => {
                    piece.slots += 1;
                    piece.texts.extend_from_slice(text);
                }
                None => pieces.push(Self { first: number, slots: 1, texts: text.to_vec() }),
            }
        }
        pieces
    }
}

/// The number of the last of `slots` slots. They may end at the greatest number there is.
pub fn last(first: u32, slots: u32) -> u32 {
    first + (slots - 1)
}

/// Packs texts, none of them empty, into closed blocks, and gives back those that do not fill one yet. After `end` there
/// is a block already, or no number at all: what reaches it without a hole will not grow any more.
pub fn pack(texts: Texts, end: u32) -> (Vec<Block>, Texts) {
    let mut blocks = Vec::new();
    let mut open = Open::default();
    for (number, text) in texts {
        if !open.takes(number) {
            blocks.extend(open.close());
        }
        open.bytes += text.len() + 1;
        open.texts.insert(number, text);
    }
    if open.is_full() || open.reaches(end) {
        blocks.extend(open.close());
    }
    (blocks, open.texts)
}

/// The block that is being filled.
#[derive(Default)]
struct Open {
    texts: Texts,
    bytes: usize,
}

impl Open {
    fn ends(&self) -> Option<(u32, u32)> {
        Some((*self.texts.first_key_value()?.0, *self.texts.last_key_value()?.0))
    }

    /// Whether `number`, above all others, may stand in it. Not after a hole as long as a block: then what is open will
    /// not grow any more.
    fn takes(&self, number: u32) -> bool {
        self.ends()
            .is_none_or(|(first, last)| number - first < SLOTS && number - last <= SLOTS && self.bytes < BLOCK_BYTES)
    }

    fn is_full(&self) -> bool {
        self.bytes >= BLOCK_BYTES || self.ends().is_some_and(|(first, last)| last - first == SLOTS - 1)
    }

    fn reaches(&self, end: u32) -> bool {
        let without_hole = |(first, last)| (last - first) as usize + 1 == self.texts.len();
        self.ends().is_some_and(|ends| ends.1 == end && without_hole(ends))
    }

    fn close(&mut self) -> Option<Block> {
        let (first, last) = self.ends()?;
        let mut texts = Vec::with_capacity(self.bytes + SLOTS as usize);
        let mut filled = 0;
        for (number, text) in std::mem::take(self).texts {
            let slot = number - first;
            texts.resize(texts.len() + (slot - filled) as usize, END);
            texts.extend_from_slice(&text);
            texts.push(END);
            filled = slot + 1;
        }
        Some(Block { first, slots: last - first + 1, texts })
    }
}

/// The numbers of the slots that contain what `finder` looks for, ascending.
pub fn matches(first: u32, texts: &[u8], finder: &Finder<'_>) -> Vec<u32> {
    let mut found = Vec::new();
    let mut slot = 0;
    let mut rest = texts;
    while let Some(hit) = finder.find(rest) {
        let (before, from_hit) = rest.split_at(hit);
        slot += u32::try_from(memchr_iter(END, before).count()).unwrap_or(0);
        found.push(first + slot);
        // On with the next slot.
        let Some(end) = memchr(END, from_hit) else { break };
        rest = from_hit.get(end + 1..).unwrap_or_default();
        slot += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(texts: &[(u32, &str)]) -> Texts {
        texts.iter().map(|(number, text)| (*number, text.as_bytes().to_vec())).collect()
    }

    fn short(numbers: impl IntoIterator<Item = u32>) -> Texts {
        numbers.into_iter().map(|number| (number, b"x".to_vec())).collect()
    }

    fn spans(blocks: &[Block]) -> Vec<RangeInclusive<u32>> {
        blocks.iter().map(Block::numbers).collect()
    }

    #[test]
    fn a_block_closes_at_its_slots_and_the_rest_stays_open() {
        let (blocks, rest) = pack(short(1..=SLOTS + 2), u32::MAX);
        assert_eq!(spans(&blocks), [1..=SLOTS]);
        assert_eq!(rest.len(), 2);
    }

    #[test]
    fn a_block_closes_at_its_bytes() {
        let large = "a".repeat(BLOCK_BYTES);
        let (blocks, rest) = pack(texts(&[(1, "a"), (2, &large), (3, &large), (4, "a")]), u32::MAX);
        assert_eq!(spans(&blocks), [1..=2, 3..=3]);
        assert_eq!(rest.len(), 1);
    }

    #[test]
    fn a_long_hole_closes_a_block_before_it() {
        let (blocks, rest) = pack(texts(&[(1, "a"), (2, "b"), (100_000, "c")]), u32::MAX);
        assert_eq!(blocks, [Block { first: 1, slots: 2, texts: b"a\xFFb\xFF".to_vec() }]);
        assert_eq!(rest.len(), 1);
    }

    #[test]
    fn what_reaches_the_next_block_without_a_hole_is_closed() {
        let (blocks, rest) = pack(short(98..=100), 100);
        assert_eq!((spans(&blocks), rest.len()), (vec![98..=100], 0));
        let (blocks, rest) = pack(short([98, 100]), 100);
        assert_eq!((spans(&blocks), rest.len()), (vec![], 2));
    }

    #[test]
    fn the_greatest_numbers_are_packed_and_found() {
        let (blocks, rest) = pack(short(u32::MAX - SLOTS..=u32::MAX), u32::MAX);
        assert_eq!(spans(&blocks), [u32::MAX - SLOTS..=u32::MAX - 1, u32::MAX..=u32::MAX]);
        assert!(rest.is_empty());
        assert_eq!(matches(blocks[1].first, &blocks[1].texts, &Finder::new("x")), [u32::MAX]);
        assert!(blocks[1].with(&texts(&[(u32::MAX, "y")])).is_some());
    }

    #[test]
    fn a_slot_is_replaced_and_emptied_in_place() {
        let block = Block { first: 5, slots: 3, texts: b"a\xFF\xFFc\xFF".to_vec() };
        assert_eq!(block.live(), 2);
        assert_eq!(
            block.with(&texts(&[(6, "b"), (7, "dd")])).map(|block| block.texts),
            Some(b"a\xFFb\xFFdd\xFF".to_vec())
        );
        assert_eq!(block.with(&texts(&[(5, "")])).map(|block| block.live()), Some(1));
        assert_eq!(block.with(&texts(&[(5, "a"), (6, "")])), None);
    }

    #[test]
    fn a_block_that_grew_is_split_without_losing_a_slot() {
        let large = "a".repeat(BLOCK_BYTES);
        let (blocks, _) = pack(short(1..=SLOTS), u32::MAX);
        let grown =
            blocks[0].with(&(10..20).map(|number| (number, large.clone().into_bytes())).collect()).expect("changed");
        let pieces = grown.clone().split();
        assert!(pieces.iter().all(|piece| piece.texts.len() <= SPLIT_BYTES));
        assert_eq!(pieces.iter().flat_map(Block::numbers).collect::<Vec<_>>(), (1..=SLOTS).collect::<Vec<_>>());
        assert_eq!(pieces.concat_texts(), grown.texts);
    }

    trait Concat {
        fn concat_texts(&self) -> Vec<u8>;
    }

    impl Concat for Vec<Block> {
        fn concat_texts(&self) -> Vec<u8> {
            self.iter().flat_map(|block| block.texts.clone()).collect()
        }
    }

    proptest! {
        #[test]
        fn exactly_the_slots_that_contain_the_text_match(
            texts in prop::collection::vec("[ab]{1,6}", 1..40),
            holes in prop::collection::vec(0_u32..3, 40),
            query in "[ab]{1,3}",
        ) {
            let mut number = 0;
            let numbered: BTreeMap<u32, String> = texts.into_iter().zip(holes).map(|(text, hole)| {
                number += 1 + hole;
                (number, text)
            }).collect();
            let texts = numbered.iter().map(|(number, text)| (*number, text.clone().into_bytes())).collect();
            let mut open = Open { texts, ..Open::default() };
            let packed = open.close().expect("texts");
            let found = matches(packed.first, &packed.texts, &Finder::new(query.as_bytes()));
            let expected: Vec<u32> =
                numbered.iter().filter(|(_, text)| text.contains(&query)).map(|(number, _)| *number).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn packing_loses_nothing_and_blocks_do_not_overlap(numbers in prop::collection::btree_set(1_u32..3_000, 0..600)) {
            let (blocks, rest) = pack(short(numbers.iter().copied()), 2_999);
            let mut packed: Vec<u32> =
                blocks.iter().flat_map(|block| matches(block.first, &block.texts, &Finder::new("x"))).collect();
            prop_assert!(blocks.windows(2).all(|pair| pair[0].numbers().end() < pair[1].numbers().start()));
            prop_assert!(blocks.iter().all(|block| block.slots <= SLOTS));
            prop_assert!(rest.len() < SLOTS as usize);
            packed.extend(rest.keys());
            prop_assert_eq!(packed, numbers.into_iter().collect::<Vec<_>>());
        }
    }
}
