//! A node of this build, and the command run against it.

use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    sync::mpsc,
    time::Duration,
};

/// A fresh development chain, gone when dropped.
pub(crate) struct Node {
    process: Child,
    port: u16,
    url: String,
}

impl Node {
    /// Starts one; `None`, with a message, where the node was not built.
    pub(crate) fn start() -> Option<Self> {
        // Port 0: the system picks a free one, and the node says which.
        Self::start_at(0)
    }

    /// Starts one at a port.
    pub(crate) fn start_at(port: u16) -> Option<Self> {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_huangpu")).with_file_name("huangpu-node");
        if !program.exists() {
            let needed = std::env::var_os("HUANGPU_TESTS_NEED_NODE").is_some();
            assert!(!needed, "{} was not built", program.display());
            eprintln!("skipped: {} was not built", program.display());
            return None;
        }
        let mut process = Command::new(program)
            .args(["--dev", "--tmp", "--port", "0", "--no-prometheus", "--no-mdns"])
            .args(["--rpc-port", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the node can be run");
        let log = BufReader::new(process.stderr.take().expect("it is piped"));
        let (found, port) = mpsc::channel();
        // The log is read to its end, so that the node never waits for a reader.
        std::thread::spawn(move || {
            for line in log.lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once("JSON-RPC server: addr=127.0.0.1:") {
                    let digits: String = address.chars().take_while(char::is_ascii_digit).collect();
                    let _ = found.send(digits);
                }
            }
        });
        // It compiles its runtime first, as do the other tests' nodes. From here on it ends with the test, however that
        // does.
        let mut node = Self { process, port: 0, url: String::new() };
        let port = port.recv_timeout(Duration::from_secs(300)).expect("the node says its port");
        node.port = port.parse().expect("a port is a number");
        node.url = format!("ws://127.0.0.1:{port}");
        Some(node)
    }

    /// Where it answers.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The port of that address.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Runs the command with `--json`.
    pub(crate) fn run(&self, signer: Option<&str>, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huangpu"));
        command.env_remove("HUANGPU_SIGNER").args(["--json", "--url", &self.url]);
        if let Some(signer) = signer {
            command.args(["--signer", signer]);
        }
        command.args(arguments).output().expect("the command can be run")
    }

    /// What the command answers; it must succeed.
    pub(crate) fn answer(&self, signer: Option<&str>, arguments: &[&str]) -> Value {
        let output = self.run(signer, arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {error}");
        serde_json::from_slice(&output.stdout).expect("it answers in JSON")
    }

    /// Reads.
    pub(crate) fn read(&self, arguments: &[&str]) -> Value {
        self.answer(None, arguments)
    }

    /// How the command fails; it must.
    pub(crate) fn failure(&self, signer: Option<&str>, arguments: &[&str]) -> Value {
        let output = self.run(signer, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?} should fail");
        assert!(output.stdout.is_empty(), "{arguments:?} failed and answered");
        let told: Value = serde_json::from_slice(&output.stderr).expect("it fails in JSON");
        told["error"].clone()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The arguments of a command line without quotes.
pub(crate) fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// The names of these pallets' events in a receipt, in their order.
pub(crate) fn events_of<'a>(receipt: &'a Value, pallets: &[&str]) -> Vec<&'a str> {
    let all = receipt["events"].as_array().expect("a list").iter();
    let ours = all.filter(|event| pallets.contains(&event["pallet"].as_str().expect("a name")));
    ours.map(|event| event["name"].as_str().expect("a name")).collect()
}
