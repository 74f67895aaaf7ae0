"""One mutated study, made from a seed and a number: the same two always give the same files."""

import os
import random
import re
import shutil
import stat
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.fuzz.emitting import emitted
from tests.fuzz.material import BYTES, SMALL, TEXTS, TINY, Base, base, paths_of
from tests.fuzz.spoilt_bytes import spoilt_bytes
from tests.fuzz.spoilt_data import spoilt_data

from samvirke.study.folder import MAX_TEXT_BYTES
from samvirke.study.records import is_id

LINKS = (
    "..",
    ".",
    "study.yaml",
    "loop",
    os.devnull,
    "/etc/hostname",
    "../../outside.yaml",
    "/proc/self/mem",
    "/",
)
KINDS = ("folder", "link", "link", "link", "pipe", "device", "closed", "hollow")
NAMES = (
    "Study.yaml", "study.yml", "å.yaml", "x y.yaml", "-.yaml", "a\nb.yaml", "\x1b[2J.yaml", "\udcff.yaml",
    "alternatives/any.yaml", "alternatives/ÆØ.yaml", "alternatives/x.yml", "alternatives/deep/er.yaml",
    "texts/x.md", "texts/moved.nb.md", "texts/problem.sv.md", "texts/goals.nb.md", "texts/effects.en.md",
    "alternative/x.yaml", "expected/study.yaml", ".hidden.yaml", "~x.yaml", "x~", "packages.yaml",
    "notes.txt",
    "options.yaml", "pathways.yaml", "effects.yaml", "excuses.yaml", "a" * 250 + ".yaml", "x.md", "con.yaml",
)  # fmt: skip
LONG = MAX_TEXT_BYTES
HOLLOW = 5_000_000  # bytes of a file with nothing in it, more than a file of a study may have


@dataclass(frozen=True)
class Odd:
    """Something other than an ordinary file: `kind` is one of KINDS, `target` where a link leads."""

    kind: str
    target: str = ""


Content = bytes | Odd | None  # None: the file is not there


@dataclass
class Case:
    """A study, the files of it that are otherwise, and what was done, in words."""

    study: Base
    files: dict[str, Content] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def content(self, name: str) -> Content:
        """What a file is now."""
        return self.files[name] if name in self.files else self.study.files.get(name)


@cache
def _ids(study: Base) -> tuple[str, ...]:
    keys = {str(path[-1]) for data in study.data.values() for path in paths_of(data) if len(path) == 1}
    return tuple(sorted(key for key in keys if is_id(key)))


def case(seed: int, number: int, folder: Path | None = None) -> Case:
    """The case of a number: of `folder`, or of the tiny study one time in eight, else of the small."""
    chance = random.Random(f"{seed}:{number}")
    made = Case(base(folder or (TINY if number % 8 == 0 else SMALL)))
    data = dict(made.study.data)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        _mutate(made, data, chance)
    return made


def _mutate(made: Case, data: dict[str, Any], chance: random.Random) -> None:
    roll = chance.random()
    name = chance.choice(list(made.study.files))
    if roll < 0.68:
        name = chance.choice(list(data))
        if isinstance(made.content(name), bytes):
            way, data[name] = spoilt_data(data[name], chance, _ids(made.study))
            made.files[name] = emitted(data[name], flow=chance.random() < 0.3)
            made.told.append(f"{way} {name}")
    elif roll < 0.86:
        content = made.content(name)
        if isinstance(content, bytes):
            way, made.files[name] = spoilt_bytes(content, chance)
            made.told.append(f"{way} {name}")
    elif roll < 0.93:
        _whole_file(made, name, chance)
    else:
        _across(made, name, chance)


def _whole_file(made: Case, name: str, chance: random.Random) -> None:
    """A file that is not there, not a file, empty, or has another name."""
    kind = chance.choice((*KINDS, "gone", "gone", "empty", "name", "name", "name", "many", "long"))
    content = made.content(name)
    if kind in KINDS:
        made.files[name] = Odd(kind, chance.choice(LINKS) if kind == "link" else "")
    elif kind == "name":
        kind = f"name {(other := chance.choice(NAMES))!r} of"
        made.files[other] = content if chance.random() < 0.5 else b"a: 1\n"
    elif kind == "many":
        made.files.update({f"alternatives/many-{n}.yaml": content for n in range(chance.choice((3, 10)))})
    elif kind == "long":
        name = f"texts/{chance.choice(('problem', 'goals', 'effects'))}.{chance.choice(('nb', 'en'))}.md"
        letters = chance.choice(BYTES) or b"_a_ "
        made.files[name] = (letters * (LONG // len(letters) + 1))[: chance.choice((LONG, LONG, LONG + 1))]
    else:
        made.files[name] = b"" if kind == "empty" else None
    made.told.append(f"{kind} {name}")


def _across(made: Case, name: str, chance: random.Random) -> None:
    """Something done to several files: contents that change places, an id that changes everywhere."""
    other = chance.choice(list(made.study.files))
    if chance.random() < 0.4:
        made.files[name], made.files[other] = made.content(other), made.content(name)
        made.told.append(f"{name} and {other} change places")
        return
    old = chance.choice(_ids(made.study))
    new = chance.choice(
        (*_ids(made.study), "new-id", "a", "0", "a" * 80, "a" * 81, *filter(None, TEXTS[:40]))
    )
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])".encode())
    letters = new.encode("utf-8", "surrogatepass")
    for file in dict.fromkeys((*made.study.files, *made.files)):
        content = made.content(file)
        if isinstance(content, bytes):
            made.files[file] = word.sub(lambda _found: letters, content)
    made.told.append(f"{old} is {new[:40]!r} everywhere")


def placed(content: Content, path: Path) -> None:
    """Put a file, or what is there in its place, into a folder; whatever was there is taken away."""
    remove(path)
    if content is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content.kind == "folder":
        path.mkdir()
    elif content.kind == "link":
        path.symlink_to(path.name if content.target == "loop" else content.target)
    elif content.kind == "pipe" or (content.kind == "device" and os.geteuid() != 0):
        os.mkfifo(path)
    elif content.kind == "device":
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero: reading it would never end
    elif content.kind == "closed":
        path.write_bytes(b"")
        path.chmod(0)
    elif content.kind == "hollow":
        path.write_bytes(b"")
        os.truncate(path, HOLLOW)


def remove(path: Path) -> None:
    """Take away a file, a link or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()
