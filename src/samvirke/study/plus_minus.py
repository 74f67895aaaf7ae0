"""The plus–minus scale: what importance and magnitude together are told as, from ++++ to −−−−.

The matrix is data. The one below is not read in DFØ's guide, whose printed matrix has not been found. It puts
the nine steps together by a plain rule: the sign of the magnitude, and importance plus the size of the
magnitude less two, though never less than nothing. That there are nine steps, crossing importance with
magnitude against the zero alternative, is read in Statens vegvesen, Handbook 140, as used in an environmental
assessment. A study that has the printed cells writes its own, and says so.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from samvirke.study.records import Record, Whole, mistake

Cell = Annotated[Whole, Field(ge=-4, le=4)]
Row = Annotated[tuple[Cell, ...], Field(min_length=7, max_length=7)]
IMPORTANCES = ("little", "medium", "great")
READ_AT = "https://www.yumpu.com/no/document/view/29544195/dasjagrovi-kraftverk-luster-energiverk/52"


class PlusMinus(Record):
    """The consequence of each magnitude from −3 to 3, for effects of little, medium and great importance."""

    little: Row = Field(description="seven steps from −4 to 4, for magnitudes −3, −2, −1, 0, 1, 2 and 3")
    medium: Row = Field(description="the same for effects of medium importance")
    great: Row = Field(description="the same for effects of great importance")

    @model_validator(mode="after")
    def _rises(self) -> PlusMinus:
        for name in IMPORTANCES:
            row: tuple[int, ...] = getattr(self, name)
            if list(row) != sorted(row) or row[3] != 0:
                raise mistake(
                    "trinnene i pluss-minus-skalaen faller et sted, eller «ingen endring» er ikke 0",
                    "the steps of the plus–minus scale fall somewhere, or “no change” is not 0",
                    "Skriv sju tall som stiger fra verst til best, med 0 i midten.",
                    "Write seven numbers that rise from worst to best, with 0 in the middle.",
                    name,
                )
        return self

    def consequence(self, importance: int, magnitude: int) -> int:
        """The step from −4 to 4; `importance` is 1 to 3 and `magnitude` −3 to 3."""
        row: tuple[int, ...] = getattr(self, IMPORTANCES[importance - 1])
        return row[magnitude + 3]


UNREAD = PlusMinus(
    little=(-2, -1, 0, 0, 0, 1, 2),
    medium=(-3, -2, -1, 0, 1, 2, 3),
    great=(-4, -3, -2, 0, 2, 3, 4),
)
