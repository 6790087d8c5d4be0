//! Work on many things at once, on all processors.

use std::cell::Cell;
use std::hint::black_box;

use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

/// With fewer a second thread costs more than it saves.
const WORTH_THREADS: usize = 64;

/// With fewer nobody notices what room costs.
const WORTH_ROOM: usize = 1024;

/// After so many items a thread makes sure again that it has room.
const ITEMS_IN_ROOM: usize = 256;

/// The bytes that are enough for so many items, as a rule.
const ROOM: usize = 4 << 20;

thread_local! {
    /// How many items this thread has made of those that are worth room.
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// What `make` makes of each of `items`, in their order.
pub fn each<T: Sync, U: Send>(items: &[T], make: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    match items.len() {
        ..WORTH_THREADS => items.iter().map(make).collect(),
        WORTH_THREADS..WORTH_ROOM => items.par_iter().map(make).collect(),
        WORTH_ROOM.. => items.par_iter().map(|item| with_room(|| make(item))).collect(),
    }
}

/// The same of items that it takes.
pub fn each_of<T: Send, U: Send>(items: Vec<T>, make: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    match items.len() {
        ..WORTH_THREADS => items.into_iter().map(make).collect(),
        WORTH_THREADS..WORTH_ROOM => items.into_par_iter().map(make).collect(),
        WORTH_ROOM.. => items.into_par_iter().map(|item| with_room(|| make(item))).collect(),
    }
}

/// Makes one of many items. The allocator of glibc gets the memory of a thread that is not the first one page
/// after page from the system, and while it does, no other thread gets any: of ten thousand meetings that was a
/// quarter of the time. What is asked for in one piece and given back stays with the thread.
fn with_room<T>(make: impl FnOnce() -> T) -> T {
    let before = MADE.replace(MADE.get().wrapping_add(1));
    if before == 0 {
        // It takes a large piece from elsewhere, until one was given back that is larger.
        reserve(4 * ROOM);
    }
    if before.is_multiple_of(ITEMS_IN_ROOM) {
        reserve(ROOM);
    }
    make()
}

fn reserve(bytes: usize) {
    drop(black_box(Vec::<u8>::with_capacity(bytes)));
}
