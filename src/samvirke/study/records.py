"""What every record of a study is made of: frozen models, ids, texts, quantities and links.

A field's annotation says what its value must be. `Quantity` marks a number with a unit, `Link` marks the id
of something else in the study; both are found again by `samvirke.study.walking`, so that units and ids are
checked in one place whichever file they stand in.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from samvirke.language import Text, short_number
from samvirke.quantities.expressions import MOST, Constant, Expression, Reference
from samvirke.quantities.months import Month
from samvirke.quantities.units import UNITS
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_ID = 80
MAX_TEXT = 20_000
MAX_NAME = 200


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case letters a–z, digits and hyphens, a letter first."""
    return len(text) <= LONGEST_ID and re.fullmatch(ID_PATTERN, text) is not None


NUMBER_IN: dict[str, Text] = {
    **{unit: Text(f"et tall i {unit}", f"a number in {unit}") for unit in UNITS},
    "share": Text("en andel", "a share"),
    "factor": Text("en faktor", "a factor"),
}


def mistake(nb: str, en: str, remedy_nb: str, remedy_en: str, *at: str | int) -> PydanticCustomError:
    """A validation error that keeps its text and remedy in both languages.

    `at` is where inside the record the mistake stands, when it is one field's rather than the record's.
    """
    context = {"nb": nb, "en": en, "remedy_nb": remedy_nb, "remedy_en": remedy_en, "at": at}
    return PydanticCustomError("samvirke", "{en}", context)


class Frozen(BaseModel):
    """A record that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, allow_inf_nan=False)


@dataclass(frozen=True, slots=True)
class Link:
    """The field holds the id of a `kind` of thing: actor, task, line, row, source and so on."""

    kind: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """The field holds a number in `unit`, or the id of an assumption in a unit that converts to it.

    `above_low`: a plain number must be more than `low`, not just as much.
    """

    unit: str
    low: float | None = 0.0
    high: float | None = None
    above_low: bool = False

    def read(self, value: object) -> Expression:
        """A plain number in base units, or a reference to an assumption."""
        if isinstance(value, Constant | Reference):
            return value
        if isinstance(value, str) and is_id(value):
            return Reference(value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise mistake(
                f"`{shown(value)}` er verken et tall eller id-en til en forutsetning",
                f"`{shown(value)}` is neither a number nor the id of an assumption",
                f"Skriv {NUMBER_IN[self.unit].nb}, med punktum som desimaltegn, "
                "eller en id fra assumptions.yaml.",
                f"Write {NUMBER_IN[self.unit]['en']}, with a decimal point, or an id from assumptions.yaml.",
            )
        low, high = -MOST if self.low is None else self.low, MOST if self.high is None else self.high
        if value < low or (self.above_low and value == low):
            least = Text("mer enn", "more than") if self.above_low else Text("minst", "at least")
            raise mistake(
                f"{short_number(value, 'nb')} er for lite",
                f"{value:g} is too low",
                f"Skriv {NUMBER_IN[self.unit].nb} som er {least.nb} {low:g}.",
                f"Write {NUMBER_IN[self.unit]['en']} of {least['en']} {low:g}.",
            )
        if value > high:
            raise mistake(
                f"{short_number(value, 'nb')} er for mye",
                f"{value:g} is too high",
                f"Skriv {NUMBER_IN[self.unit].nb} som er høyst {high:g}.",
                f"Write {NUMBER_IN[self.unit]['en']} of at most {high:g}.",
            )
        return Constant(float(value) * UNITS[self.unit].factor)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        number: dict[str, Any] = {"type": "number"}
        if self.low is not None:
            number["exclusiveMinimum" if self.above_low else "minimum"] = self.low
        if self.high is not None:
            number["maximum"] = self.high
        return {
            "anyOf": [number, {"type": "string", "pattern": ID_PATTERN}],
            "description": f"a number in {self.unit}, or the id of an assumption",
        }


def _text(value: object, longest: int = MAX_TEXT) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str) and value.strip():
        parts: dict[str, object] = {"nb": value}
    elif isinstance(value, dict) and set(value) - {"nb", "en"}:
        key = shown(next(key for key in value if key not in ("nb", "en")))
        raise mistake(
            f"`{key}` er ikke et språk en tekst kan stå på",
            f"`{key}` is not a language that a text can be in",
            "Bruk `nb` og `en`, og sett hermetegn rundt en tekst med komma eller kolon.",
            "Use `nb` and `en`, and put quotation marks round a text with a comma or a colon.",
        )
    elif isinstance(value, dict) and "nb" in value:
        parts = value
    elif isinstance(value, dict) and "en" in value:
        raise mistake(
            "teksten mangler på bokmål",
            "the text is missing in bokmål",
            "Skriv den i `nb`.",
            "Write it in `nb`.",
        )
    else:
        raise mistake(
            "her skal det stå en tekst, som ikke er tom",
            "a text that is not empty belongs here",
            "Skriv en tekst på bokmål, eller `nb:` og `en:` på hver sin linje under.",
            "Write a text in bokmål, or `nb:` and `en:` on lines of their own below.",
        )
    for language, part in parts.items():
        if not isinstance(part, str) or not part.strip() or len(part) > longest:
            raise mistake(
                f"teksten på `{language}` er tom, for lang eller ikke en tekst",
                f"the text in `{language}` is empty, too long or not a text",
                f"Skriv mellom 1 og {longest} tegn, og sett hermetegn rundt tall og datoer.",
                f"Write 1 to {longest} characters, and put quotation marks round numbers and dates.",
                language,
            )
    return Text(nb=str(parts["nb"]).strip(), en=str(parts["en"]).strip() if "en" in parts else None)


def many(value: object) -> object:
    """A single id where a list of them could stand."""
    return (value,) if isinstance(value, str) else value


def _month(value: object) -> Month:
    if isinstance(value, Month):
        return value
    try:
        return Month.parse(str(value))
    except ValueError:
        raise mistake(
            f"`{shown(value)}` er ikke en måned",
            f"`{shown(value)}` is not a month",
            "Skriv år og måned slik: 2022-01.",
            "Write year and month like this: 2022-01.",
        ) from None


PARTIAL_DATE = re.compile(r"^(undated|[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?)$")


def _partial_date(value: object) -> str:
    text = str(value)
    whole = PARTIAL_DATE.fullmatch(text)
    if whole and len(text) == 10:
        try:
            date.fromisoformat(text)
        except ValueError:
            whole = None
    if isinstance(value, bool) or not whole:
        raise mistake(
            f"`{shown(text)}` er ikke en dato",
            f"`{shown(text)}` is not a date",
            "Skriv 2018, 2018-03, 2018-03-15 eller `undated`.",
            "Write 2018, 2018-03, 2018-03-15 or `undated`.",
        )
    return text


def _day(value: object) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) and len(value) == 10 else "")
    except ValueError:
        raise mistake(
            f"`{shown(value)}` er ikke en dato",
            f"`{shown(value)}` is not a date",
            "Skriv år, måned og dag slik: 2020-12-31.",
            "Write year, month and day like this: 2020-12-31.",
        ) from None


def _unit(value: object) -> str:
    if isinstance(value, str) and value in UNITS:
        return value
    choices = ", ".join(UNITS)
    otherwise = Text(f"Bruk en av disse: {choices}.", f"Use one of these: {choices}.")
    remedy = did_you_mean(str(value), UNITS, otherwise)
    raise mistake(
        f"enheten `{shown(value)}` finnes ikke",
        f"there is no unit `{shown(value)}`",
        remedy.nb,
        remedy["en"],
    )


def _text_schema(**limits: int) -> dict[str, Any]:
    """The JSON Schema of a text in one language or two."""
    part = {"type": "string", **limits}
    return {
        "anyOf": [
            {"type": "string", "minLength": 1, **limits},
            {
                "type": "object",
                "properties": {"nb": part, "en": part},
                "required": ["nb"],
                "additionalProperties": False,
            },
        ]
    }


MONTH_SCHEMA = {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])$"}
DATE_SCHEMA = {"anyOf": [{"type": "string", "pattern": PARTIAL_DATE.pattern}, {"type": "integer"}]}

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=LONGEST_ID)]
StudyText = Annotated[Text, BeforeValidator(_text), WithJsonSchema(_text_schema())]
ShortText = Annotated[
    Text, BeforeValidator(partial(_text, longest=MAX_NAME)), WithJsonSchema(_text_schema(maxLength=MAX_NAME))
]
Starts = Annotated[Month, BeforeValidator(_month), WithJsonSchema(MONTH_SCHEMA)]
PartialDate = Annotated[str, BeforeValidator(_partial_date), WithJsonSchema(DATE_SCHEMA)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
UnitName = Annotated[str, BeforeValidator(_unit), WithJsonSchema({"enum": list(UNITS)})]
# Strict: `true` is not 1, `"2"` is not 2, and `yes` is a text.
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True, ge=-MOST, le=MOST)]
YesNo = Annotated[bool, Field(strict=True)]
Year = Annotated[Whole, Field(ge=1900, le=2200)]

ActorId = Annotated[Id, Link("actor")]
AreaId = Annotated[Id, Link("area")]
TaskId = Annotated[Id, Link("task")]
LineId = Annotated[Id, Link("line")]
RuleId = Annotated[Id, Link("rule")]
SourceId = Annotated[Id, Link("source")]
GoalId = Annotated[Id, Link("goal")]
ChallengeId = Annotated[Id, Link("challenge")]
AlternativeId = Annotated[Id, Link("alternative")]
AssumptionId = Annotated[Id, Link("assumption")]
GroupId = Annotated[Id, Link("group")]
PackageId = Annotated[Id, Link("package")]
ActorIds = Annotated[
    tuple[ActorId, ...], BeforeValidator(many, json_schema_input_type=ActorId | tuple[ActorId, ...])
]
GroupIds = Annotated[
    tuple[GroupId, ...], BeforeValidator(many, json_schema_input_type=GroupId | tuple[GroupId, ...])
]
RuleIds = Annotated[
    tuple[RuleId, ...], BeforeValidator(many, json_schema_input_type=RuleId | tuple[RuleId, ...])
]
PackageIds = Annotated[
    tuple[PackageId, ...], BeforeValidator(many, json_schema_input_type=PackageId | tuple[PackageId, ...])
]
SourceIds = Annotated[
    tuple[SourceId, ...], BeforeValidator(many, json_schema_input_type=SourceId | tuple[SourceId, ...])
]
Share = Annotated[Expression, Quantity("share", high=1.0)]


class Record(Frozen):
    """What any record may say about itself: what it rests on, and who could confirm it."""

    note: StudyText | None = Field(default=None, description="a remark for whoever reads the study")
    source: SourceIds = Field(default=(), description="one or more ids in sources.yaml")
    judgement: StudyText | None = Field(
        default=None, description="our reason, where no source carries the record"
    )
    could_answer: ActorId | None = Field(
        default=None, description="who could confirm it; never that they have"
    )


class Named(Record):
    """A record that other records refer to by its id, which is its key in the file."""

    id: Id = Field(description="its id; in a file, the name it stands under")
