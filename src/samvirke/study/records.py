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
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Expression, Reference
from samvirke.quantities.months import Month
from samvirke.quantities.units import UNITS

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
MAX_TEXT = 20_000


def mistake(nb: str, en: str, remedy_nb: str, remedy_en: str) -> PydanticCustomError:
    """A validation error that keeps its text and remedy in both languages."""
    context = {"nb": nb, "en": en, "remedy_nb": remedy_nb, "remedy_en": remedy_en}
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
    """The field holds a number in `unit`, or the id of an assumption in a unit that converts to it."""

    unit: str
    low: float | None = 0.0
    high: float | None = None

    def read(self, value: object) -> Expression:
        """A plain number in base units, or a reference to an assumption."""
        if isinstance(value, Constant | Reference):
            return value
        if isinstance(value, str) and re.match(ID_PATTERN, value):
            return Reference(value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            shown = str(value)[:40]
            raise mistake(
                f"`{shown}` er verken et tall eller id-en til en forutsetning",
                f"`{shown}` is neither a number nor the id of an assumption",
                f"Skriv et tall i {self.unit}, med punktum som desimaltegn, eller en id fra assumptions.yaml.",
                f"Write a number in {self.unit}, with a decimal point, or an id from assumptions.yaml.",
            )
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            low = "−∞" if self.low is None else f"{self.low:g}"
            high = "∞" if self.high is None else f"{self.high:g}"
            raise mistake(
                f"{value:g} ligger utenfor {low} til {high}",
                f"{value:g} lies outside {low} to {high}",
                f"Skriv et tall fra {low} til {high} i {self.unit}.",
                f"Write a number from {low} to {high} in {self.unit}.",
            )
        return Constant(float(value) * UNITS[self.unit].factor)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        number: dict[str, Any] = {"type": "number"}
        if self.low is not None:
            number["minimum"] = self.low
        if self.high is not None:
            number["maximum"] = self.high
        return {
            "anyOf": [number, {"type": "string", "pattern": ID_PATTERN}],
            "description": f"a number in {self.unit}, or the id of an assumption",
        }


def _text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str) and value.strip():
        parts: dict[str, object] = {"nb": value}
    elif isinstance(value, dict) and set(value) <= {"nb", "en"} and value.get("nb"):
        parts = value
    else:
        raise mistake(
            "her skal det stå en tekst, som ikke er tom",
            "a text that is not empty belongs here",
            "Skriv en tekst på bokmål, eller `nb:` og `en:` på hver sin linje under.",
            "Write a text in bokmål, or `nb:` and `en:` on lines of their own below.",
        )
    for language, part in parts.items():
        if not isinstance(part, str) or not part.strip() or len(part) > MAX_TEXT:
            raise mistake(
                f"teksten på `{language}` er tom, for lang eller ikke en tekst",
                f"the text in `{language}` is empty, too long or not a text",
                f"Skriv mellom 1 og {MAX_TEXT} tegn, og sett hermetegn rundt tall og datoer.",
                f"Write 1 to {MAX_TEXT} characters, and put quotation marks round numbers and dates.",
            )
    return Text(nb=str(parts["nb"]).strip(), en=str(parts["en"]).strip() if "en" in parts else None)


def _many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _month(value: object) -> Month:
    if isinstance(value, Month):
        return value
    try:
        return Month.parse(str(value))
    except ValueError:
        raise mistake(
            f"`{str(value)[:20]}` er ikke en måned",
            f"`{str(value)[:20]}` is not a month",
            "Skriv år og måned slik: 2022-01.",
            "Write year and month like this: 2022-01.",
        ) from None


PARTIAL_DATE = re.compile(r"^(undated|\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?)$")


def _partial_date(value: object) -> str:
    text = str(value)
    whole = PARTIAL_DATE.match(text)
    if whole and len(text) == 10:
        try:
            date.fromisoformat(text)
        except ValueError:
            whole = None
    if isinstance(value, bool) or not whole:
        raise mistake(
            f"`{text[:20]}` er ikke en dato",
            f"`{text[:20]}` is not a date",
            "Skriv 2018, 2018-03, 2018-03-15 eller `undated`.",
            "Write 2018, 2018-03, 2018-03-15 or `undated`.",
        )
    return text


TEXT_SCHEMA = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"nb": {"type": "string"}, "en": {"type": "string"}},
            "required": ["nb"],
            "additionalProperties": False,
        },
    ]
}
MONTH_SCHEMA = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$"}
DATE_SCHEMA = {"anyOf": [{"type": "string", "pattern": PARTIAL_DATE.pattern}, {"type": "integer"}]}

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
StudyText = Annotated[Text, BeforeValidator(_text), WithJsonSchema(TEXT_SCHEMA)]
Starts = Annotated[Month, BeforeValidator(_month), WithJsonSchema(MONTH_SCHEMA)]
PartialDate = Annotated[str, BeforeValidator(_partial_date), WithJsonSchema(DATE_SCHEMA)]
Year = Annotated[int, Field(ge=1900, le=2200)]

ActorId = Annotated[Id, Link("actor")]
TaskId = Annotated[Id, Link("task")]
LineId = Annotated[Id, Link("line")]
RowId = Annotated[Id, Link("row")]
RuleId = Annotated[Id, Link("rule")]
SourceId = Annotated[Id, Link("source")]
GoalId = Annotated[Id, Link("goal")]
ChallengeId = Annotated[Id, Link("challenge")]
AlternativeId = Annotated[Id, Link("alternative")]
AssumptionId = Annotated[Id, Link("assumption")]
GroupId = Annotated[Id, Link("group")]
ActorIds = Annotated[tuple[ActorId, ...], BeforeValidator(_many)]
SourceIds = Annotated[tuple[SourceId, ...], BeforeValidator(_many)]
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

    id: Id
