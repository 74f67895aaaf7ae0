"""Edited texts of a Word file as texts of the study: what was not edited stays to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.docx.manifest import HeldText, digest_of
from samvirke.report.docx.opening import WordFile
from samvirke.report.docx.returned import controls_lost, passages_edited, returned
from samvirke.report.docx.units import Fixed, Part, Unit, units
from samvirke.study.bindings import NotABinding
from samvirke.study.prose import binding_problems, stretches
from samvirke.study.shown import shown
from samvirke.study.study import Study

FOLDER = "texts/"
MARKED = re.compile(r"([\\`*_\[\]<>#])")  # letters that Markdown may read as more than themselves
LISTED = re.compile(r"^(\d{1,9})([.)])")
RULED = re.compile(r"^([-+=~])")
# How a heading, a point or a quotation begins.
BEGINNING = re.compile(r"[ >]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:#{1,6}\s+)?")
BEGINNINGS = {"heading": "## ", "list": "- ", "paragraph": ""}


@dataclass(frozen=True, slots=True)
class Written:
    """A unit as it is written in a text: its lines, and which unit of the former text it stands in for."""

    kind: str
    lines: tuple[str, ...]
    before: int | None


def brought_back(study: Study, file: WordFile) -> dict[str, str]:
    """The study's texts that were edited in a Word file, by file name, as they are to be.

    Raises StudyError, with every reason, when anything cannot be brought back: nothing is then to be written.
    """
    held = file.manifest.texts
    as_they_were = [one for one in held if _as_it_was(study, one)]
    if len(held) > 1 and not as_they_were:
        raise StudyError([_another_study(file)])
    if (lost := controls_lost(file)) is not None:
        raise StudyError([lost])
    problems = list(passages_edited(file))
    problems += (_changed_since(file, one) for one in held if one not in as_they_were)
    changed: dict[str, str] = {}
    for one in as_they_were:
        name = one.name.removeprefix(FOLDER)
        there = study.texts[name]
        found = returned(file, one)
        problems += found.problems
        if found.problems:
            continue
        now, failed = rewritten(there, found.units)
        problems += (_not_written(file, one, unit) for unit in failed)
        if now != there:
            changed[name] = now
    problems = problems or binding_problems(study.with_(texts={**study.texts, **changed}))
    if problems:
        raise StudyError(problems)
    return {f"{FOLDER}{name}": text for name, text in changed.items()}


def _as_it_was(study: Study, one: HeldText) -> bool:
    there = study.texts.get(one.name.removeprefix(FOLDER))
    return there is not None and digest_of(there) == one.digest


def rewritten(text: str, now: Sequence[Unit]) -> tuple[str, tuple[Unit, ...]]:
    """A text with other units, and those that Markdown has no way of writing."""
    parts = stretches(text)
    before, where = units(parts), [lines for stretch in parts for lines in stretch.lines]
    if before == tuple(now):
        return text, ()
    lines = text.split("\n")
    written, failed = [], []
    for index, unit in _paired(before, now):
        own = None if index is None else tuple(lines[slice(*where[index])])
        if own is not None and index is not None and before[index] == unit:
            written.append(Written(unit.kind, own, index))
            continue
        former = before[index] if index is not None else None
        told = _markdown(unit, _beginning(unit, former, own))
        if told is None:
            failed.append(unit)
        else:
            written.append(Written(unit.kind, (told,), index))
    found = "\n".join(_laid_out(written, lines, where))
    if not failed:
        try:
            wrong = units(stretches(found))
        except NotABinding:
            return found, ()  # told by the study's own reading, with its line
        failed = [unit for unit, told in zip(now, wrong, strict=False) if unit != told]
        failed += now[len(wrong) :] or wrong[len(now) :]
    return found, tuple(failed[:1])


def _beginning(unit: Unit, former: Unit | None, lines: tuple[str, ...] | None) -> str:
    """How a unit begins: as the one it stands in for, where they are of a kind."""
    found = BEGINNING.match(lines[0]) if lines and former is not None and former.kind == unit.kind else None
    underlined = found is not None and unit.kind == "heading" and "#" not in found[0]
    return found[0] if found and not underlined else BEGINNINGS[unit.kind]


def _paired(before: Sequence[Unit], now: Sequence[Unit]) -> Iterator[tuple[int | None, Unit]]:
    """Each unit with the one that it is, or stands in place of."""
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for number, unit in enumerate(now[start:end]):
            yield (first + number if first + number < last else None), unit


def _laid_out(
    written: Sequence[Written], lines: Sequence[str], where: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """The lines of the text, with what stood between units that still follow one another."""
    yield from lines[: where[0][0]] if where else ()
    previous: Written | None = None
    for one in written:
        if previous is not None:
            follows = previous.before is not None and one.before == previous.before + 1
            if follows and previous.before is not None and one.before is not None:
                yield from lines[where[previous.before][1] : where[one.before][0]]
            elif not previous.kind == one.kind == "list":
                yield ""
        yield from one.lines
        previous = one
    whole = previous is not None and previous.before == len(where) - 1
    yield from lines[where[-1][1] :] if whole else [""]


def _markdown(unit: Unit, beginning: str) -> str | None:
    """A unit on one line, with as few marks as say the same; None when Markdown cannot say it."""
    for marked, begun in ((False, False), (False, True), (True, True)):
        told = "".join(_part(part, escaped=marked) for part in unit.parts)
        if begun:
            told = RULED.sub(r"\\\1", LISTED.sub(r"\1\\\2", told))
        try:
            found = units(stretches(BEGINNINGS[unit.kind] + told))
        except NotABinding:
            return beginning + told
        if found == (unit,):
            return beginning + told
    return None


def _part(part: Part, *, escaped: bool) -> str:
    if isinstance(part, Fixed):
        return part.written
    text = MARKED.sub(r"\\\1", part.text) if escaped else part.text
    if part.target is not None:
        return f"[{text}]({part.target})"
    return f"**{text}**" if part.strong else text


def _another_study(file: WordFile) -> Problem:
    text = Text(
        "rapporten er laget av en annen studie, eller alle tekstene er endret siden",
        "the report was made from another study, or all its texts have changed since",
    )
    remedy = Text(
        "Oppgi den riktige studien med `--study`, eller kjør `samvirke run` på nytt og rediger den nye "
        "Word-filen.",
        "Name the right study with `--study`, or run `samvirke run` again and edit the new Word file.",
    )
    return Problem(Place(shown(file.path, 200)), text, remedy)


def _changed_since(file: WordFile, one: HeldText) -> Problem:
    text = Text(
        f"`{one.name}` er endret i studien etter at rapporten ble laget",
        f"`{one.name}` was changed in the study after the report was made",
    )
    remedy = Text(
        "Kjør `samvirke run` på nytt, og før redigeringen over i den nye Word-filen.",
        "Run `samvirke run` again, and carry the editing over to the new Word file.",
    )
    return Problem(Place(shown(file.path, 200), None, one.name), text, remedy)


def _not_written(file: WordFile, one: HeldText, unit: Unit) -> Problem:
    quote = shown(unit.text, 60)
    text = Text(
        f"«{quote}» i `{one.name}` kan ikke skrives som Markdown",
        f"“{quote}” in `{one.name}` cannot be written as Markdown",
    )
    remedy = Text(
        "Skriv det enklere i Word, uten tegn som * [ ] < >, eller rett teksten i studien.",
        "Write it in a simpler way in Word, without marks such as * [ ] < >, or mend the study's text.",
    )
    return Problem(Place(shown(file.path, 200), None, one.name), text, remedy)
