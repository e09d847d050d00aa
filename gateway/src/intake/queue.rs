//! One writer for all ways in. What several senders bring at the same time shares one durable
//! transaction, so the disk is not asked once per sender.

use crate::{
    reading::{NewReading, Outcome, Slot},
    reports::Register,
    store::{Store, StoreError},
};
use std::{sync::Arc, time::Instant};
use tokio::sync::{mpsc, oneshot};

/// Most senders that wait; the next ones wait for a place.
const SENDERS: usize = 64;
/// Most readings in one transaction, if several senders bring them.
const SHARED: usize = 10_000;

type Answer = Result<Vec<Outcome>, Arc<StoreError>>;
type Registers = Box<dyn Fn(Slot) -> Register + Send + Sync>;
type Observer = Box<dyn Fn(std::time::Duration) + Send + Sync>;

enum Message {
    Store(Batch),
    Stop,
}

struct Batch {
    readings: Vec<NewReading>,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writer.
#[derive(Clone)]
pub struct Queue {
    sender: mpsc::Sender<Message>,
}

/// Why a batch was not stored.
#[derive(Clone, Debug, thiserror::Error)]
pub enum QueueError {
    /// The store failed.
    #[error(transparent)]
    Store(Arc<StoreError>),
    /// The gateway is shutting down.
    #[error("the gateway is shutting down: send it again")]
    Closed,
}

impl Queue {
    /// Starts the writer's thread. It ends after [`Queue::close`]. `observe` hears how long each transaction took.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(
        store: Arc<Store>,
        registers: Registers,
        observe: Observer,
    ) -> std::io::Result<(Self, std::thread::JoinHandle<()>)> {
        let (sender, receiver) = mpsc::channel(SENDERS);
        let thread = std::thread::Builder::new()
            .name("intake".into())
            .spawn(move || run(receiver, &store, &registers, &observe))?;
        Ok((Self { sender }, thread))
    }

    /// Stores readings. When it returns, they are on the disk.
    ///
    /// # Errors
    /// If none of them could be stored.
    pub async fn store(&self, readings: Vec<NewReading>) -> Result<Vec<Outcome>, QueueError> {
        if readings.is_empty() {
            return Ok(Vec::new());
        }
        let (answer, answered) = oneshot::channel();
        let batch = Batch { readings, answer };
        self.sender.send(Message::Store(batch)).await.map_err(|_| QueueError::Closed)?;
        answered.await.map_err(|_| QueueError::Closed)?.map_err(QueueError::Store)
    }

    /// Lets the writer end after what came before. Must not be called from asynchronous code that
    /// has no other thread to run on: it waits for a place in the queue.
    pub fn close(&self) {
        // The writer is gone already: that is what was wanted.
        let _ = self.sender.blocking_send(Message::Stop);
    }
}

fn run(
    mut receiver: mpsc::Receiver<Message>,
    store: &Store,
    registers: &Registers,
    observe: &Observer,
) {
    let mut stopped = false;
    while !stopped {
        let Some(Message::Store(first)) = receiver.blocking_recv() else { break };
        let mut readings = first.readings.clone();
        let mut batches = vec![first];
        while readings.len() < SHARED {
            match receiver.try_recv() {
                Ok(Message::Store(next)) => {
                    readings.extend_from_slice(&next.readings);
                    batches.push(next);
                }
                Ok(Message::Stop) => {
                    stopped = true;
                    break;
                }
                Err(_) => break,
            }
        }
        let started = Instant::now();
        let stored = store.take_in(&readings, registers).map_err(Arc::new);
        observe(started.elapsed());
        answer(batches, stored);
    }
}

fn answer(batches: Vec<Batch>, stored: Answer) {
    let mut outcomes = stored.map(Vec::into_iter);
    for Batch { readings, answer } in batches {
        let part = outcomes.as_mut().map(|all| all.take(readings.len()).collect());
        // A sender that has gone away will send again: it finds duplicates.
        let _ = answer.send(part.map_err(|e| e.clone()));
    }
}
