//! What chatd and chatctl share.
