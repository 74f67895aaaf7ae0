"""Makes a release: gathers the fragments of changelog.d, and writes the version where it stands.

Run from the repository's folder once Samvirke is installed for developers: `make release VERSION=0.2.0`.
Nothing is written when something is wrong with the version or with a fragment.
"""

import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.promised import released

from samvirke import __version__
from samvirke.cases import built_in

ROOT = Path(__file__).resolve().parents[1]
FRAGMENTS = ROOT / "changelog.d"
KINDS = ("figures", "added", "changed", "fixed", "removed")
SMALL = ("changed", "fixed")  # kinds that a version may have where only the last number rises
NAME = re.compile(rf"[a-z0-9]+(-[a-z0-9]+)*\.({'|'.join(KINDS)})\.md")
STUDIES = re.compile(r"\n\nStudies: ([a-z0-9, -]+)\n*\Z")
SENTENCE = re.compile(r"[A-ZÆØÅ`“]\S*( \S+){3,}[.]")
VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Fragment:
    """One change that users notice: the name of its file, and what it says."""

    name: str
    text: str

    @property
    def kind(self) -> str:
        return self.name.split(".")[-2]


def fragments(folder: Path) -> list[Fragment]:
    """Every file of the folder but its README."""
    paths = sorted(path for path in folder.iterdir() if path.name != "README.md")
    return [Fragment(path.name, path.read_text(encoding="utf-8")) for path in paths]


def faults(fragment: Fragment, studies: Collection[str]) -> Iterator[str]:
    """What is wrong with a fragment, and what to do."""
    if not NAME.fullmatch(fragment.name):
        yield f"{fragment.name}: call it short-name.kind.md; the kinds are {', '.join(KINDS)}"
        return
    named = STUDIES.search(fragment.text)
    if fragment.kind == "figures":
        unknown = set(named[1].split(", ")) - set(studies) if named else set()
        if not named:
            yield f"{fragment.name}: end with a line `Studies: …`, the studies whose figures move"
        elif unknown:
            yield f"{fragment.name}: no study is called {', '.join(sorted(unknown))}; see `samvirke list`"
    elif named:
        yield f"{fragment.name}: a change that moves figures is called short-name.figures.md"
    words = fragment.text[: named.start()] if named else fragment.text
    if not SENTENCE.fullmatch(" ".join(words.split())):
        yield f"{fragment.name}: say in whole sentences what changes for the user"


def numbers(version: str) -> Numbers:
    """A version as numbers that can be compared."""
    return tuple(map(int, version.split(".")))


def refusals(version: str, day: str, known: tuple[str, ...], kinds: Collection[str]) -> Iterator[str]:
    """Why a release cannot be made of this version on this day, with changes of these kinds."""
    if not VERSION.fullmatch(version):
        yield f"`{version}` is not a version such as 0.2.0; write `make release VERSION=0.2.0`"
        return
    if version in known:
        yield f"{version} is released already"
    elif older := [one for one in (*known, __version__) if numbers(one) > numbers(version)]:
        yield f"{version} comes before {older[0]}"
    elif known and numbers(version)[:2] == numbers(known[0])[:2] and (large := set(kinds) - set(SMALL)):
        yield f"there are changes of the kind {', '.join(sorted(large))}: the middle number must rise"
    if not kinds:
        yield "there is nothing in changelog.d to tell of"
    try:
        date.fromisoformat(day)
    except ValueError:
        yield f"`{day}` is not a day such as 2027-01-31"


def written(version: str, day: str) -> dict[Path, str]:
    """The files in which the version stands, as they are to be."""
    package, citation, public = (
        ROOT / name for name in ("src/samvirke/__init__.py", "CITATION.cff", "publiccode.yml")
    )
    texts = {path: path.read_text(encoding="utf-8") for path in (package, citation, public)}
    return {
        package: _with(texts[package], "__version__ = ", f'"{version}"', ""),
        citation: _with(
            _with(texts[citation], "version: ", version, ""), "date-released: ", day, "version: "
        ),
        public: _with(
            _with(texts[public], "softwareVersion: ", version, "url: "),
            "releaseDate: ",
            day,
            "softwareVersion: ",
        ),
    }


def _with(text: str, key: str, value: str, after: str) -> str:
    """A text whose line that begins with `key` says `value`; a new one stands after the line of `after`."""
    line = f"{key}{value}"
    changed, count = re.subn(rf"^{re.escape(key)}.*$", line, text, flags=re.MULTILINE)
    if count == 0 and after:
        changed, count = re.subn(rf"^({re.escape(after)}.*)$", rf"\1\n{line}", text, flags=re.MULTILINE)
    if count != 1:
        raise SystemExit(f"`{key}` should stand on one line of its own, and stands on {count}")
    return changed


def main() -> None:
    """Check everything, then write."""
    version, day = sys.argv[1:3]
    known = released((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    changes = fragments(FRAGMENTS)
    wrong = [fault for one in changes for fault in faults(one, built_in())]
    wrong += refusals(version, day, known, {one.kind for one in changes})
    if wrong:
        raise SystemExit("Nothing was written:\n" + "\n".join(wrong))
    for path, text in written(version, day).items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for command in (
        ["scripts.promised"],  # before the notes have the version: new names come in it
        ["towncrier", "build", "--version", version, "--date", day, "--yes"],
    ):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)
    print(
        f"\n{version} is written. Run `make samples reference sbom`, since outputs name the version;\n"
        f"look at `git diff`; run `make test`; commit as “Release {version}” and tag the commit v{version}."
    )


if __name__ == "__main__":
    main()
