//! New runtimes: the council authorises the hash of the code, then anybody installs the code.

use crate::{answer::Answer, context::Context, parse, send};
use huangpu_client::{calls::council, Error, H256};
use polkadot_sdk::sp_io::hashing::blake2_256;

/// How Wasm begins.
const WASM: &[u8] = b"\0asm";
/// How compressed Wasm begins: a magic number of the SDK's (`sp-maybe-compressed-blob`).
const COMPRESSED: &[u8] = &[82, 188, 83, 118, 70, 219, 142, 5];

pub(super) async fn authorize(context: &Context, path: &str) -> Result<Answer, Error> {
    let (_, hash) = read(path)?;
    let answer = send::send_as_council(context, council::authorize_upgrade(hash)).await?;
    if context.sending().print_call {
        return Ok(answer);
    }
    let line = format!("code {hash:?}");
    Ok(answer.with("codeHash", format!("{hash:?}").into(), &line))
}

pub(super) async fn apply(context: &Context, path: &str) -> Result<Answer, Error> {
    let (code, hash) = read(path)?;
    let chain = context.chain().await?;
    // Told before the code is sent: it is large.
    match chain.authorized_upgrade(context.head().await?.hash).await? {
        Some(authorised) if authorised == hash => {}
        Some(authorised) => {
            return Err(Error::Input(format!(
                "the council authorised another code: its hash is {authorised:?}, that of {path} is {hash:?}"
            )))
        }
        None => {
            return Err(Error::input(
                "the council has authorised no new runtime: first `huangpu council upgrade`, and the votes",
            ))
        }
    }
    send::send(context, &council::apply_upgrade(code)).await
}

/// A runtime's code and its hash.
fn read(path: &str) -> Result<(Vec<u8>, H256), Error> {
    let code = parse::file(path)?;
    if !code.starts_with(WASM) && !code.starts_with(COMPRESSED) {
        return Err(Error::File {
            path: path.to_owned(),
            reason: "it is no runtime: neither Wasm nor compressed Wasm".into(),
        });
    }
    let hash = H256(blake2_256(&code));
    Ok((code, hash))
}
