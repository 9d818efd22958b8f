//! The list of routes with their guards, their description, and that reading changes nothing.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;
use wian::api::routes;
use wian::domain::actor::Role;

use super::program::Program;
use crate::support::app::TestApp;

#[test]
fn every_route_of_the_api_has_the_guard_it_is_meant_to_have() {
    let mut list = String::new();
    for route in routes() {
        writeln!(list, "{:<6} {:<58} {}", route.method, route.path, route.guard).expect("text");
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("api_routes", list);
    });
}

#[tokio::test]
async fn the_description_has_every_route_and_every_shape_that_it_names() {
    let app = TestApp::start().await;
    let document = Program::stranger(&app).get("/openapi.json").await.is(200);
    assert_eq!(document["openapi"].as_str().map(|version| &version[..2]), Some("3."));
    let mut described = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("an item").keys() {
            described.insert((path.clone(), method.to_uppercase()));
            let operation = &item[method];
            assert!(operation["summary"].is_string(), "{method} {path} says what it does");
            assert!(operation["responses"].get("default").is_some(), "{method} {path} says how it refuses");
        }
    }
    let served = routes().into_iter().map(|route| (route.path, route.method.to_owned())).collect();
    assert_eq!(described, served);

    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let mut named = BTreeSet::new();
    references(&document, &mut named);
    assert!(named.contains("Problem") && named.contains("Reading"), "{named:?}");
    for name in named {
        assert!(schemas.contains_key(&name), "the schema {name} is named and not there");
    }
}

/// The names of the schemas that a part of the description refers to.
fn references(part: &Value, named: &mut BTreeSet<String>) {
    match part {
        Value::Object(fields) => {
            for (field, value) in fields {
                match value.as_str().and_then(|path| path.strip_prefix("#/components/schemas/")) {
                    Some(name) if field == "$ref" => {
                        named.insert(name.to_owned());
                    }
                    _ => references(value, named),
                }
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| references(part, named)),
        _ => {}
    }
}

#[tokio::test]
async fn reading_changes_nothing() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let circular = issuer.issues("แจ้งตัวอย่าง").await;
    let delivery = province.passes_on().await;
    let copies = tempfile::tempdir().expect("a folder");
    let copy = async |name: &str| {
        let file = copies.path().join(name);
        app.app.db.copy_to(&file).await.expect("a copy");
        std::fs::read(file).expect("a file")
    };
    let before = copy("before.db").await;
    for route in routes().into_iter().filter(|route| route.method == "GET") {
        let path = route.path.strip_prefix("/api/v1").expect("below the root");
        let id = if path.starts_with("/deliveries") { &delivery } else { &circular };
        let id = id.rsplit('/').next().expect("an id");
        for program in [&issuer, &province] {
            program.get(&path.replace("{id}", id)).await.text();
        }
    }
    assert!(before == copy("after.db").await, "a GET wrote to the database");
}
