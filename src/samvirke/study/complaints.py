"""What validation finds, told to a person: one problem per mistake, with a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samvirke.errors import Problem, nearest
from samvirke.language import Text
from samvirke.study.document import Document, FieldPath

EXPECTED: dict[str, Text] = {
    "dict_type": Text("et sett med felter", "a set of fields"),
    "model_type": Text("et sett med felter", "a set of fields"),
    "model_attributes_type": Text("et sett med felter", "a set of fields"),
    "tuple_type": Text("en liste", "a list"),
    "list_type": Text("en liste", "a list"),
    "string_type": Text("en tekst i hermetegn eller en id", "a text in quotation marks or an id"),
    "int_type": Text("et helt tall", "a whole number"),
    "int_parsing": Text("et helt tall", "a whole number"),
    "int_from_float": Text("et helt tall", "a whole number"),
    "float_type": Text("et tall", "a number"),
    "float_parsing": Text("et tall", "a number"),
    "finite_number": Text("et endelig tall", "a finite number"),
    "bool_type": Text("`true` eller `false`", "`true` or `false`"),
    "bool_parsing": Text("`true` eller `false`", "`true` or `false`"),
    "date_type": Text("en dato som 2020-12-31", "a date such as 2020-12-31"),
    "date_parsing": Text("en dato som 2020-12-31", "a date such as 2020-12-31"),
    "date_from_datetime_parsing": Text("en dato som 2020-12-31", "a date such as 2020-12-31"),
    "date_from_datetime_inexact": Text("en dato som 2020-12-31", "a date such as 2020-12-31"),
}


def complaints(
    error: ValidationError, document: Document, model: Any, stem: FieldPath = ()
) -> Iterator[Problem]:
    """Every mistake in a validation error as a problem at its line.

    `stem` is where in the file the validated data stands; `model` is the record's type, for suggestions.
    """
    seen: set[FieldPath] = set()
    for detail in error.errors(include_url=False):
        path = (*stem, *_in_file(detail["loc"], document, stem))
        union_noise = path in seen and detail["type"] not in ("extra_forbidden", "missing", "samvirke")
        if not union_noise:
            seen.add(path)
            yield _told(detail, document, path, model)


def _in_file(location: tuple[int | str, ...], document: Document, stem: FieldPath) -> FieldPath:
    """A validation location without the parts that are names of types rather than keys in the file."""
    found: FieldPath = ()
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if (*stem, *found, part) in document.lines or (last and isinstance(part, str)):
            found = (*found, part)
    return found


def _told(detail: ErrorDetails, document: Document, path: FieldPath, model: Any) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    field = str(path[-1]) if path else document.name
    place = document.place(path)
    if kind == "samvirke":
        texts = {key: str(context[key]) for key in ("nb", "en", "remedy_nb", "remedy_en")}
        return Problem(place, Text(texts["nb"], texts["en"]), Text(texts["remedy_nb"], texts["remedy_en"]))
    if kind == "extra_forbidden":
        return _unknown_field(document, path, model)
    if kind == "missing":
        around = document.place(path[:-1])
        return Problem(
            around,
            Text(f"feltet `{field}` mangler", f"the field `{field}` is missing"),
            Text(f"Skriv `{field}:` her.", f"Write `{field}:` here."),
        )
    shown = _shown(detail["input"])
    return Problem(
        place,
        Text(f"`{field}` er {shown['nb']}", f"`{field}` is {shown['en']}"),
        _remedy(kind, context, field),
    )


def _shown(value: object) -> Text:
    if value is None:
        return Text("tomt", "empty")
    if isinstance(value, dict):
        return Text("et sett med felter", "a set of fields")
    if isinstance(value, list):
        return Text("en liste", "a list")
    return Text(f"`{str(value)[:40]}`", f"`{str(value)[:40]}`")


def _remedy(kind: str, context: Mapping[str, Any], field: str) -> Text:
    if kind in EXPECTED:
        expected = EXPECTED[kind]
        return Text(f"Her skal det stå {expected.nb}.", f"What belongs here is {expected['en']}.")
    if kind in ("literal_error", "union_tag_invalid"):
        choices = str(context.get("expected") or context.get("expected_tags")).replace("'", "`")
        choices_nb = choices.replace(" or ", " eller ")
        return Text(f"Skriv {choices_nb}.", f"Write {choices}.")
    if kind == "union_tag_not_found":
        return Text("Skriv hvilket verb endringen er, i `verb`.", "Say which verb the change is, in `verb`.")
    if kind == "string_pattern_mismatch":
        return Text(
            "Skriv en id med små bokstaver a–z, tall og bindestrek, med en bokstav først.",
            "Write an id in lower-case letters a–z, digits and hyphens, beginning with a letter.",
        )
    for limit, nb, en in (
        ("ge", "minst", "at least"),
        ("gt", "mer enn", "more than"),
        ("le", "høyst", "at most"),
        ("lt", "mindre enn", "less than"),
        ("min_length", "minst så langt:", "at least this long:"),
        ("max_length", "høyst så langt:", "at most this long:"),
    ):
        if limit in context:
            return Text(f"Det må være {nb} {context[limit]}.", f"It must be {en} {context[limit]}.")
    return Text(
        f"Se hva `{field}` kan være, med `samvirke schema`.",
        f"See what `{field}` can be, with `samvirke schema`.",
    )


def _unknown_field(document: Document, path: FieldPath, model: Any) -> Problem:
    field = str(path[-1])
    known = _known_fields(model)
    guess = nearest(field, known - {field})
    remedy = (
        Text(f"Mente du `{guess}`?", f"Did you mean `{guess}`?")
        if guess
        else Text("Ta det bort, eller skriv det i `note`.", "Take it away, or say it in `note`.")
    )
    return Problem(
        document.place(path),
        Text(f"feltet `{field}` finnes ikke her", f"there is no field `{field}` here"),
        remedy,
    )


def _known_fields(model: Any) -> set[str]:
    """The keys of a record type and of the records inside it."""
    found: set[str] = set()
    pending, seen = [model], set()
    while pending:
        current = pending.pop()
        if isinstance(current, type) and issubclass(current, BaseModel) and current not in seen:
            seen.add(current)
            for name, field in current.model_fields.items():
                found.add(field.alias or name)
                pending.append(field.annotation)
        else:
            pending.extend(getattr(current, "__args__", ()))
    return found - {"id"}
