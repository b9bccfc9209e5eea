//! Stands before a server and lets nobody through while it is closed: connections break and new ones are refused, as by a
//! server that is down. Its port stays its own meanwhile.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// How many may wait for their connection.
const BACKLOG: u32 = 128;

/// One before a server. Closed when dropped.
pub struct Gate {
    behind: SocketAddr,
    /// Bound, and listened to by nobody: nobody else can have the port.
    keeper: TcpSocket,
    /// What passes, while it is open.
    open: Option<Runtime>,
}

impl Gate {
    /// An open one before the server at an address.
    pub fn before(behind: SocketAddr) -> Self {
        let keeper = socket(([127, 0, 0, 1], 0).into());
        let mut gate = Self { behind, keeper, open: None };
        gate.open();
        gate
    }

    /// Where the server is to be found.
    pub fn address(&self) -> SocketAddr {
        self.keeper.local_addr().expect("bound")
    }

    /// Lets connections through again.
    pub fn open(&mut self) {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let (behind, address) = (self.behind, self.address());
        runtime.block_on(async {
            let listener = socket(address).listen(BACKLOG).expect("listens");
            tokio::spawn(async move {
                while let Ok((client, _)) = listener.accept().await {
                    tokio::spawn(pass(client, behind));
                }
            });
        });
        self.open = Some(runtime);
    }

    /// Breaks all connections and refuses new ones.
    pub fn close(&mut self) {
        if let Some(runtime) = self.open.take() {
            runtime.shutdown_timeout(Duration::from_secs(10));
        }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.close();
    }
}

fn socket(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_reuseport(true).expect("shares its port");
    socket.bind(address).expect("a free port");
    socket
}

/// Until either side has had enough.
async fn pass(mut client: TcpStream, behind: SocketAddr) {
    if let Ok(mut server) = TcpStream::connect(behind).await {
        let at_once = client.set_nodelay(true).and(server.set_nodelay(true));
        at_once.expect("sends at once");
        // A broken connection is what the test is about.
        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
    }
}
