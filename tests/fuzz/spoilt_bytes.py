"""Mutations of a file's bytes, whatever it says."""

import random
from collections.abc import Callable

from tests.fuzz.material import BYTES

Spoil = Callable[[bytes, random.Random], bytes]
ENCODINGS = ("latin-1", "utf-16", "utf-32", "cp037", "utf-7", "utf-8-sig", "utf-16-le")


def _inserted(content: bytes, chance: random.Random) -> bytes:
    position = chance.randrange(len(content) + 1)
    return content[:position] + chance.choice(BYTES) + content[position:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _hole(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.choice((1, 1, 2, 5, 40)) :]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(min(len(content), chance.choice((1, 1, 1, 3, 20)))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _letter(content: bytes, chance: random.Random) -> bytes:
    """One byte for another that means something in YAML or Markdown."""
    if not content:
        return content
    position = chance.randrange(len(content))
    other = chance.choice(b"\n \t:-#{}[],'\"&*!|>%@`0123456789aA_.~/\\<;=\r")
    return content[:position] + bytes([other]) + content[position + 1 :]


def _copied(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    position = chance.randrange(len(content) + 1)
    return content[:position] + content[start:end] + content[position:]


def _lines(content: bytes, chance: random.Random) -> bytes:
    """A line doubled, dropped, indented, out-dented, or changed with another."""
    lines = content.split(b"\n")
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    line = lines[one]
    lines[one : one + 1] = chance.choice(
        [
            [],
            [line, line],
            [b" " + line],
            [b"  " + line],
            [b"\t" + line],
            [line[2:]],
            [lines[other]],
            [line + b" "],
        ]
    )
    return b"\n".join(lines)


def _encoded(content: bytes, chance: random.Random) -> bytes:
    return content.decode("utf-8", "ignore").encode(chance.choice(ENCODINGS), "ignore")


def _ends(content: bytes, chance: random.Random) -> bytes:
    return content.replace(
        b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n\r", b"", b"\xc2\x85", b"\x00"))
    )


def _word(content: bytes, chance: random.Random) -> bytes:
    """One word for another of the same file."""
    words = content.split(b" ")
    words[chance.randrange(len(words))] = chance.choice(words)
    return b" ".join(words)


WAYS: tuple[Spoil, ...] = (
    _inserted, _inserted, _cut, _hole, _flipped, _flipped, _letter, _letter, _copied, _lines, _lines,
    _encoded, _ends,
    _word,
)  # fmt: skip


def spoilt_bytes(content: bytes, chance: random.Random) -> tuple[str, bytes]:
    """What was done, and the bytes after it."""
    way = chance.choice(WAYS)
    return way.__name__.strip("_"), way(content, chance)
