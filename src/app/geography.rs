//! Where the provinces lie: a tile for each, and their outlines (Natural Earth, public domain, simplified).

use std::sync::LazyLock;

use serde::Deserialize;

use super::reference::rows;

/// A province's place on a map of 18 rows and 8 columns that looks like the country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tile {
    /// Two digits.
    pub code: String,
    /// From 0, from the north.
    pub row: u8,
    /// From 0, from the west.
    pub column: u8,
}

/// A province's outline on a sheet of 560 by 1030.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Outline {
    /// Two digits.
    pub code: String,
    /// The middle of the largest circle inside it.
    pub x: f64,
    /// Its other coordinate.
    pub y: f64,
    /// The circle's radius: how much room there is for words.
    pub radius: f64,
    /// The outline as SVG writes it.
    pub path: String,
}

/// A tile for every province.
pub static TILES: LazyLock<Vec<Tile>> =
    LazyLock::new(|| rows(include_str!("../../assets/reference/tiles.csv")));

/// An outline for every province.
pub static OUTLINES: LazyLock<Vec<Outline>> =
    LazyLock::new(|| rows(include_str!("../../assets/reference/outlines.csv")));

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::PROVINCES;
    use super::*;

    #[test]
    fn every_province_has_one_tile_of_its_own_and_one_outline() {
        let places: HashSet<(u8, u8)> = TILES.iter().map(|tile| (tile.row, tile.column)).collect();
        assert_eq!((places.len(), TILES.len(), OUTLINES.len()), (77, 77, 77));
        for province in PROVINCES.iter() {
            assert!(TILES.iter().any(|tile| tile.code == province.code), "{province:?}");
            assert!(OUTLINES.iter().any(|outline| outline.code == province.code), "{province:?}");
        }
    }
}
