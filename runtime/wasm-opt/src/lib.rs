//! The part of the crate `wasm-opt` that `substrate-wasm-builder` uses, over the program `wasm-opt` of Binaryen.
//!
//! The crate itself compiles Binaryen from its C++ sources: a quarter of a cold build on two cores, to strip and
//! re-encode one file at the optimisation level 0. The program that Debian ships makes the same file of it, byte for
//! byte. `docs/adr/0001-workspace-and-dependencies.md` says more.

use std::{
    fmt,
    path::Path,
    process::{Command, Output},
};

/// The program.
const PROGRAM: &str = "wasm-opt";

/// What is to be done to a file.
pub struct OptimizationOptions {
    options: Vec<&'static str>,
}

/// A pass over a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Leaves out debug information in DWARF.
    StripDwarf,
    /// Replaces the instructions of the extension sign-ext. The target `wasm32v1-none` has none of them, and
    /// [`OptimizationOptions::mvp_features_only`] refuses a file that does.
    SignextLowering,
}

impl OptimizationOptions {
    /// Nothing is optimised; the file is read and written.
    pub fn new_opt_level_0() -> Self {
        Self { options: vec!["-O0"] }
    }

    /// Only what the first version of WebAssembly has.
    pub fn mvp_features_only(&mut self) -> &mut Self {
        self.option("--mvp-features")
    }

    /// Keeps the names of functions, or not.
    pub fn debug_info(&mut self, keep: bool) -> &mut Self {
        match keep {
            true => self.option("--debuginfo"),
            false => self,
        }
    }

    /// Adds a pass.
    pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
        match pass {
            Pass::StripDwarf => self.option("--strip-dwarf"),
            // Binaryen 108, which Debian 12 ships, has no such pass.
            Pass::SignextLowering => self,
        }
    }

    /// Reads a file and writes another one.
    ///
    /// # Errors
    /// When the program is not there, or refuses the file.
    pub fn run(&self, from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<(), Error> {
        let made = Command::new(PROGRAM)
            .args(&self.options)
            .arg(from.as_ref())
            .arg("-o")
            .arg(to.as_ref())
            .output();
        match made {
            Ok(Output { status, .. }) if status.success() => Ok(()),
            Ok(Output { stderr, .. }) => {
                Err(Error::Refused(String::from_utf8_lossy(&stderr).trim().to_owned()))
            }
            Err(error) => Err(Error::NotRun(error.to_string())),
        }
    }

    fn option(&mut self, option: &'static str) -> &mut Self {
        self.options.push(option);
        self
    }
}

/// Why nothing was written. The wasm builder prints it with `{:?}`.
pub enum Error {
    /// The program could not be started.
    NotRun(String),
    /// The program refused the file.
    Refused(String),
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRun(why) => write!(
                f,
                "{PROGRAM} cannot be run ({why}): it is in Debian's package binaryen, which scripts/run.sh and \
                 scripts/test.sh install"
            ),
            Self::Refused(why) => write!(f, "{PROGRAM} refused the file: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// An empty module of the first version.
    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn compact(module: &[u8], name: &str) -> Result<Vec<u8>, Error> {
        let folder =
            std::env::temp_dir().join(format!("huangpu-wasm-opt-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (from, to) = (folder.join("from.wasm"), folder.join("to.wasm"));
        fs::write(&from, module).expect("a file");
        let mut options = OptimizationOptions::new_opt_level_0();
        let options = options.mvp_features_only().debug_info(false).add_pass(Pass::StripDwarf);
        let made = options.add_pass(Pass::SignextLowering).run(&from, &to);
        let made = made.map(|()| fs::read(&to).expect("it was written"));
        fs::remove_dir_all(&folder).expect("it is ours");
        made
    }

    #[test]
    fn a_module_is_read_and_written() {
        assert_eq!(compact(EMPTY, "empty").expect("a module"), EMPTY);
    }

    #[test]
    fn debug_information_is_left_out() {
        // A custom section: its length, the length of its name, the name, nothing.
        let section = [&[0, 12, 11][..], b".debug_info"].concat();
        let module = [EMPTY, &section].concat();
        assert_eq!(compact(&module, "dwarf").expect("a module"), EMPTY);
    }

    #[test]
    fn what_is_beyond_the_first_version_is_refused() {
        // (func (result i32) i32.const 1 i32.extend8_s)
        let types = [1, 5, 1, 0x60, 0, 1, 0x7f];
        let functions = [3, 2, 1, 0];
        let code = [10, 7, 1, 5, 0, 0x41, 1, 0xc0, 0x0b];
        let module = [EMPTY, &types, &functions, &code].concat();
        let refused = compact(&module, "signext").expect_err("it extends a sign");
        assert!(format!("{refused:?}").contains("refused"), "{refused:?}");
    }

    #[test]
    fn no_module_is_refused() {
        assert!(matches!(compact(b"no module", "none"), Err(Error::Refused(_))));
    }
}
