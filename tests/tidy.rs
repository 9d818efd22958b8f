//! Reads the sources and fails where they leave the layers, the walls or the habits that `src/lib.rs` tells of.

mod examples;
mod habits;
mod layers;
mod source;

use source::Source;

/// Fails with every breach on a line of its own.
fn all_keep(rule: impl Fn(&Source) -> Vec<String>) {
    let breaches: Vec<String> = source::all().iter().flat_map(rule).collect();
    assert!(breaches.is_empty(), "{} to mend:\n{}", breaches.len(), breaches.join("\n"));
}

fn steps() -> layers::Steps {
    let lib = source::all().into_iter().find(|file| file.path == "src/lib.rs").expect("src/lib.rs is there");
    layers::Steps::read(&lib.text)
}

#[test]
fn every_module_uses_only_what_stands_to_its_right() {
    let steps = steps();
    all_keep(|source| steps.breaches(source));
}

#[test]
fn nothing_stands_on_the_wrong_side_of_a_wall() {
    all_keep(habits::walls);
}

#[test]
fn every_file_can_be_read_in_one_go() {
    all_keep(habits::length);
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    all_keep(habits::opening);
}
