"""What the workbook calls things: sheets by their alternative, accounts, spending rows and changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from samvirke.alternatives.journal import NEW_APPROPRIATION, ONE_OFF_NEED, RECURRING_NEED
from samvirke.alternatives.plan import Plan
from samvirke.language import Language, Text
from samvirke.report.explain.explained import Background
from samvirke.report.words.changes import change_in_words
from samvirke.report.words.naming import alternative_name, giver_name, item_name, row_name
from samvirke.report.words.wording import capital
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

LONGEST = 31  # letters in the name of a sheet
NOT_IN_A_NAME = re.compile(r"[^\w .,()&+%–-]+")
NOBODY = Text("–", "–")
NEEDS: Mapping[str, Text] = {
    RECURRING_NEED: Text("Det endringene koster hvert år", "What the changes cost each year"),
    ONE_OFF_NEED: Text("Engangskostnadene", "The one-off costs"),
}


def sheet_name(study: Study, alternative: str, number: int, language: Language, after: str = "") -> str:
    """The name of an alternative's sheet: its number, as much of its name as there is room for, and `after`.

    A name may not be longer than programs allow, nor hold the signs that formulas use.
    """
    name = NOT_IN_A_NAME.sub(" ", alternative_name(study, alternative)[language])
    room = LONGEST - len(f"{number} {after}")
    if len(name) > room:
        whole = name[:room].rpartition(" ")[0]  # broken between words where that leaves most of it
        name = f"{(whole if len(whole) > room // 2 else name[: room - 1]).rstrip(' ,.–-')}…"
    return f"{number} {name}{after}"


def account_name(study: Study, account: str) -> Text:
    """A budget line by chapter and item, what nothing pays yet, or a new appropriation."""
    if account in NEEDS:
        return NEEDS[account]
    if account == NEW_APPROPRIATION:
        return giver_name(study, account)
    return item_name(study, account) if account else NOBODY


def row_at(plan: Plan, row: str) -> Text:
    """A spending row, also one that a change makes."""
    return row_name(plan.with_row(row) or plan.final, row) if row else NOBODY


def changes_told(results: Results, alternative: str) -> dict[str, Text]:
    """Every change that can move money in an alternative, in a sentence, by its id."""
    behind = Background(results, alternative).changes.items()
    return {key: capital(change_in_words(plan, written)) for key, (plan, written) in behind}
