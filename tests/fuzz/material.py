"""What mutations are made of: good studies to spoil, and strange things to put into them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.fuzz.emitting import Raw

from samvirke.cases import built_in
from samvirke.study.document import read_document

STUDIES = Path(__file__).resolve().parents[1] / "studies"
BAD_STUDIES = STUDIES.parent / "bad_studies"
SMALL, TINY = STUDIES / "small", STUDIES / "tiny"
FieldPath = tuple[str | int, ...]
# What must never come out as it went in: it would be run by whoever opens the report.
SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True, eq=False)
class Base:
    """A good study: its files as bytes, and the data of those in YAML."""

    name: str
    files: dict[str, bytes]
    data: dict[str, Any]

    @property
    def yaml(self) -> tuple[str, ...]:
        """The names of the files in YAML."""
        return tuple(self.data)


@cache
def base(folder: Path) -> Base:
    """A study folder, read as it is."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    data = {
        name: read_document(name, content.decode()).data
        for name, content in files.items()
        if name.endswith(".yaml")
    }
    return Base(folder.name, files, data)


def paths_of(value: Any, stem: FieldPath = ()) -> list[FieldPath]:
    """Every field and item of some data."""
    below: list[FieldPath] = []
    for key, part in _parts(value):
        below.append((*stem, key))
        below.extend(paths_of(part, (*stem, key)))
    return below


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def at(value: Any, path: FieldPath) -> Any:
    """What stands in a field."""
    for key in path:
        value = value[key]
    return value


@cache
def donors() -> dict[str | int, tuple[Any, ...]]:
    """Values by the field they stand in, from every study there is, good and bad: likely to be read."""
    found: dict[str | int, list[Any]] = {}
    folders = [SMALL, TINY, *built_in().values(), *sorted(BAD_STUDIES.iterdir())]
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            data = read_document(path.name, path.read_bytes().decode("utf-8", "ignore")).data
            for place in paths_of(data):
                value = at(data, place)
                kept = found.setdefault(place[-1] if isinstance(place[-1], str) else "-", [])
                if len(kept) < 60 and len(repr(value)) < 2000 and value not in kept:
                    kept.append(value)
    return {key: tuple(values) for key, values in found.items() if values}


@cache
def changes() -> tuple[dict[str, Any], ...]:
    """Every change of every study, as it is written."""
    return tuple(
        item
        for value in donors()["changes"]
        if isinstance(value, list)
        for item in value
        if isinstance(item, dict)
    )


NUMBERS: tuple[Any, ...] = (
    0, -1, 1, 2, 3, 0.5, -0.5, 1e-9, 1e-300, 5e-324, -0.0, 1e6, 1e9, 1e12, 1e15, 1e18, 1e19, 1e30, 1e300,
    1.7e308,
    2**31, 2**53 + 1, 2**63, 10**39, 10**40, 1e-18, 0.1, 0.999999999, 1.0000001, 100, 1900, 2019, 2999,
)  # fmt: skip
TEXTS: tuple[Any, ...] = (
    "", " ", "NO", "yes", "nan", "inf", "12:30", "2021-02-30", "2021-13", "0000-00", "9999-12", "undated",
    "none",
    "all", "rest", "as-needed", "any", "holds", "\x00", "\x1b[2J", "\x07", "\u202e", "\u2066", "\ufeff",
    "\u00ad",
    "\u200b", "\ud800", "\U0001f600", "e\u0301" * 40, "a" * 81, "a" * 201, "x" * 20_001, "æøå", "☃", "ß", "İ",
    "desk ", "Desk", "desk\n", "dеsk", "../desk", "/etc/passwd", "..", ".", "~", "C:\\x", "a/b", "con", "-",
    "--",
    "desk-fte / 0", "a" + " + a" * 120, "(" * 100, "1 / (1 - 1)", "salary - salary", "1 / (salary - salary)",
    "salary * salary", "post-cost * 1e18", "-salary", "min(salary, overhead)", "salary@move-desk", "1e309",
    SCRIPT, '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "{{7*7}}", "{% for %}", "[red]x[/red]",
    "[@budget]", "[@no-such]", "{{zero: today.total}}", "{{holds: any: today.total >= 0}}", "{{holds: zero}}",
    "{{moved: one_off.total | range}}", "=cmd|' /C calc'!A0", "a,b\"c'd", "%s %d {0} {x}", "&amp;", "]]>",
    "<!--",
)  # fmt: skip
SHAPES: tuple[Any, ...] = (
    None, True, False, [], {}, [[]], [{}], {"": None}, {"nb": None}, {"nb": "x", "en": 7}, {"nb": "x"},
    {"en": "x"},
    {"nb": "", "en": ""}, ["police", "police"], {"police": 1}, {"id": "desk"}, [None] * 50,
    [1, "a", None, {}],
    {"row": "desk-staff"}, {"task": "aid", "share": 2}, {"p10": 1, "p50": 1, "p90": 1}, {"low": 3, "high": 1},
    {"uniform": {"low": 0, "high": 0}}, {"value": 0}, {1: 2}, {"nb": ["x"]}, {"amount": 1, "year": 2020},
)  # fmt: skip
TOKENS = tuple(
    map(
        Raw,
        (
            "&a", "*a", "&a x", "!!python/object/apply:os.system [ls]", "!!binary aGVp", "!x y", "<<: *a",
            "1e400",
            "-.inf", ".nan", "0x1F", "0o17", "012", "1_000", "+1", "1.", ".5", "~", "2021-01-01",
            "2021-01-01T00:00:00Z",
            "'", '"', "|", ">", "? x", "- x", ": ", "#", "%", "@x", "`x`", "{", "[", "]", "}", ", ,", "---",
            "...",
            "&a [*a, *a]", "{<<: {a: 1}}", "[" * 40 + "]" * 40, "{a: " * 40 + "1" + "}" * 40, '"\\uD800"',
            '"\\x00"',
            '"\\u202e"', "99999999999999999999999999999999999999999", "1" * 5000, '"' + "y" * 20_001 + '"',
        ),
    )
)  # fmt: skip
BYTES: tuple[bytes, ...] = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\t", b"&a ", b"*a", b"!!python/object:os.system ",
    b"<<: *a\n",
    b"---\n", b"...\n", b"%YAML 1.1\n", b"{", b"]", b"'", b'"', b"|", b">", b"? ", b"- ", b": ", b"#", b"\r",
    b"\x85", b"\xe2\x80\xa8", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"1e400", b"-.inf", b".nan",
    b"[" * 2000, b"{a: " * 2000, b"- " * 2000, b"a: &a [*a, *a]\n", b"[\n" * 5000, b" " * 5000, b"\n" * 5000,
    b"a: " + b"x" * 100_000, b"{{", b"}}", b"{{zero: today.total}}", b"[@", b"\x1b]0;x\x07", b"\x7f", b"\x0c",
    b"# x\n" * 3000, b"a: 1\n" * 500, b"- a\n" * 3000, b"*" * 3000, b"_a_" * 3000, b"> " * 3000, b"`" * 3000,
    b"[](" * 2000, b"![" * 2000, b"&amp;" * 2000, b"<b>", SCRIPT.encode(), b"\\", b"\xc2\xa0",
    b"\xe2\x80\xae",
)  # fmt: skip
