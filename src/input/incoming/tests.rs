//! What comes in is read, or refused with a reason.
