//! What faults strike: an embedded chatd, or processes, servers and a proxy.

use std::path::PathBuf;

use chat_shared::api::client::Client;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::process::Process;

/// A running installation.
pub struct Installation {
    folder: TempDir,
    chatd: Option<Process>,
    client: watch::Sender<Client>,
}

impl Installation {
    /// One chatd with everything embedded.
    pub async fn embedded() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let chatd = Process::start(&folder.path().join("data")).await;
        let (client, _) = watch::channel(chatd.client.clone());
        Self { folder, chatd: Some(chatd), client }
    }

    /// The client that reaches it now.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// The client that reaches it, as it changes.
    pub fn clients(&self) -> watch::Receiver<Client> {
        self.client.subscribe()
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Ends chatd without a chance to finish anything.
    pub fn kill(&mut self) {
        self.chatd.take().expect("it runs").kill();
    }

    /// Asks chatd to stop, and waits until it has.
    pub async fn terminate(&mut self) {
        self.chatd.take().expect("it runs").terminate().await;
    }

    /// Starts chatd again on the same data.
    pub async fn start(&mut self) {
        let chatd = Process::start(&self.data()).await;
        self.client.send_replace(chatd.client.clone());
        self.chatd = Some(chatd);
    }

    /// Stops everything in order.
    pub async fn stop(mut self) {
        if let Some(chatd) = self.chatd.take() {
            chatd.terminate().await;
        }
    }
}
