"""What is wrong today, and which alternatives were considered: challenges and the grid of options."""

from __future__ import annotations

from pydantic import Field, model_validator

from samvirke.study.records import (
    AlternativeId,
    Frozen,
    GoalId,
    Id,
    Named,
    SourceIds,
    StudyText,
    mistake,
)


class Challenge(Named):
    """Something that is wrong today, and who said so."""

    text: StudyText
    said_by: SourceIds = Field(description="who said so; ids in sources.yaml")
    group: StudyText | None = None
    goal: GoalId | None = Field(default=None, description="the goal it stands in the way of")


class OptionDimension(Frozen):
    """One way in which alternatives differ, with the values it can take."""

    text: StudyText
    values: dict[Id, StudyText] = Field(description="id → value")


class OptionCell(Frozen):
    """One cell of the grid, or all that share the values given: kept, dropped or merged."""

    at: dict[Id, Id] = Field(description="dimension → value")
    kept: AlternativeId | None = Field(default=None, description="the alternative it became")
    dropped: StudyText | None = Field(default=None, description="why it was dropped")
    merged_into: AlternativeId | None = Field(default=None, description="the alternative that covers it")
    note: StudyText | None = Field(default=None, description="a remark for whoever reads the study")

    @model_validator(mode="after")
    def _one_fate(self) -> OptionCell:
        if sum(fate is not None for fate in (self.kept, self.dropped, self.merged_into)) != 1:
            raise mistake(
                "en celle må ha nøyaktig én av `kept`, `dropped` og `merged_into`",
                "a cell must have exactly one of `kept`, `dropped` and `merged_into`",
                "Skriv alternativet den ble til, eller hvorfor den falt bort.",
                "Name the alternative it became, or say why it was dropped.",
            )
        return self


class Options(Frozen):
    """The grid of alternatives considered: `options.yaml`."""

    dimensions: dict[Id, OptionDimension] = Field(
        default_factory=dict, description="id → a way in which alternatives differ"
    )
    cells: tuple[OptionCell, ...] = Field(default=(), description="what became of each combination")

    @model_validator(mode="after")
    def _inside_the_grid(self) -> Options:
        for number, cell in enumerate(self.cells):
            for dimension, value in cell.at.items():
                known = self.dimensions.get(dimension)
                if known is None or value not in known.values:
                    raise mistake(
                        f"cellen `{dimension}: {value}` ligger utenfor rutenettet",
                        f"the cell `{dimension}: {value}` lies outside the grid",
                        "Bruk dimensjoner og verdier som står under `dimensions`.",
                        "Use dimensions and values that stand under `dimensions`.",
                        *("cells", number, "at", dimension),
                    )
        return self
