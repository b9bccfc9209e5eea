//! The numbering protocol as models that are searched through: every rule on, no invariant breaks; any one left out,
//! one does.
//!
//! It knows the protocol and nothing of the code that implements it: the two meet in the ids of `rules`.

mod numbering;
mod persist;
mod rows;
mod rules;
mod search;
