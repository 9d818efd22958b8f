//! The description of the API in `OpenAPI` 3.1: gathered from the handlers, completed with what all of them share.

use axum::body::Bytes;
use utoipa::__dev::SchemaReferences;
use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    Components, Content, Info, OpenApi, Paths, Ref, RefOr, Required, Response, ResponseBuilder,
};
use utoipa::{PartialSchema as _, Path, ToSchema as _};

use super::problem::Told;
use super::routes::Guard;
use super::{ROOT, auth, idempotency};

/// The names of the two ways in.
const TOKEN: &str = "token";
const SESSION: &str = "session";

/// The description as it is served, written once.
#[derive(Clone)]
pub struct Document(pub Bytes);

impl Document {
    /// Values made here always have a JSON form.
    pub fn of(openapi: &OpenApi) -> Self {
        Self(serde_json::to_vec(openapi).unwrap_or_default().into())
    }
}

/// A description without routes.
pub fn frame() -> OpenApi {
    let mut info = Info::new("Wian", "1");
    info.description = Some(
        "Follows an official circular from the department to the schools. Ids are strings of digits, dates ISO 8601, \
         times carry their offset, errors are RFC 9457 problems with a stable `code`. Lists page by cursor: give \
         `next` of one page as `after` of the following."
            .to_owned(),
    );
    let mut components = Components::new();
    components.add_security_scheme(TOKEN, SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let cookie = ApiKeyValue::with_description(
        auth::SESSION_COOKIE,
        "The session of somebody signed in; methods other than GET also need its X-CSRF-Token.",
    );
    components.add_security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    components.schemas.insert(Told::name().into_owned(), Told::schema());
    let mut schemas = Vec::new();
    Told::schemas(&mut schemas);
    components.schemas.extend(schemas);
    let mut openapi = OpenApi::new(info, Paths::new());
    openapi.components = Some(components);
    openapi
}

/// Adds a route's documentation, with what no handler needs to say itself: its path's parameters, who may come in, how
/// it refuses, and its idempotency key.
pub fn document<D: Path + SchemaReferences>(openapi: &mut OpenApi, guard: Guard) {
    let (path, methods) = (format!("{ROOT}{}", D::path()), D::methods());
    let mut operation = D::operation();
    let parameters = operation.parameters.get_or_insert_default();
    parameters.extend(in_path(&path).map(RefOr::T));
    if methods.contains(&HttpMethod::Post) {
        parameters.push(RefOr::T(key_header()));
    }
    operation.security = Some(match guard {
        Guard::Anybody => Vec::new(),
        _ => [TOKEN, SESSION].map(|scheme| SecurityRequirement::new(scheme, [""; 0])).into(),
    });
    refusals(&mut operation, guard);
    openapi.paths.add_path_operation(path, methods, operation);
    let mut schemas = Vec::new();
    D::schemas(&mut schemas);
    openapi.components.get_or_insert_default().schemas.extend(schemas);
}

fn in_path(path: &str) -> impl Iterator<Item = Parameter> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| {
        let schema = Object::with_type(Type::String);
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .schema(Some(schema))
            .build()
    })
}

fn key_header() -> Parameter {
    ParameterBuilder::new()
        .name(idempotency::HEADER)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("The same key gives the same answer and does nothing twice; kept for a day."))
        .schema(Some(Object::with_type(Type::String)))
        .build()
}

fn refusals(operation: &mut Operation, guard: Guard) {
    let problem = |description: &str| -> RefOr<Response> {
        let schema = Ref::from_schema_name(Told::name());
        let content = Content::new(Some(schema));
        ResponseBuilder::new()
            .description(description)
            .content("application/problem+json", content)
            .build()
            .into()
    };
    let responses = &mut operation.responses.responses;
    if guard != Guard::Anybody {
        responses.insert("401".to_owned(), problem("No valid token or session."));
    }
    responses.insert("default".to_owned(), problem("Refused, with the reason."));
}
