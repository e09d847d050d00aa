#!/usr/bin/env python3
"""Writes report-v1.json, the test vectors of report-v1.md.

It is an implementation of its own: it shares no line with the chain's code, follows the words of
report-v1.md and takes its cryptography from other libraries than the chain does. The tests of the
chain, the gateway and the client read what it wrote.

    python3 -m venv .venv
    .venv/bin/pip install cryptography==50.0.2 coincurve==21.0.0 py-sr25519-bindings==0.2.4
    .venv/bin/python make_vectors.py            # writes report-v1.json
    .venv/bin/python make_vectors.py --check    # fails if the file is not what would be written

sr25519 signatures hold randomness. The ones in the file are kept as long as they are valid, so
that a second run changes nothing.
"""

import argparse
import hashlib
import json
import pathlib
import sys

import coincurve
import sr25519
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

FILE = pathlib.Path(__file__).with_name("report-v1.json")

DOMAIN = b"huangpu/report/v1"
MINUTE = 60_000
DAY = 24 * 60 * MINUTE
# 1 January 2018, 00:00 at UTC+8: the begin of a month of the chain's calendar.
BEGIN = 1_514_736_000_000
LATE, ESTIMATED = 1, 2
U32, U64 = 2**32 - 1, 2**64 - 1
SECP256K1_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


def blake2(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=32).digest()


def label(text: str) -> bytes:
    """Bytes that look random and are the same in every run."""
    return hashlib.sha256(b"report-v1 vectors: " + text.encode()).digest()


def little(number: int, width: int) -> bytes:
    return number.to_bytes(width, "little")


# ---- keys and signatures ----------------------------------------------------------------------


class Ed25519:
    name, number = "ed25519", 0

    def __init__(self, seed):
        self.seed = seed
        self.private = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message):
        return self.private.sign(message)

    def verify(self, message, signature):
        try:
            self.private.public_key().verify(signature, message)
            return True
        except InvalidSignature:
            return False


class Sr25519:
    name, number = "sr25519", 1
    kept: set[bytes] = set()

    def __init__(self, seed):
        self.seed = seed
        self.pair = sr25519.pair_from_seed(seed)
        self.public = self.pair[0]

    def sign(self, message):
        for signature in sorted(self.kept):
            if self.verify(message, signature):
                return signature
        return sr25519.sign(self.pair, message)

    def verify(self, message, signature):
        return sr25519.verify(signature, message, self.public)


class Secp256k1:
    name, number = "secp256k1", 2

    def __init__(self, seed):
        self.seed = seed
        self.private = coincurve.PrivateKey(seed)
        self.public = self.private.public_key.format(compressed=True)

    def sign(self, message):
        return self.private.sign_recoverable(message, hasher=None)

    def verify(self, message, signature):
        found = coincurve.PublicKey.from_signature_and_message(signature, message, hasher=None)
        return found.format(compressed=True) == self.public


def mirrored(signature: bytes) -> bytes:
    """The other ECDSA signature of the same key over the same hash: s negated."""
    s = SECP256K1_ORDER - int.from_bytes(signature[32:64], "big")
    return signature[:32] + s.to_bytes(32, "big") + bytes([signature[64] ^ 1])


# ---- readings and their tree ------------------------------------------------------------------


def leaf(reading) -> bytes:
    contents = (
        reading["salt"]
        + little(reading["timestamp"], 8)
        + little(reading["value"], 8)
        + little(reading["status"], 1)
    )
    return blake2(b"\x00" + contents)


def inner(left: bytes, right: bytes) -> bytes:
    return blake2(b"\x01" + left + right)


def split(count: int) -> int:
    """The largest power of two below `count`."""
    half = 1
    while half * 2 < count:
        half *= 2
    return half


def root(leaves) -> bytes:
    """RFC 9162, section 2.1.1."""
    if len(leaves) == 1:
        return leaves[0]
    half = split(len(leaves))
    return inner(root(leaves[:half]), root(leaves[half:]))


def path(leaves, index: int) -> list:
    """RFC 9162, section 2.1.3.1."""
    if len(leaves) == 1:
        return []
    half = split(len(leaves))
    if index < half:
        return path(leaves[:half], index) + [root(leaves[half:])]
    return path(leaves[half:], index - half) + [root(leaves[:half])]


def proves(top: bytes, size: int, index: int, node: bytes, siblings) -> bool:
    """RFC 9162, section 2.1.3.2."""
    if index >= size:
        return False
    fn, sn = index, size - 1
    for sibling in siblings:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = inner(sibling, node)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = inner(node, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == top


def readings(name: str, start: int, count: int, late: int = 0):
    """Quarter hours after `start`; `late` of them stand first and belong before it."""
    result = []
    for place in range(count):
        number = place - late
        result.append(
            {
                "timestamp": start + (number + 1) * 15 * MINUTE,
                "value": 500 + 37 * place * place % 4001,
                "status": LATE if number < 0 else ESTIMATED if place % 7 == 3 else 0,
                "salt": label(f"salt {name} {place}")[:16],
            }
        )
    return result


# ---- reports ----------------------------------------------------------------------------------

FIELDS = (
    ("device", 4),
    ("sequence", 4),
    ("previous", None),
    ("start", 8),
    ("end", 8),
    ("readings", 4),
    ("late", 4),
    ("register_start", 8),
    ("register", 8),
    ("root", None),
)


def encode(report) -> bytes:
    encoded = b"".join(
        report[name] if width is None else little(report[name], width) for name, width in FIELDS
    )
    assert len(encoded) == 112
    return encoded


def report_hash(report, genesis: bytes) -> bytes:
    return blake2(DOMAIN + genesis + encode(report))


def signed(report, number: int, signature: bytes) -> bytes:
    return encode(report) + bytes([number]) + signature


def batch(reports) -> bytes:
    """SCALE: the compact length, here always below 64, then one after the other."""
    assert len(reports) < 64
    return bytes([len(reports) << 2]) + b"".join(reports)


# ---- the vectors ------------------------------------------------------------------------------


def make():
    genesis, other_genesis = label("genesis"), label("other genesis")
    keys = {
        "ed25519": Ed25519(label("ed25519")),
        "sr25519": Sr25519(label("sr25519")),
        "secp256k1": Secp256k1(label("secp256k1")),
        "ed25519 of another": Ed25519(label("ed25519 of another")),
        "sr25519 of another": Sr25519(label("sr25519 of another")),
        "secp256k1 of another": Secp256k1(label("secp256k1 of another")),
    }

    trees, reports = [], []
    last = {}

    def add(name, key, device, count, behind=0, **override):
        before = last.get(device)
        start = before["report"]["end"] if before else BEGIN
        leaves_of = readings(name, start, count, behind)
        leaves = [leaf(reading) for reading in leaves_of]
        top = root(leaves)
        opening = before["report"]["register"] if before else 1_000_000 * device
        report = {
            "device": device,
            "sequence": before["report"]["sequence"] + 1 if before else 1,
            "previous": before["hash"] if before else bytes(32),
            "start": start,
            "end": start + (count - behind) * 15 * MINUTE,
            "readings": count,
            "late": behind,
            "register_start": opening,
            "register": opening + sum(reading["value"] for reading in leaves_of),
            "root": top,
        }
        report.update(override)
        hashed = report_hash(report, genesis)
        signature = keys[key].sign(hashed)
        assert keys[key].verify(hashed, signature)
        entry = {
            "name": name,
            "key": key,
            "report": report,
            "encoded": encode(report),
            "hash": hashed,
            "signature": signature,
            "signed": signed(report, keys[key].number, signature),
        }
        reports.append(entry)
        if not override:
            last[device] = entry
            paths = [path(leaves, index) for index in range(count)]
            for index, siblings in enumerate(paths):
                assert proves(top, count, index, leaves[index], siblings)
            trees.append(
                {
                    "report": name,
                    "readings": [
                        {**reading, "leaf": leaf_hash, "path": siblings}
                        for reading, leaf_hash, siblings in zip(leaves_of, leaves, paths)
                    ],
                    "root": top,
                }
            )
        return entry

    first = add("ed25519, first, a day of quarter hours", "ed25519", 1, 96)
    second = add("ed25519, second, chained to the first", "ed25519", 1, 5)
    add("ed25519, third, three of its readings late", "ed25519", 1, 8, behind=3)
    sr = add("sr25519, first, a single reading", "sr25519", 2, 1)
    add("sr25519, second, two readings", "sr25519", 2, 2)
    ec = add("secp256k1, first, three readings", "secp256k1", 3, 3)
    add(
        "all fields at their largest",
        "ed25519",
        U32,
        1,
        sequence=U32,
        previous=b"\xff" * 32,
        start=U64 - 1,
        end=U64,
        readings=U32,
        late=U32,
        register_start=U64,
        register=U64,
        root=b"\xff" * 32,
    )

    # Signatures that must be refused. `key` is the registered key of the device.
    refused = []

    def refuse(name, key, body, error, report):
        refused.append(
            {"name": name, "key": key, "signed": body, "error": error, "of": report["name"]}
        )

    for entry in (first, sr, ec):
        key = keys[entry["key"]]
        other = keys[f"{key.name} of another"]
        elsewhere = key.sign(report_hash(entry["report"], other_genesis))
        assert not key.verify(entry["hash"], elsewhere)
        refuse(
            f"{key.name}, made for another genesis",
            entry["key"],
            signed(entry["report"], key.number, elsewhere),
            "Invalid",
            entry,
        )
        refuse(
            f"{key.name}, made by another key",
            entry["key"],
            signed(entry["report"], key.number, other.sign(entry["hash"])),
            "Invalid",
            entry,
        )
        changed = {**entry["report"], "register": entry["report"]["register"] + 1}
        refuse(
            f"{key.name}, register changed after signing",
            entry["key"],
            signed(changed, key.number, entry["signature"]),
            "Invalid",
            entry,
        )
        unhashed = key.sign(blake2(DOMAIN + genesis + entry["hash"]))
        refuse(
            f"{key.name}, over something else than the hash",
            entry["key"],
            signed(entry["report"], key.number, unhashed),
            "Invalid",
            entry,
        )
    refuse(
        "ed25519 signature for an sr25519 key",
        "sr25519",
        signed(sr["report"], 0, keys["ed25519"].sign(sr["hash"])),
        "OtherAlgorithm",
        sr,
    )
    refuse(
        "P-256 signature for an ed25519 key",
        "ed25519",
        signed(first["report"], 3, bytes(64)),
        "OtherAlgorithm",
        first,
    )
    refuse(
        "SM2 signature for a secp256k1 key",
        "secp256k1",
        signed(ec["report"], 4, bytes(64)),
        "OtherAlgorithm",
        ec,
    )
    refuse(
        "secp256k1, recovery id 27 in place of 0 or 1",
        "secp256k1",
        signed(ec["report"], 2, ec["signature"][:64] + bytes([27 + ec["signature"][64]])),
        "Invalid",
        ec,
    )

    # The second signature that ECDSA always has is accepted: the report's hash is the same.
    other_side = mirrored(ec["signature"])
    assert keys["secp256k1"].verify(ec["hash"], other_side)
    accepted = [
        {
            "name": "secp256k1, s in the upper half",
            "key": "secp256k1",
            "signed": signed(ec["report"], 2, other_side),
            "of": ec["name"],
        }
    ]

    undecodable = [
        {"name": "nothing", "signed": b""},
        {"name": "a report without signature", "signed": first["encoded"]},
        {"name": "signature cut by a byte", "signed": first["signed"][:-1]},
        {"name": "algorithm number 5", "signed": signed(first["report"], 5, bytes(64))},
        {"name": "secp256k1 signature of 64 bytes", "signed": signed(first["report"], 2, bytes(64))},
        {"name": "a byte too many", "signed": first["signed"] + b"\x00"},
    ]

    # Proofs that must fail, each one step away from a good one.
    unproved = []
    tree = trees[0]
    good = tree["readings"][42]
    assert proves(tree["root"], 96, 42, leaf(good), good["path"])

    def fail(name, size=96, index=42, siblings=good["path"], **change):
        reading = {**good, **change}
        assert not proves(tree["root"], size, index, leaf(reading), siblings)
        unproved.append(
            {
                "name": name,
                "root": tree["root"],
                "readings": size,
                "index": index,
                "reading": {k: reading[k] for k in ("timestamp", "value", "status", "salt")},
                "path": siblings,
            }
        )

    fail("index of the neighbour", index=43)
    fail("index beyond the readings", index=96)
    fail("index of another quarter of the tree", index=42 + 64)
    fail("value one more", value=good["value"] + 1)
    fail("timestamp one later", timestamp=good["timestamp"] + 1)
    fail("flagged as late", status=good["status"] | LATE)
    fail("salt of the neighbour", salt=tree["readings"][43]["salt"])
    fail("path without its first hash", siblings=good["path"][1:])
    fail("path without its last hash", siblings=good["path"][:-1])
    fail("path with a hash too many", siblings=good["path"] + [tree["root"]])
    fail("path in reverse", siblings=good["path"][::-1])
    fail("empty path", siblings=[])
    fail("no readings", size=0, index=0, siblings=[])

    return {
        "about": "Test vectors of report-v1.md, written by make_vectors.py. Bytes are in hex, "
        "64-bit numbers in decimal text. The seeds are public: use them nowhere else.",
        "domain": DOMAIN.decode(),
        "genesis": genesis,
        "other_genesis": other_genesis,
        "keys": [
            {
                "name": name,
                "algorithm": key.name,
                "seed": key.seed,
                "public": key.public,
                "encoded": bytes([key.number]) + key.public,
            }
            for name, key in keys.items()
        ],
        "reports": reports,
        "batch": {
            "reports": [first["name"], second["name"]],
            "encoded": batch([first["signed"], second["signed"]]),
        },
        "trees": trees,
        "accepted_signatures": accepted,
        "refused_signatures": refused,
        "undecodable": undecodable,
        "refused_proofs": unproved,
    }


WIDE = {"start", "end", "register_start", "register", "timestamp", "value"}


def plain(value, name=None):
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, dict):
        return {key: plain(item, key) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if name in WIDE:
        return str(value)
    return value


def text(value, indent=0) -> str:
    """JSON with one line for whatever fits on one, so that the file can be read and compared."""
    line = json.dumps(value)
    if len(line) + indent <= 100 or not isinstance(value, (dict, list)) or not value:
        return line
    pad, end = " " * (indent + 1), " " * indent
    if isinstance(value, dict):
        items = [f"{pad}{json.dumps(k)}: {text(v, indent + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(items) + "\n" + end + "}"
    items = [pad + text(item, indent + 1) for item in value]
    return "[\n" + ",\n".join(items) + "\n" + end + "]"


def signatures_in(value):
    """sr25519 signatures of an earlier run: 64 bytes after a report and the number 1."""
    if isinstance(value, dict):
        for item in value.values():
            yield from signatures_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from signatures_in(item)
    elif isinstance(value, str) and len(value) == 2 + 2 * (112 + 1 + 64):
        body = bytes.fromhex(value[2:])
        if body[112] == 1:
            yield body[113:]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    check = parser.parse_args().check

    before = FILE.read_text() if FILE.exists() else ""
    if before:
        Sr25519.kept.update(signatures_in(json.loads(before)))
    after = text(plain(make())) + "\n"
    if check:
        if before != after:
            print(f"{FILE.name} is not what {pathlib.Path(__file__).name} makes", file=sys.stderr)
            return 1
        print(f"{FILE.name} is up to date")
        return 0
    FILE.write_text(after)
    print(f"wrote {FILE.name}, {len(after)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
