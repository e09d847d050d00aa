//! The program's commands.

use crate::common::{wait_until, REFERENCE};
use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

fn gateway(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huangpu-gateway"));
    command.args(arguments).arg("--data").arg(directory).env_remove("HUANGPU_GATEWAY_CONFIG");
    command
}

fn output(directory: &Path, arguments: &[&str]) -> Output {
    gateway(directory, arguments).output().unwrap()
}

fn stdout(directory: &Path, arguments: &[&str]) -> String {
    let output = output(directory, arguments);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn keys_are_made_once_and_listed() {
    let directory = tempfile::tempdir().unwrap();
    let new = ["keys", "new", "--reference", REFERENCE];
    let first = stdout(directory.path(), &new);
    assert!(first.starts_with("ed25519:0x") && first.trim().len() == 10 + 64, "{first}");
    assert_eq!(stdout(directory.path(), &new), first);
    let other =
        stdout(directory.path(), &["keys", "new", "--reference", "b", "--algorithm", "secp256k1"]);
    assert!(other.starts_with("secp256k1:0x") && other.trim().len() == 12 + 66, "{other}");
    let listed = stdout(directory.path(), &["keys", "list"]);
    assert_eq!(listed, format!("{} b\n{} {REFERENCE}\n", other.trim(), first.trim()));
    let changed = output(
        directory.path(),
        &["keys", "new", "--reference", REFERENCE, "--algorithm", "sr25519"],
    );
    assert!(!changed.status.success());
    assert!(String::from_utf8_lossy(&changed.stderr).contains("has a key of algorithm ed25519"));
    // No output ever holds a seed.
    let seed = std::fs::read_to_string(directory.path().join("keys/b.secp256k1")).unwrap();
    for output in [changed, self::output(directory.path(), &["keys", "list"])] {
        for text in [output.stdout, output.stderr] {
            assert!(!String::from_utf8_lossy(&text).contains(seed.trim()));
        }
    }
}

#[test]
fn the_keys_of_a_profile_come_with_what_to_register() {
    let directory = tempfile::tempdir().unwrap();
    let profile = directory.path().join("two.toml");
    let text = include_str!("../../profiles/steel-plant.toml")
        .replace("[columns]", "[columns]\ndevice = \"meter\"");
    let second = "[[devices]]\nreference = \"hall 2\"\nunit = \"WHR\"\ninput = \"register\"\n\
                  algorithm = \"sr25519\"\nrollover = 1000000\n";
    std::fs::write(&profile, format!("{text}\n{second}")).unwrap();
    let new = ["keys", "new", "--profile", profile.to_str().unwrap()];
    let printed = stdout(directory.path(), &new);
    let lines: Vec<(&str, &str)> =
        printed.lines().map(|line| line.split_once(' ').unwrap()).collect();
    let [(first, one), (second, two)] = lines[..] else { panic!("{printed}") };
    assert_eq!(
        (one, two),
        ("2 WHR interval - steel-works/main-meter", "2 WHR register 1000000 hall 2")
    );
    assert!(first.starts_with("ed25519:0x") && second.starts_with("sr25519:0x"), "{printed}");
    let listed = stdout(directory.path(), &["keys", "list"]);
    assert_eq!(listed, format!("{second} hall 2\n{first} {REFERENCE}\n"));
    assert_eq!(stdout(directory.path(), &new), printed, "they are made once");
    let neither = output(directory.path(), &["keys", "new", "--profile", "/nowhere.toml"]);
    assert!(!neither.status.success());
    assert!(String::from_utf8_lossy(&neither.stderr).contains("/nowhere.toml"));
}

#[test]
fn a_replay_without_a_node_fails_and_prints_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = [
        "replay",
        "--simulated",
        "--days",
        "1",
        "--wait",
        "--until-finalized-timeout",
        "1",
        "--node",
        "ws://127.0.0.1:1",
        "--listen",
        "127.0.0.1:0",
    ];
    let output = output(directory.path(), &arguments);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    assert!(String::from_utf8_lossy(&output.stderr).contains("the node could not be reached"));
}

#[test]
fn a_gateway_without_configuration_serves_and_stops_when_told() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = ["run", "--node", "ws://127.0.0.1:1", "--listen", "127.0.0.1:0"];
    let child = gateway(directory.path(), &arguments).stderr(Stdio::piped()).spawn().unwrap();
    let pid = rustix::process::Pid::from_child(&child);
    let waiting = std::thread::spawn(move || child.wait_with_output().unwrap());
    std::thread::sleep(std::time::Duration::from_millis(500));
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    wait_until("it stops", || waiting.is_finished().then_some(()));
    let output = waiting.join().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("listening on http://127.0.0.1:"));
}
