//! The parts that screens are drawn from. Each draws values onto a buffer, and knows neither ports nor keys.

pub mod bars;
pub mod dialog;
pub mod footer;
pub mod graph;
pub mod header;
pub mod menu;
pub mod sheet;
pub mod table;
pub mod text;
