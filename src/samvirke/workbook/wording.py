"""What sheets and columns are called in both languages, and what they mean; the words are in words.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from samvirke.language import Language, Text
from samvirke.study.document import read_document
from samvirke.workbook.table import Wild

NUMBER = Text("Nr.", "No.")
NUMBER_SAYS = Text(
    "rekkefølgen; 2,5 kommer mellom 2 og 3, og en tom celle kommer etter raden over",
    "the order; 2.5 comes between 2 and 3, and an empty cell comes after the row above",
)
KEY_SAYS = Text(
    "id-en: små bokstaver a–z, tall og bindestrek, med en bokstav først",
    "the id: lower-case letters a–z, digits and hyphens, a letter first",
)
# Prose has a column for each language.
IN_LANGUAGE: dict[Language, Text] = {
    "nb": Text("{name}", "{name} (Norwegian)"),
    "en": Text("{name} (engelsk)", "{name}"),
}
LONGEST = 31  # letters in the name of a sheet
Words = Sequence[tuple[str, str]]  # the record and the field, from the outermost


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = resources.files("samvirke.workbook").joinpath("words.yaml").read_text(encoding="utf-8")
    found: Any = read_document("words.yaml", text).data
    return found  # type: ignore[no-any-return]


def _column(record: str, field: str) -> Mapping[str, str]:
    """The words of a column; none for a field that nobody has found any for, which a test tells of."""
    columns = _words()["columns"]
    return columns.get(f"{record}.{field}") or columns.get(field) or {}


def heading(words: Words, language: Language | None = None) -> Text:
    """The heading of a column; of a field in a record in the row, what the record is called comes first."""
    found = [_column(record, field) for record, field in words]
    own = [one.get("nb", _humane(field)) for one, (_, field) in zip(found, words, strict=True)]
    nb = ": ".join((own[0], *(one.lower() for one in own[1:])))
    said = [one.get("en", _humane(field)) for one, (_, field) in zip(found, words, strict=True)]
    en = ": ".join((said[0], *(_lowered(one) for one in said[1:])))
    name = Text(nb, en)
    if language is None:
        return name
    template = IN_LANGUAGE[language]
    return Text(template.nb.format(name=name.nb), template["en"].format(name=name["en"]))


def meaning(words: Words, description: str | None) -> Text:
    """What a column means: in English as the field itself says."""
    record, field = words[-1]
    found = _column(record, field)
    english = found.get("en_says", description or found.get("en", _humane(field)))
    return Text(found.get("says", english), english)


def _humane(field: str) -> str:
    return field.partition(".")[0].replace("_", " ").capitalize()


def _lowered(name: str) -> str:
    return name if name.startswith("NOK") else name.lower()


def of_verbs(says: Text, verbs: Iterable[str]) -> Text:
    """The meaning of a column that only some verbs use."""
    listed = ", ".join(verbs)
    return Text(f"{says.nb} ({listed})", f"{says['en']} ({listed})")


def key(name: str) -> Text:
    """The heading of a column that says which row it is."""
    found = _words()["keys"].get(name, {})
    plain = _humane(name.removesuffix(".0").rpartition(".")[2])
    return Text(found.get("nb", plain), found.get("en", plain))


def sheet(file: str, spot: Sequence[str | Wild]) -> tuple[Text, Text]:
    """The name of a sheet, and what it holds in a sentence."""
    where = ".".join((file.removesuffix(".yaml"), *(part for part in spot if isinstance(part, str))))
    found = _words()["sheets"].get(where, {})
    name = Text(found.get("nb", where[-LONGEST:]), found.get("en", where[-LONGEST:]))
    return name, Text(found.get("says", ""), found.get("en_says", ""))


def code(word: str) -> Text | None:
    """What one of a few words means; nothing for units, which say it themselves."""
    found = _words()["codes"].get(word)
    return None if found is None else Text(found["nb"], found.get("en", word.replace("_", " ")))
