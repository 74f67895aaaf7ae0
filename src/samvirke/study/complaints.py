"""What validation finds, told to a person: one problem per mistake, with a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from samvirke.errors import Place, Problem
from samvirke.language import Text
from samvirke.study.document import Document, FieldPath
from samvirke.study.fields_at import fields_at
from samvirke.study.records import ID_PATTERN
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean

A_RECORD = Text("et sett med felter, ett på hver linje", "a set of fields, one on each line")
A_LIST = Text(
    "en liste: `[a, b]`, eller ett ledd på hver linje med bindestrek foran",
    "a list: `[a, b]`, or one item on each line after a hyphen",
)
A_TEXT = Text(
    "en tekst; sett hermetegn rundt tall og datoer", "a text; put quotation marks round numbers and dates"
)
A_WHOLE_NUMBER = Text("et helt tall", "a whole number")
A_NUMBER = Text("et tall, med punktum som desimaltegn", "a number, with a decimal point")
A_SMALLER_NUMBER = Text(
    "et tall som er mindre enn 10 opphøyd i 15", "a number less than 10 to the power of 15"
)
YES_OR_NO = Text("`true` eller `false`", "`true` or `false`")
EXPECTED: dict[str, Text] = {
    "dict_type": A_RECORD,
    "model_type": A_RECORD,
    "model_attributes_type": A_RECORD,
    "tuple_type": A_LIST,
    "list_type": A_LIST,
    "string_type": A_TEXT,
    "int_type": A_WHOLE_NUMBER,
    "int_from_float": A_WHOLE_NUMBER,
    "float_type": A_NUMBER,
    "finite_number": A_SMALLER_NUMBER,
    "bool_type": YES_OR_NO,
}
LIMITS: dict[str, tuple[str, Text]] = {
    "greater_than_equal": ("ge", Text("Skriv minst {limit:g}.", "Write at least {limit:g}.")),
    "greater_than": ("gt", Text("Skriv mer enn {limit:g}.", "Write more than {limit:g}.")),
    "less_than": ("lt", Text("Skriv mindre enn {limit:g}.", "Write less than {limit:g}.")),
    "less_than_equal": ("le", Text("Skriv høyst {limit:g}.", "Write at most {limit:g}.")),
}
LENGTHS: dict[str, tuple[str, Text, Text]] = {
    "string_too_short": (
        "min_length",
        Text("{name} er tom", "{name} is empty"),
        Text("Skriv noe her.", "Write something here."),
    ),
    "string_too_long": (
        "max_length",
        Text("{name} er for lang", "{name} is too long"),
        Text("Skriv høyst {limit} tegn.", "Write at most {limit} characters."),
    ),
    "too_short": (
        "min_length",
        Text("listen {name} har for få ledd", "the list {name} has too few items"),
        Text("Skriv minst {limit}.", "Write at least {limit}."),
    ),
    "too_long": (
        "max_length",
        Text("listen {name} har for mange ledd", "the list {name} has too many items"),
        Text("Skriv høyst {limit}.", "Write at most {limit}."),
    ),
}
AN_ID = Text(
    "Skriv en id med små bokstaver a–z, tall og bindestrek, med en bokstav først.",
    "Write an id in lower-case letters a–z, digits and hyphens, beginning with a letter.",
)
# Of the kinds a plain value could have been of, the complaint that tells most.
TELLING = {"samvirke": 0, "literal_error": 1, "string_pattern_mismatch": 2, "string_type": 3}


def complaints(
    error: ValidationError, document: Document, model: Any, stem: FieldPath = ()
) -> Iterator[Problem]:
    """Every mistake in a validation error as a problem at its line.

    `stem` is where in the file the validated data stands; `model` is the record's type, for suggestions.
    """
    found: dict[FieldPath, dict[str, list[ErrorDetails]]] = {}
    for detail in error.errors(include_url=False):
        fork, branch = _fork(detail, document, stem)
        found.setdefault(fork, {}).setdefault(branch, []).append(detail)
    for branches in found.values():
        for detail in _of_one_branch(branches):
            yield _told(detail, document, (*stem, *_in_file(detail, document, stem)), model, stem)


def _fork(detail: ErrorDetails, document: Document, stem: FieldPath) -> tuple[FieldPath, str]:
    """Where a value could have been of several kinds, and the kind whose complaint this is.

    Validation puts the name of the kind in the location, where the file has no such key.
    """
    location = detail["loc"]
    fork, branch, path = location, "", stem
    for index, part in enumerate(location):
        missing = detail["type"] == "missing" and index == len(location) - 1
        if (*path, part) in document.lines:
            path = (*path, part)
        elif not missing and part != "[key]":
            fork, branch = path, str(part)
    return fork, branch


def _of_one_branch(branches: Mapping[str, list[ErrorDetails]]) -> list[ErrorDetails]:
    """The complaints of the kind that was most likely meant, so that one mistake is told once."""
    if len(branches) == 1:
        return next(iter(branches.values()))
    inputs = [detail["input"] for details in branches.values() for detail in details]
    structured = any(isinstance(value, dict | list) for value in inputs)

    def unlikely(item: tuple[str, list[ErrorDetails]]) -> tuple[bool, int]:
        branch, (first, *_) = item
        outside = first["loc"][-1] == branch and first["type"] != "samvirke"
        return structured and outside, TELLING.get(first["type"], len(TELLING))

    return min(branches.items(), key=unlikely)[1]


def _in_file(detail: ErrorDetails, document: Document, stem: FieldPath) -> FieldPath:
    """A validation location without the parts that are names of kinds rather than keys in the file."""
    found: FieldPath = ()
    location = detail["loc"]
    for index, part in enumerate(location):
        missing = detail["type"] == "missing" and index == len(location) - 1
        if missing or (*stem, *found, part) in document.lines:
            found = (*found, part)
    return found


def _told(detail: ErrorDetails, document: Document, path: FieldPath, model: Any, stem: FieldPath) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    place = document.place(path)
    if kind == "samvirke":
        texts = {key: str(context[key]) for key in ("nb", "en", "remedy_nb", "remedy_en")}
        return Problem(
            document.place((*path, *context["at"])),
            Text(texts["nb"], texts["en"]),
            Text(texts["remedy_nb"], texts["remedy_en"]),
        )
    if kind in ("extra_forbidden", "invalid_key"):
        return _unknown_field(document, path, model, stem)
    if kind == "missing":
        return _missing(document.place(path[:-1]), path)
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _verb(place, kind, context)
    name, value = _name(path, document), _quoted(detail["input"])
    if context.get("pattern") == ID_PATTERN or (kind == "string_type" and detail["loc"][-1:] == ("[key]",)):
        return _not_an_id(place, name, value)
    if kind in LENGTHS:
        return _wrong_length(place, name, kind, context)
    if name == value:  # a key of a map that has only certain keys
        text = Text(f"{name.nb} kan ikke stå her", f"{name['en']} cannot stand here")
    else:
        text = Text(f"{name.nb} er {value.nb}", f"{name['en']} is {value['en']}")
    return Problem(place, text, _remedy(kind, context, detail["input"]))


def _not_an_id(place: Place, name: Text, value: Text) -> Problem:
    where = Text("", "") if name == value else Text(f" (i {name.nb})", f" (in {name['en']})")
    return Problem(
        place,
        Text(f"{value.nb}{where.nb} er ikke en id", f"{value['en']}{where['en']} is not an id"),
        AN_ID,
    )


def _wrong_length(place: Place, name: Text, kind: str, context: Mapping[str, Any]) -> Problem:
    key, text, remedy = LENGTHS[kind]
    return Problem(place, text.format(name=name), remedy.format(limit=context[key]))


def _name(path: FieldPath, document: Document) -> Text:
    """A field as messages name it; an item of a list by its number."""
    if not path:
        return Text("filen", "the file")
    around = _data(document, path[:-1])
    if isinstance(path[-1], int) and isinstance(around, list):
        count = path[-1] + 1
        if len(path) == 1:
            return Text(f"ledd {count}", f"item {count}")
        outer = _name(path[:-1], document)
        return Text(f"ledd {count} i {outer.nb}", f"item {count} of {outer['en']}")
    return Text(f"`{shown(path[-1])}`", f"`{shown(path[-1])}`")


def _data(document: Document, path: FieldPath) -> Any:
    """What stands at a path of a file, or None."""
    found = document.data
    for part in path:
        if isinstance(found, dict):
            found = found.get(part)
        elif isinstance(found, list) and isinstance(part, int) and part < len(found):
            found = found[part]
        else:
            return None
    return found


def _quoted(value: object) -> Text:
    if value is None or value == "":
        return Text("tomt", "empty")
    if isinstance(value, dict):
        return Text("et sett med felter", "a set of fields")
    if isinstance(value, list | tuple):
        return Text("en liste", "a list")
    return Text(f"`{shown(value)}`", f"`{shown(value)}`")


def _missing(place: Place, path: FieldPath) -> Problem:
    if isinstance(path[-1], int):
        field = shown(path[-2])
        return Problem(
            place,
            Text(f"listen `{field}` har for få ledd", f"the list `{field}` has too few items"),
            Text("Skriv ett til.", "Write one more."),
        )
    field = path[-1]
    return Problem(
        place,
        Text(f"feltet `{field}` mangler", f"the field `{field}` is missing"),
        Text(f"Skriv `{field}:` her.", f"Write `{field}:` here."),
    )


def _verb(place: Place, kind: str, context: Mapping[str, Any]) -> Problem:
    if kind == "union_tag_not_found":
        return Problem(
            place,
            Text("endringen sier ikke hva den gjør", "the change does not say what it does"),
            Text("Skriv det i `verb`, for eksempel `verb: move`.", "Say it in `verb`, such as `verb: move`."),
        )
    verb = shown(context["tag"])
    known = tuple(word.strip(" '") for word in str(context["expected_tags"]).split(","))
    choices = ", ".join(f"`{word}`" for word in known)
    otherwise = Text(f"Bruk et av disse: {choices}.", f"Use one of these: {choices}.")
    return Problem(
        place,
        Text(f"det finnes ikke noe verb `{verb}`", f"there is no verb `{verb}`"),
        did_you_mean(verb, known, otherwise),
    )


def _remedy(kind: str, context: Mapping[str, Any], value: object) -> Text:
    if kind in EXPECTED:
        expected = EXPECTED[kind]
        return Text(f"Her skal det stå {expected.nb}.", f"What belongs here is {expected['en']}.")
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "`")
        choices_nb = choices.replace(" or ", " eller ")
        otherwise = Text(f"Skriv {choices_nb}.", f"Write {choices}.")
        return did_you_mean(str(value), choices.replace(" or ", ", ").replace("`", "").split(", "), otherwise)
    if kind == "string_pattern_mismatch":
        return Text("Skriv en kode som RSP101.", "Write a code such as RSP101.")
    if kind in LIMITS:
        key, text = LIMITS[kind]
        return text.format(limit=context[key])
    return Text(
        "Se hva som kan stå her, med `samvirke schema`.", "See what can stand here, with `samvirke schema`."
    )


def _unknown_field(document: Document, path: FieldPath, model: Any, stem: FieldPath) -> Problem:
    around = path[:-1]
    known = fields_at(model, around[len(stem) :], _data(document, around))
    choices = ", ".join(f"`{name}`" for name in known)
    otherwise = Text(f"Her kan det stå {choices}.", f"What can stand here is {choices}.")
    field = shown(path[-1])
    return Problem(
        document.place(path),
        Text(f"feltet `{field}` finnes ikke her", f"there is no field `{field}` here"),
        did_you_mean(str(path[-1]), known, otherwise),
    )
