//! Replies are judged whatever their order.
