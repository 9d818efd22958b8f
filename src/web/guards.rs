//! Whom a handler is for. Each is an extractor, the second of a handler's arguments.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::errors::PageError;
use super::frame::Frame;
use super::limits::Limit;
use super::visitor::Visitor;
use crate::domain::actor::Actor;
use crate::domain::refusal::Refusal;
use crate::paths::Guard;
use crate::paths::deeds::Demands;
use crate::store::sessions::Session;

/// Everybody, within the limit of public pages.
#[derive(Debug, Clone)]
pub struct Anyone(pub Visitor);

/// Every program and browser, without a limit: files that pages are built with, and figures for operators.
#[derive(Debug, Clone, Copy)]
pub struct Unmetered;

/// An officer who is signed in, whatever the role.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who acts.
    pub actor: Actor,
    /// The session.
    pub session: Session,
    /// The visitor.
    pub visitor: Visitor,
}

/// An officer whose role may do deed `D`; whether on this thing is for the finder's scope and the action to say.
pub struct May<D>(Signed, PhantomData<D>);

impl<D> fmt::Debug for May<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("May").field(&self.0).finish()
    }
}

impl Guard for Anyone {
    fn name() -> &'static str {
        "anyone"
    }
}

impl Guard for Unmetered {
    fn name() -> &'static str {
        "unmetered"
    }
}

impl Guard for Signed {
    fn name() -> &'static str {
        "signed in"
    }
}

impl<D: Demands> Guard for May<D> {
    fn name() -> &'static str {
        D::DEED.as_str()
    }
}

impl Deref for Anyone {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.0
    }
}

impl<D> Deref for May<D> {
    type Target = Signed;

    fn deref(&self) -> &Signed {
        &self.0
    }
}

impl Anyone {
    /// The frame of the page that answers.
    pub fn frame(&self) -> Frame {
        Frame::new(&self.0)
    }
}

impl Signed {
    /// The frame of the page that answers.
    pub fn frame(&self) -> Frame {
        Frame::new(&self.visitor)
    }
}

impl<S: Sync> FromRequestParts<S> for Anyone {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let visitor = Visitor::of(&parts.extensions)?;
        visitor.spend(Limit::Public)?;
        Ok(Self(visitor))
    }
}

impl<S: Sync> FromRequestParts<S> for Unmetered {
    type Rejection = PageError;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, PageError> {
        Ok(Self)
    }
}

impl<S: Sync> FromRequestParts<S> for Signed {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let visitor = Visitor::of(&parts.extensions)?;
        let Some(session) = visitor.session.clone() else { return Err(visitor.must_sign_in()) };
        Ok(Self { actor: session.actor.clone(), session, visitor })
    }
}

impl<S: Sync, D: Demands> FromRequestParts<S> for May<D> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let signed = Signed::from_request_parts(parts, state).await?;
        if signed.actor.may(D::DEED) {
            Ok(Self(signed, PhantomData))
        } else {
            Err(Refusal::NotAllowed.into())
        }
    }
}
