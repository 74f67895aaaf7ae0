"""`samvirke texts import`: what was edited in Word, shown and then written into the study's texts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.mending import difference, refuse_built_in, write
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.reading import read_study

BYTE_ORDER_MARK = "\ufeff"
ONLY_TEXTS = Text(
    "Bare studiens egne tekster hentes tilbake. Endringer i topptekst, bunntekst og bildenes alternative "
    "tekst blir ikke lest.",
    "Only the study's own texts come back. Changes in headers, footers and the alternative texts of pictures "
    "are not read.",
)


def bring_back(report: Path, study: str, *, written: bool) -> None:
    """Show what changes, and write it when that is asked for; nothing comes back when anything cannot."""
    _refuse_without_library()
    from samvirke.report.docx.brought import brought_back
    from samvirke.report.docx.opening import word_file

    folder = study_folder(study)
    if written:
        refuse_built_in(study)
    file, say = word_file(report), chosen.say
    only_texts = ONLY_TEXTS[chosen.language]
    changed = brought_back(read_study(folder), file)
    if not changed:
        sys.stdout.write(say("Ingen av tekstene er endret.\n", "None of the texts were edited.\n"))
        sys.stdout.write(f"{only_texts}\n")
        return
    before = {name: (folder / name).read_bytes().decode() for name in changed}
    after = {name: _as_before(before[name], text) for name, text in changed.items()}
    lines = [difference(before, after), say("Endret i Word:", "Edited in Word:")]
    lines += [f"- {name}" for name in changed]
    count = len(changed)
    if written:
        write(folder, after)
        one = count == 1
        lines.append(
            say(
                f"{count} {'tekst' if one else 'tekster'} er skrevet.",
                f"{count} {'text was' if one else 'texts were'} written.",
            )
        )
    else:
        lines.append(
            say(
                "Ingenting er skrevet. `samvirke texts import --write` skriver det.",
                "Nothing was written. `samvirke texts import --write` writes it.",
            )
        )
    sys.stdout.write("\n".join([*lines, only_texts, ""]))


def _as_before(before: str, text: str) -> str:
    """A text with the ends of lines that its file has."""
    if "\r\n" in before:
        text = text.replace("\n", "\r\n")
    return BYTE_ORDER_MARK + text if before.startswith(BYTE_ORDER_MARK) else text


def _refuse_without_library() -> None:
    if importlib.util.find_spec("docx") is None:
        text = Text("det som leser Word-filer, er ikke installert", "what reads Word files is not installed")
        remedy = Text("Installer `samvirke[documents]`.", "Install `samvirke[documents]`.")
        raise StudyError([Problem(Place("docx"), text, remedy)])
