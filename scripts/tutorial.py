"""Walks through `docs/tutorial.md` as a reader would, and writes what its commands print anew.

Run from the repository's folder once Samvirke is installed for developers:
`.venv/bin/python -m scripts.tutorial`.

In the page, `console` blocks hold commands and what they print, where `…` alone on a line stands for lines
left out. The first line of a `diff` block names the file it changes; that of a `yaml` or `markdown` block
names the file and says `a new file` or `at the end`. A `text` block that begins with the name of a file shows
words that stand in it.
"""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
COMMAND = ".venv/bin/python -m scripts.tutorial"
LEFT_OUT = "…"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
WRITES = re.compile(r"^# (\S+), (a new file|at the end)\n(.*)", flags=re.DOTALL)
CHANGES = re.compile(r"^# (\S+)\n(.*)", flags=re.DOTALL)
PROMPT = "$ samvirke "


class NotAsShown(Exception):  # noqa: N818 - reads as what it is where it is caught
    """Something the page shows is not what a reader would meet."""


@dataclass(frozen=True)
class Shown:
    """A command of the page, what the page says it prints, and what it prints."""

    command: str
    page: str
    printed: str

    @property
    def agrees(self) -> bool:
        """Whether the page shows what is printed, but for lines that it leaves out."""
        return _stands_in(_lines(self.page), _lines(self.printed))


def walk(page: str, folder: Path) -> Iterator[tuple[str, list[Shown]]]:
    """Do what each block says, in order; gives each block's text and the commands in it."""
    for kind, text in BLOCK.findall(page):
        yield text, list(_done(kind, text, folder))


def renewed(page: str, folder: Path) -> tuple[str, list[str]]:
    """The page with what its commands print today, and the commands that a person must look at."""
    stale: list[str] = []
    for text, commands in walk(page, folder):
        parts = []
        for one in commands:
            left_out = LEFT_OUT in one.page.splitlines()
            if left_out and not one.agrees:
                stale.append(f"{one.command}\n{one.printed}")
            printed = one.page if left_out else "".join(f"{line}\n" for line in _lines(one.printed))
            parts.append(f"{PROMPT}{one.command}\n{printed}")
        if commands:
            page = page.replace(f"```console\n{text}```", f"```console\n{''.join(parts)}```", 1)
    return page, stale


def _done(kind: str, text: str, folder: Path) -> Iterator[Shown]:
    if kind == "console":
        yield from (_run(part, folder) for part in text.split(PROMPT)[1:])
    elif kind == "diff":
        _change(text, folder)
    elif kind in ("yaml", "markdown"):
        _write(text, folder)
    elif kind == "text" and text.startswith("# "):
        _look_up(text, folder)


def _run(part: str, folder: Path) -> Shown:
    command, _, page = part.partition("\n")
    kept = {k: v for k, v in os.environ.items() if k not in ("SAMVIRKE_DEBUG", "COLUMNS", "FORCE_COLOR")}
    ran = subprocess.run(
        [sys.executable, "-m", "samvirke", *command.split()],
        cwd=folder,
        env={**kept, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Shown(command, page, ran.stdout + ran.stderr)


def _change(text: str, folder: Path) -> None:
    name, lines = _head(CHANGES, text)
    every = lines.splitlines(keepends=True)
    old = "".join(line[1:] for line in every if line[0] in " -")
    new = "".join(line[1:] for line in every if line[0] in " +")
    content = (folder / name).read_text(encoding="utf-8")
    if content.count(old) != 1:
        raise NotAsShown(f"{name} has these lines {content.count(old)} times:\n{old}")
    (folder / name).write_text(content.replace(old, new), encoding="utf-8")


def _write(text: str, folder: Path) -> None:
    name, how, lines = _head(WRITES, text)
    there = folder / name
    if there.exists() != (how == "at the end"):
        raise NotAsShown(f"{name} is said to be written {how}")
    before = there.read_text(encoding="utf-8") if there.exists() else ""
    there.write_text(before + lines, encoding="utf-8")


def _look_up(text: str, folder: Path) -> None:
    name, lines = _head(CHANGES, text)
    words = html.unescape(re.sub(r"<[^>]+>", "", (folder / name).read_text(encoding="utf-8")))
    if " ".join(lines.split()) not in " ".join(words.split()):
        raise NotAsShown(f"{name} does not say:\n{lines}")


def _head(form: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = form.fullmatch(text)
    if found is None:
        raise NotAsShown(f"the first line does not say where this belongs:\n{text}")
    return found.groups()


def _lines(text: str) -> list[str]:
    """The lines with plain spaces and none at their ends, and without empty lines after the last."""
    return [line.replace("\u00a0", " ").rstrip() for line in text.rstrip().splitlines()]


def _stands_in(shown: list[str], printed: list[str]) -> bool:
    """Whether the stretches between what is left out stand in what is printed, in their order."""
    if LEFT_OUT not in shown:
        return shown == printed
    first, *middle, last = _stretches(shown)
    if printed[: len(first)] != first:
        return False
    rest = printed[len(first) :]
    for stretch in middle:
        place = next((n for n in range(len(rest)) if rest[n : n + len(stretch)] == stretch), None)
        if place is None:
            return False
        rest = rest[place + len(stretch) :]
    return len(last) <= len(rest) and rest[len(rest) - len(last) :] == last


def _stretches(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return found


def main() -> None:
    """Write the page anew, and name the commands whose shown lines a person must choose again."""
    with TemporaryDirectory() as folder:
        page, stale = renewed(PAGE.read_text(encoding="utf-8"), Path(folder))
    PAGE.write_text(page, encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}")
    for command in stale:
        print(f"\nThe lines shown are not printed any more: {command}")


if __name__ == "__main__":
    main()
