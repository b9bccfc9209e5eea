//! What operators look at and do, as functions over the ports: the same behind chatd's `/admin` and for a look straight
//! at the data while chatd is down. Knows no adapter and no HTTP; speaks in the API's wire types.

pub mod counters;
