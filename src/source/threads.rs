//! Work on many things at once, on all processors.

use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

/// With fewer a second thread costs more than it saves.
const WORTH_THREADS: usize = 64;

/// What `make` makes of each of `items`, in their order.
pub fn each<T: Sync, U: Send>(items: &[T], make: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    if items.len() < WORTH_THREADS {
        items.iter().map(make).collect()
    } else {
        items.par_iter().map(make).collect()
    }
}

/// The same of items that it takes.
pub fn each_of<T: Send, U: Send>(items: Vec<T>, make: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    if items.len() < WORTH_THREADS {
        items.into_iter().map(make).collect()
    } else {
        items.into_par_iter().map(make).collect()
    }
}
