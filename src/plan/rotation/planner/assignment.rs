//! The cheapest way to give every slot a turn: shortest augmenting paths.
//!
//! This is the Hungarian method in the form of Jonker and Volgenant (Computing 38, 1987), with one
//! addition: a city's next turn comes into being when its last one is taken. As turns of a city
//! grow dearer one by one at every slot, its first free turn is never dearer than a later one; so
//! later ones would change nothing as long as they are free. When that turn is taken, the next one
//! can begin with a potential of 0: at every slot it costs more than the one that had potential 0
//! until then, so no reduced cost is negative. Therefore one run is exact, with one column for each
//! slot and each city instead of their product.

use super::cost::{Cost, Costs, Number};

/// A turn of a city.
struct Column<N> {
    city: usize,
    /// Which of its turns, from 0.
    number: u32,
    /// The slot that has it, if one has.
    slot: Option<usize>,
    potential: Cost<N>,
}

/// The shortest way known to a column.
struct ShortestWay<N> {
    length: Cost<N>,
    /// The slot it comes from.
    from: usize,
    /// Whether no shorter one can be found any more.
    is_final: bool,
}

/// The city that hosts, slot by slot. Every slot must have a city that can host it.
pub(super) fn assign<N: Number>(costs: &Costs<N>) -> Vec<usize> {
    assign_counting(costs, &mut 0)
}

/// The same; adds how many columns were looked at to `steps`.
pub(super) fn assign_counting<N: Number>(costs: &Costs<N>, steps: &mut usize) -> Vec<usize> {
    let (slots, cities) = costs.size();
    let free = |city, number| Column { city, number, slot: None, potential: Cost::default() };
    let mut columns: Vec<Column<N>> = (0..cities).map(|city| free(city, 0)).collect();
    let mut potentials: Vec<Cost<N>> = Vec::new();
    // The column that each slot has.
    let mut taken: Vec<usize> = Vec::new();
    for slot in 0..slots {
        potentials.push(Cost::default());
        let (ways, end) = search(costs, &columns, &potentials, slot, steps);
        let Some(length) = ways[end].as_ref().map(|way| way.length.clone()) else { continue };
        for (column, way) in columns.iter_mut().zip(&ways) {
            let (Some(way), Some(of)) = (way.as_ref().filter(|way| way.is_final), column.slot)
            else {
                continue;
            };
            let mut shorter = length.clone();
            shorter -= &way.length;
            column.potential -= &shorter;
            potentials[of] += &shorter;
        }
        potentials[slot] += &length;
        // Each slot on the way hands its column on to the one before it.
        taken.push(end);
        let mut column = end;
        while let Some(way) = &ways[column] {
            columns[column].slot = Some(way.from);
            let before = std::mem::replace(&mut taken[way.from], column);
            if way.from == slot {
                break;
            }
            column = before;
        }
        let (city, number) = (columns[end].city, columns[end].number);
        columns.push(free(city, number + 1));
    }
    taken.into_iter().map(|column| columns[column].city).collect()
}

/// The shortest ways from `slot` to the columns, as far as they were needed, and the free column
/// that is nearest.
fn search<N: Number>(
    costs: &Costs<N>,
    columns: &[Column<N>],
    potentials: &[Cost<N>],
    slot: usize,
    steps: &mut usize,
) -> (Vec<Option<ShortestWay<N>>>, usize) {
    let mut ways: Vec<Option<ShortestWay<N>>> = columns.iter().map(|_| None).collect();
    let mut from = slot;
    let mut travelled = Cost::default();
    loop {
        *steps += columns.len();
        let mut nearest: Option<usize> = None;
        for (number, column) in columns.iter().enumerate() {
            if ways[number].as_ref().is_some_and(|way| way.is_final) {
                continue;
            }
            if let Some(mut length) = costs.of(from, column.city, column.number) {
                length += &travelled;
                length -= &potentials[from];
                length -= &column.potential;
                if ways[number].as_ref().is_none_or(|way| length < way.length) {
                    ways[number] = Some(ShortestWay { length, from, is_final: false });
                }
            }
            let is_nearer = |way: &ShortestWay<N>| {
                let known = nearest.and_then(|nearest| ways[nearest].as_ref());
                known.is_none_or(|known| way.length < known.length)
            };
            if ways[number].as_ref().is_some_and(is_nearer) {
                nearest = Some(number);
            }
        }
        // Every slot has a city that can host, and every city a free turn: there is a way.
        let Some(number) = nearest else { return (ways, 0) };
        let Some(way) = &mut ways[number] else { return (ways, number) };
        way.is_final = true;
        match columns[number].slot {
            None => return (ways, number),
            Some(next) => {
                travelled = way.length.clone();
                from = next;
            }
        }
    }
}
