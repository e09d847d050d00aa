//! The client and its command: by themselves, and against a node of this build. One program for all of it:
//! linking takes longer than running.

mod council;
mod instruments;
mod journey;
mod members;
mod money;
mod nodes;
mod reconnect;
mod report_vectors;
mod support;
mod validators;
