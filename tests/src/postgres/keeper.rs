//! The thread that starts servers.
//!
//! A server is told to end when its parent does, so that none is left behind by a test process that was
//! killed. To the kernel the parent is the *thread* that started it, and the test runner ends a thread
//! with each test. So one thread does nothing but start servers, for as long as the cluster exists.

use std::process::{Child, Command};
use std::sync::mpsc::{Sender, channel};

type Order = (Command, Sender<Child>);

/// A thread that starts servers. It ends when the last of its owner's orders can no longer come.
pub(super) struct Keeper {
    orders: Sender<Order>,
}

impl Keeper {
    pub(super) fn start() -> Self {
        let (orders, received) = channel::<Order>();
        std::thread::Builder::new()
            .name("postgres keeper".into())
            .spawn(move || {
                for (mut command, answer) in received {
                    let child = command.spawn().expect("PostgreSQL can be started");
                    let _ = answer.send(child);
                }
            })
            .expect("a thread can be started");
        Self { orders }
    }

    pub(super) fn spawn(&self, command: Command) -> Child {
        let (answer, child) = channel();
        self.orders.send((command, answer)).expect("the keeper runs");
        child.recv().expect("the keeper answers")
    }
}
