"""What is wrong in a workbook, written down until there is more than anybody would read."""

from __future__ import annotations

from dataclasses import dataclass, field

from samvirke.errors import Problem, StudyError

# A sheet with more mistakes than this is not filled in for this study; to find them all would only take time.
ENOUGH = 500


class ManyProblemsError(StudyError):
    """So many problems that the reading has stopped; there may be more."""


@dataclass
class Problems:
    """The problems of a whole workbook so far."""

    found: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Write down a problem. Raises ManyProblemsError when there are enough."""
        self.found.append(problem)
        if len(self.found) >= ENOUGH:
            raise ManyProblemsError(self.found)
