//! Distances as the crow flies.

use crate::domain::city::Coordinates;

/// The mean radius of the Earth in metres (IUGG, R₁).
const RADIUS: f64 = 6_371_008.8;

/// The great-circle distance in whole metres, by the haversine formula.
///
/// Whole metres hide the last bits of a float, in which machines may differ.
pub fn metres(from: Coordinates, to: Coordinates) -> u64 {
    let (from_latitude, to_latitude) = (from.latitude.to_radians(), to.latitude.to_radians());
    let latitudes = (to_latitude - from_latitude) / 2.0;
    let longitudes = (to.longitude - from.longitude).to_radians() / 2.0;
    let haversine = latitudes.sin().powi(2)
        + from_latitude.cos() * to_latitude.cos() * longitudes.sin().powi(2);
    let distance = 2.0 * RADIUS * haversine.clamp(0.0, 1.0).sqrt().asin();
    // At most half the Earth's circumference, which is far below 2⁵³, and never negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let metres = distance.round() as u64;
    metres
}

#[cfg(test)]
mod tests {
    use super::metres;
    use crate::domain::city::Coordinates;

    #[test]
    fn known_distances_come_out() {
        let at = |latitude, longitude| Coordinates { latitude, longitude };
        // A quarter and a half of a great circle.
        assert_eq!(metres(at(0.0, 0.0), at(0.0, 90.0)), 10_007_557);
        assert_eq!(metres(at(0.0, 0.0), at(0.0, 180.0)), 20_015_114);
        assert_eq!(metres(at(90.0, 7.0), at(-90.0, -3.0)), 20_015_114);
        let (apolda, eisenach) = (at(51.025_360, 11.517_423), at(50.977_287, 10.322_388));
        assert_eq!(metres(apolda, eisenach), metres(eisenach, apolda));
        assert_eq!(metres(apolda, apolda), 0);
        assert_eq!(metres(apolda, eisenach) / 1000, 83);
    }
}
