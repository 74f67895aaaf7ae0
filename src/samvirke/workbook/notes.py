"""The note on each heading: what the column means, what can stand in it, and whether something must."""

from __future__ import annotations

from samvirke.language import Language, Text
from samvirke.workbook.table import Column
from samvirke.workbook.tables import sheet_of
from samvirke.workbook.wording import code

MUST = Text("Må fylles ut.", "Must be filled in.")
KINDS: dict[str, Text] = {
    "yesno": Text("Skriv ja eller nei.", "Write yes or no."),
    "month": Text("Skriv måneden slik: 2022-01.", "Write the month like this: 2022-01."),
    "day": Text("Skriv en dato.", "Write a date."),
    "date": Text(
        "Skriv 2018, 2018-03, 2018-03-15 eller undated.", "Write 2018, 2018-03, 2018-03-15 or undated."
    ),
    "codes": Text("Flere skrives med komma mellom.", "Several are written with commas between."),
    "whole": Text("Skriv et helt tall.", "Write a whole number."),
}


def note(column: Column, language: Language) -> str:
    """The whole note, in sentences."""
    said = column.meaning[language]
    parts = [f"{said[:1].upper()}{said[1:].rstrip('.')}."]
    if column.required:
        parts.append(MUST[language])
    if column.kind == "quantity":
        parts.append(_quantity(column)[language])
    elif column.kind in KINDS:
        parts.append(KINDS[column.kind][language])
    if column.link is not None and column.kind != "quantity" and (sheet := sheet_of(column.link)):
        parts.append(Text(f"Id fra arket {sheet.nb}.", f"An id from the sheet {sheet['en']}.")[language])
    if column.choices:
        parts.append(_choices(column.choices, language))
    return "\n".join(parts)


def _quantity(column: Column) -> Text:
    sheet = sheet_of("assumption")
    assert sheet is not None
    return Text(
        f"Et tall i {UNIT.get(column.unit or '', column.unit)}, eller en id fra arket {sheet.nb}.",
        f"A number in {column.unit}, or an id from the sheet {sheet['en']}.",
    )


UNIT = {"share": "andel (0,25 er 25 prosent)", "factor": "faktor"}


def _choices(choices: tuple[str, ...], language: Language) -> str:
    words = [(word, code(word)) for word in choices]
    told = (word if said is None else f"{word} ({said[language]})" for word, said in words)
    return Text("Velg: ", "Choose: ")[language] + ", ".join(told) + "."
