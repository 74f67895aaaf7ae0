"""`samvirke migrate`: a study in an older format, shown in the present one and then written."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.mending import difference, refuse_built_in, write
from samvirke.study.folder import read_folder
from samvirke.study.migration.lifting import FORMAT, STUDY, format_of, lifted, steps_for
from samvirke.study.reading import read_study

ENCODING, WIDTH = "utf-8", 80


def migrate_study(study: str, *, written: bool) -> None:
    """Show what changes, and write it when that is asked for; a study with mistakes is refused whole."""
    folder = study_folder(study)
    if written:
        refuse_built_in(study)
    read_study(folder)  # a study that cannot be used is told so, and left as it is
    before = _texts(folder)
    steps, say = steps_for(before), chosen.say
    if not steps:
        sys.stdout.write(
            say(
                f"Studien er i format {FORMAT}, det nyeste.\n",
                f"The study is in format {FORMAT}, the newest.\n",
            )
        )
        return
    after = lifted(before)
    # The file that says which format it is comes last: until it is written, the folder is one of the old.
    changed = {
        name: after[name]
        for name in sorted(after, key=lambda one: one == STUDY)
        if after[name] != before[name]
    }
    old = format_of(before)
    lines = [
        difference(before, changed),
        say(f"Fra format {old} til {FORMAT}:", f"From format {old} to {FORMAT}:"),
    ]
    lines += [
        textwrap.fill(f"- {step.told[chosen.language]}", WIDTH, subsequent_indent="  ") for step in steps
    ]
    if written:
        write(folder, changed)
        count = len(changed)
        lines.append(
            say("Én fil er skrevet.", "One file was written.")
            if count == 1
            else say(f"{count} filer er skrevet.", f"{count} files were written.")
        )
    else:
        lines.append(
            say(
                "Ingenting er skrevet. `samvirke migrate --write` skriver det.",
                "Nothing was written. `samvirke migrate --write` writes it.",
            )
        )
    sys.stdout.write("\n".join([*lines, ""]))


def _texts(folder: Path) -> dict[str, str]:
    """The texts of a study's files, to the byte."""
    names = read_folder(folder).texts
    return {name: (folder / name).read_bytes().decode(ENCODING) for name in names}
