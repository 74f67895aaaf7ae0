"""What `samvirke check --fix` does to the files of a study: shown as a diff, then written."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from samvirke.checks.finding import Finding
from samvirke.checks.mend import Mend
from samvirke.cli.choices import chosen
from samvirke.cli.failure import done
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.output import write_all
from samvirke.study.document import read_document
from samvirke.study.study import Study

ENCODING = "utf-8"


def refuse_built_in(study: str) -> None:
    """Raise StudyError for a study that comes with Samvirke, which is not the user's to write in."""
    if not Path(study).is_dir():
        text = Text("en innebygd studie kan ikke endres", "a built-in study cannot be changed")
        remedy = Text(
            f"Lag en kopi med `samvirke new MAPPE --from {study}`, og endre den.",
            f"Make a copy with `samvirke new FOLDER --from {study}`, and change that.",
        )
        raise StudyError([Problem(Place(study), text, remedy)])


def texts_of(folder: Path, study: Study, mends: Sequence[Mend]) -> dict[str, str]:
    """The files that mends touch, to the byte. Raises StudyError when one has changed since it was read."""
    texts: dict[str, str] = {}
    for name in dict.fromkeys(mend.file for mend in mends):
        texts[name] = (folder / name).read_bytes().decode(ENCODING, errors="replace")
        plain = texts[name].removeprefix("\ufeff").replace("\r\n", "\n")
        if read_document(name, plain).data != study.documents[name].data:
            text = Text("filen er endret mens den ble lest", "the file was changed while it was read")
            remedy = Text("Kjør kommandoen en gang til.", "Give the command once more.")
            raise StudyError([Problem(Place(name), text, remedy)])
    return texts


def difference(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """What would change, as a plain diff."""
    lines: list[str] = []
    for name, text in now.items():
        old, new = (one.splitlines(keepends=True) for one in (before[name], text))
        lines += difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines).replace("\r\n", "\n")


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Put the mended files in place, each whole."""
    by_place: dict[PurePosixPath, dict[str, bytes]] = {}
    for name, text in texts.items():
        path = PurePosixPath(name)
        by_place.setdefault(path.parent, {})[path.name] = text.encode(ENCODING)
    for place, contents in by_place.items():
        write_all(folder / place, contents)
    done.in_place()


def told(findings: Sequence[Finding], *, written: bool) -> str:
    """What was mended, one line for each finding; or that nothing was, and why."""
    say, language = chosen.say, chosen.language
    if not findings:
        return say(
            "Ingen av funnene kan rettes uten at noen tar stilling til dem.\n",
            "None of the findings can be mended without somebody deciding.\n",
        )
    lines = [f"{one.code} {one.place}: {one.mend.told[language]}" for one in findings if one.mend is not None]
    count = len(lines)
    if written:
        lines.append(say(f"{count} rettet.", f"{count} mended."))
    else:
        lines.append(
            say(f"{count} kan rettes. Ingenting er skrevet.", f"{count} can be mended. Nothing was written.")
        )
    return "\n".join([*lines, ""])
