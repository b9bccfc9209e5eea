//! The applications and chats that an import goes into: found by name and title, made where there are none, and found
//! again by a second run.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::domain::ChatNumber;
use tokio::sync::{Mutex, OnceCell};

use super::patience::Patience;
use super::window::{ChatName, chat_key};
use crate::backend::{Ask, Backend, Writing};
use crate::commands::listing::gather;
use crate::commands::named::applications_called;
use crate::output::failure::{Failure, Kind};

/// An application and its chats.
#[derive(Debug)]
pub struct Place {
    /// The application's token.
    pub token: String,
    chats: Mutex<HashMap<Arc<str>, Arc<OnceCell<ChatNumber>>>>,
}

/// How many were made.
#[derive(Debug, Default, Clone, Copy)]
pub struct Made {
    /// Applications.
    pub applications: u64,
    /// Chats.
    pub chats: u64,
}

/// An application's place, looked for or made by whoever comes first.
type Found = Arc<OnceCell<Arc<Place>>>;

/// All places by application.
pub struct Places<'a> {
    backend: &'a dyn Backend,
    patience: Patience,
    apps: Mutex<HashMap<Arc<str>, Found>>,
    made: std::sync::Mutex<Made>,
}

impl<'a> Places<'a> {
    /// None yet.
    pub fn new(backend: &'a dyn Backend, patience: Patience) -> Self {
        Self { backend, patience, apps: Mutex::default(), made: std::sync::Mutex::default() }
    }

    /// How many were made.
    pub fn made(&self) -> Made {
        self.made.lock().map(|made| *made).unwrap_or_default()
    }

    /// The application of this name.
    pub async fn app(&self, name: &Arc<str>) -> Result<Arc<Place>, Failure> {
        let cell = Arc::clone(self.apps.lock().await.entry(Arc::clone(name)).or_default());
        cell.get_or_try_init(|| self.find_or_make_app(name)).await.cloned()
    }

    /// The chat of this title in it.
    pub async fn chat(&self, place: &Place, name: &ChatName) -> Result<ChatNumber, Failure> {
        let cell = Arc::clone(place.chats.lock().await.entry(Arc::clone(&name.title)).or_default());
        cell.get_or_try_init(|| self.make_chat(place, &name.title)).await.copied()
    }

    async fn find_or_make_app(&self, name: &str) -> Result<Arc<Place>, Failure> {
        // A creation whose answer was lost is looked for before it is repeated: applications have no keys.
        let token = self.patience.keep_trying(|| self.try_app(name)).await?;
        let chats = self.patience.keep_trying(|| self.chats_of(&token)).await?;
        Ok(Arc::new(Place { token, chats: Mutex::new(chats) }))
    }

    async fn try_app(&self, name: &str) -> Result<String, Failure> {
        let mut found = applications_called(self.backend, name).await?;
        match (found.len(), found.pop()) {
            (1, Some(app)) => Ok(app.token),
            (0, _) | (_, None) => {
                let made = self.backend.create_application(name).await?;
                self.count(|made| made.applications += 1);
                Ok(made.token)
            }
            (count, _) => Err(Failure::new(Kind::Conflict, format!("import into the application `{name}`"))
                .because(format!("{count} applications have this name"))
                .code("ambiguous_name")
                .hint("rename all but one of them: chatctl app rename TOKEN NAME")),
        }
    }

    /// The chats by title. Where two share one, neither can be meant; the failure comes when one of them is.
    async fn chats_of(&self, token: &str) -> Result<HashMap<Arc<str>, Arc<OnceCell<ChatNumber>>>, Failure> {
        let backend = self.backend;
        let all = gather(Ask::default(), |ask| async move { backend.chats(token, &ask).await }).await?;
        let mut chats: HashMap<Arc<str>, Arc<OnceCell<ChatNumber>>> = HashMap::new();
        for chat in all {
            if let Some(title) = chat.title {
                // The first of several is the one that an earlier run would have made or found.
                chats.entry(title.into()).or_insert_with(|| Arc::new(OnceCell::new_with(Some(chat.chat_number))));
            }
        }
        Ok(chats)
    }

    async fn make_chat(&self, place: &Place, title: &str) -> Result<ChatNumber, Failure> {
        let key = chat_key(&place.token, title);
        let how = Writing { key: Some(&key), wait: None::<Duration>, if_version: None };
        let made = self.patience.keep_trying(|| self.backend.create_chat(&place.token, Some(title), how)).await?;
        self.count(|made| made.chats += 1);
        Ok(made.chat_number)
    }

    fn count(&self, add: impl FnOnce(&mut Made)) {
        if let Ok(mut made) = self.made.lock() {
            add(&mut made);
        }
    }
}
