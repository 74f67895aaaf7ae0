"""Whatever is done to a study folder, reading it gives a study or problems in words, and soon.

`SAMVIRKE_FUZZ=20000` tries that many folders instead of 300.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from samvirke.alternatives.plan import plan
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.document import read_document
from samvirke.study.reading import read_study
from samvirke.study.writing import REMOVED, edited

EXAMPLES = int(os.environ.get("SAMVIRKE_FUZZ", "300"))
SECONDS = 5.0
TINY = Path(__file__).resolve().parents[1] / "studies" / "tiny"
OUTSIDE = Path("..") / "outside.yaml"  # nothing is there; nothing is ever written through a link
FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*") if path.is_file())
YAML = [name for name in FILES if name.endswith(".yaml")]
IDS = (
    "police",
    "desk",
    "aid",
    "grant-line",
    "desk-staff",
    "salary",
    "young",
    "moved",
    "budget",
    "no-such-thing",
)
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1e308, 5e-324, -0.0, 10**39, 2**63, "", " ", "NO", "yes", "nan", "12:30",
    "2021-02-30", "0000-00", "9999-12", "undated", "none", "all", "rest", "as-needed", "\x00", "\x1b[2J",
    "\u202e",
    "x" * 100_000, "æøå", "☃", "desk ", "Desk", "desk\n", [], {}, [[]], [{}], {"": None}, {"nb": None},
    {"nb": "x", "en": 7}, ["police", "police"], {"police": 1}, {"id": "desk"}, [None] * 50, "desk-fte / 0",
    "a" + " + a" * 120, "(" * 100, "1 / (1 - 1)", "desk-fte - desk-fte",
)  # fmt: skip
RAW: tuple[bytes, ...] = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\t", b"&a ", b"*a", b"!!python/object:os.system ",
    b"<<: *a\n", b"---\n", b"...\n", b"%YAML 1.1\n", b"{", b"]", b"'", b'"', b"|", b">", b"? ", b"- ", b": ",
    b"#", b"\r", b"\x85", b"\xe2\x80\xa8", b"\xc3", b"1e400", b"-.inf", b".nan", b"[" * 2000, b"{a: " * 2000,
    b"- " * 2000, b"a: &a [*a, *a]\n", b"[\n" * 5000, b" " * 5000, b"\n" * 5000,
)  # fmt: skip


def paths_of(value: Any, stem: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    parts: dict[Any, Any] = dict(enumerate(value)) if isinstance(value, list) else {}
    parts = value if isinstance(value, dict) else parts
    below = [path for key, part in parts.items() for path in paths_of(part, (*stem, key))]
    return [*((*stem, key) for key in parts), *below]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


class Spoiler:
    """Makes one change to a study folder, drawn by chance that can be repeated."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance

    def spoil(self) -> str:
        way: Callable[[], str] = self.chance.choice(
            [self.field] * 6
            + [self.copy, self.rename, self.raw, self.cut, self.line, self.encoding, self.odd_file]
        )
        return f"{way.__name__}: {way()}"

    def file(self, names: list[str] = YAML) -> Path:
        return self.folder / self.chance.choice(names)

    def readable(self) -> tuple[Path, str, Any] | None:
        """A file with its text and data, if it can still be read."""
        path = self.file()
        if not is_plain(path):
            return None
        text = path.read_bytes().decode("utf-8", errors="ignore")
        document = read_document(path.name, text)
        return None if document.problems or not paths_of(document.data) else (path, text, document.data)

    def edit(self, path: Path, text: str, where: tuple[str | int, ...], value: Any) -> str:
        try:
            path.write_text(edited(text, {where: value}), encoding="utf-8")
        except (TypeError, KeyError, StudyError):
            text = text.replace(str(where[-1]), str(value)[:200])
            path.write_text(text, encoding="utf-8", errors="ignore")
        return f"{path.name} {where} = {str(value)[:60]}"

    def field(self) -> str:
        """Another value, another id, or none, in some field."""
        found = self.readable()
        if found is None:
            return ""
        path, text, data = found
        where = self.chance.choice(paths_of(data))
        value = self.chance.choice([self.chance.choice(STRANGE), self.chance.choice(IDS), REMOVED])
        return self.edit(path, text, where, value)

    def copy(self) -> str:
        """What stands in one place of a file, in another too."""
        found = self.readable()
        if found is None:
            return ""
        path, text, data = found
        places = paths_of(data)
        return self.edit(path, text, self.chance.choice(places), at(data, self.chance.choice(places)))

    def rename(self) -> str:
        """Another key for the same value."""
        found = self.readable()
        if found is None:
            return ""
        path, text, data = found
        where = self.chance.choice([place for place in paths_of(data) if isinstance(place[-1], str)] or [()])
        if not where:
            return ""
        new = self.chance.choice(["id", "note", "from", "verb", "x", "Æ", "2020", "a b", "true", *IDS])
        path.write_text(text.replace(f"{where[-1]}:", f"{new}:", 1), encoding="utf-8")
        return f"{path.name} {where[-1]} → {new}"

    def raw(self) -> str:
        """Bytes put in anywhere."""
        path = self.file(FILES)
        if not is_plain(path):
            return ""
        content, more = path.read_bytes(), self.chance.choice(RAW)
        position = self.chance.randrange(len(content) + 1)
        path.write_bytes(content[:position] + more + content[position:])
        return f"{path.name}@{position} + {more[:20]!r}"

    def cut(self) -> str:
        """A file that ends in the middle."""
        path = self.file(FILES)
        if not is_plain(path):
            return ""
        content = path.read_bytes()
        path.write_bytes(content[: self.chance.randrange(len(content) + 1)])
        return path.name

    def line(self) -> str:
        """A line doubled, dropped or indented."""
        path = self.file()
        if not is_plain(path):
            return ""
        lines = path.read_bytes().split(b"\n")
        number = self.chance.randrange(len(lines))
        lines[number : number + 1] = self.chance.choice(
            [[], [lines[number]] * 2, [b" " + lines[number]], [b"\t" + lines[number]], [lines[number][2:]]]
        )
        path.write_bytes(b"\n".join(lines))
        return f"{path.name}:{number + 1}"

    def encoding(self) -> str:
        path = self.file(FILES)
        if not is_plain(path):
            return ""
        text = path.read_bytes().decode("utf-8", errors="ignore")
        code = self.chance.choice(["latin-1", "utf-16", "utf-32", "cp037", "utf-7", "utf-8-sig"])
        path.write_bytes(text.encode(code, errors="ignore"))
        return f"{path.name} in {code}"

    def odd_file(self) -> str:
        """A file that is not there, not a file, or has another name."""
        path = self.file(FILES)
        kind = self.chance.choice(["gone", "folder", "link", "pipe", "name", "closed", "bytes", "nested"])
        if not is_plain(path):
            return ""
        content = path.read_bytes()
        path.unlink()
        if kind == "folder":
            path.mkdir()
        elif kind == "link":
            path.symlink_to(self.chance.choice([OUTSIDE, path.parent, Path(os.devnull)]))
        elif kind == "pipe":
            os.mkfifo(path)
        elif kind == "name":
            names = ["Study.yaml", "study.yml", "å.yaml", "x y.yaml", "-.yaml"]
            path.with_name(self.chance.choice(names)).write_bytes(content)
        elif kind == "bytes":
            Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.yaml")).write_bytes(content)
        elif kind == "closed":
            path.write_bytes(content)
            path.chmod(0)
        elif kind == "nested":
            path.write_bytes(b"".join(b" " * depth + b"a:\n" for depth in range(200)))
        return f"{path.name} {kind}"


def test_the_good_study_was_left_alone() -> None:
    assert read_and_plan(TINY) == ()


def read_and_plan(folder: Path) -> tuple[Problem, ...]:
    try:
        study = read_study(folder)
        for alternative in (None, *study.alternatives.values()):
            plan(study, alternative, study.zero)
    except StudyError as error:
        return error.problems or (Problem(Place("nothing was said"), Text(""), Text("")),)
    return ()


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**64), times=st.integers(1, 4))
def test_a_spoilt_study_gives_a_study_or_problems_in_words(seed: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "study"
        shutil.copytree(TINY, folder)
        spoiler = Spoiler(folder, random.Random(seed))
        for _ in range(times):
            note(spoiler.spoil())
        began = time.monotonic()
        problems = read_and_plan(folder)
        assert time.monotonic() - began < SECONDS
        for problem in problems:
            assert problem.place.file
            for text in (problem.text, problem.remedy):
                assert text.nb.strip()
                assert text.en is not None
                assert text.en.strip()
            for told in (problem.told("nb"), problem.told("en")):
                assert told.count("\n") == 1
                assert len(told) < 1500
                assert all(letter.isprintable() or letter == "\n" for letter in told)
                told.encode("utf-8")
