"""What the changes of one phase leave behind: postings, one-off costs, moves and obligations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samvirke.alternatives.journal import (
    ONE_OFF_NEED,
    RECURRING_NEED,
    Floor,
    Leg,
    Moved,
    Obligation,
    Posting,
    leg_of,
)
from samvirke.alternatives.rows import runs_in
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.quantities.expressions import ZERO, Constant, Expression, times
from samvirke.quantities.months import Month
from samvirke.study.money import PerFte, Spending
from samvirke.study.study import Study

MONTHS_OF_ONE_OFF = 12


@dataclass(frozen=True, slots=True)
class Mover:
    """The work-years of a row on their way, in one month, from the body they were with to where they end."""

    change: str
    fte: Expression
    origin: str
    host: str
    place: bool
    line: str

    @property
    def move(self) -> str:
        """The dearest class of move that applies; only that one is paid for (schema §3)."""
        if self.place:
            return "geographic"
        return "new_host" if self.origin != self.host else "no_move"


@dataclass
class Book:
    """Collects what changes leave behind, while one phase is made.

    One-off costs and moves belong to the phase in which a change starts; later phases, in which it is
    merely still in force, must not write them again.
    """

    first: Month
    end: Month
    owners: Mapping[str, str] = field(default_factory=dict)  # change → the alternative that it belongs to
    plan: str = ""  # the alternative that is planned, for which zero's changes are made too
    owner: str = ""
    change: Any = None
    postings: list[Posting] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    moves: list[Moved] = field(default_factory=list)
    movers: dict[str, Mover] = field(default_factory=dict)  # by row
    obligations: list[Obligation] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)

    @property
    def begins(self) -> bool:
        """Whether the present change starts with this phase."""
        return bool(self.change.start == self.first)

    def runs(self, row: Spending) -> bool:
        """Whether a row runs in this phase; phases are cut where rows begin and end."""
        return runs_in(row, self.first)

    def post(self, amount: Expression, giver: Leg, taker: Leg, purpose: str = "") -> None:
        """An amount per year, for as long as the phase lasts."""
        if amount != ZERO and giver != taker:
            self.postings.append(
                Posting(self.change.id, "recurring", amount, giver, taker, self.first, self.end, purpose)
            )

    def needs(self, amount: Expression, row: Spending) -> None:
        """The row costs more each year, and nothing pays for it yet."""
        if row.line is not None and self.runs(row):
            self.post(amount, Leg(RECURRING_NEED), leg_of(row))

    def frees(self, amount: Expression, row: Spending) -> None:
        """The row costs less each year; what is freed meets the needs of other changes first."""
        if row.line is not None and self.runs(row):
            self.post(amount, leg_of(row), Leg(RECURRING_NEED))

    def once(self, amount: Expression, line: str, purpose: str, change: str = "") -> None:
        """A one-off cost on a line, spread over twelve months from the start of the change."""
        if amount != ZERO and (change or self.begins):
            end = self.first.plus(MONTHS_OF_ONE_OFF)
            giver, taker = Leg(ONE_OFF_NEED), Leg(line, None, True)
            self.postings.append(
                Posting(change or self.change.id, "one-off", amount, giver, taker, self.first, end, purpose)
            )

    def people(self, situation: Situation, fte: Expression, line: str, move: str, change: str = "") -> None:
        """What it costs once to move work-years in one class of move: `geographic`, `new_host`, `no_move`."""
        rates: PerFte = getattr(situation.transition(), move)
        self.once(times(fte, rates.nok_per_fte), line, move, change)

    def carries(self, row: Spending, origin: str, host: str, line: str, *, place: bool = False) -> None:
        """A row's work-years change body; a second change in the same month carries them on."""
        if not self.begins or row.fte is None or not self.runs(row):
            return
        before = self.movers.get(row.id)
        self.movers[row.id] = Mover(
            self.change.id,
            row.fte,
            before.origin if before else origin,
            host,
            place or (before is not None and before.place),
            line,
        )

    def divides(self, row: Spending, taken: Spending) -> None:
        """A row is split; those of its work-years that are on their way are split with it."""
        mover = self.movers.get(row.id)
        if mover is not None and row.fte is not None and taken.fte is not None:
            self.movers[row.id] = replace(mover, fte=row.fte)
            self.movers[taken.id] = replace(mover, fte=taken.fte)

    def settle(self, situation: Situation) -> None:
        """Write what moving people costs, now that it is known where each of them ends."""
        for row, mover in self.movers.items():
            employer = mover.origin != mover.host
            self.moves.append(Moved(mover.change, "people", row, mover.fte, employer, mover.place))
            self.people(situation, mover.fte, mover.line, mover.move, mover.change)

    def redundant(self, situation: Situation, row: Spending, fte: Expression, line: str) -> None:
        """Work-years end with the people still there: a cost, and steps owed to employees."""
        if not self.begins or fte == ZERO or not self.runs(row):
            return
        self.people(situation, fte, line, "no_move")
        self.moves.append(Moved(self.change.id, "redundant", row.id, fte))
        self.requires("employees", situation.study.agency(row.actor))

    def requires(self, kind: Any, actor: str | None = None) -> None:
        """The change requires something besides money."""
        self.obligations.append(Obligation(self.change.id, kind, actor, self.change.start))

    def requires_law(self, situation: Situation, legal: str, actor: str, field: str) -> None:
        """A rule must be changed first; regulations and laws cost something to make.

        What one body needs from the same month on is one law, or one regulation, however many changes ask
        for it. The body pays; where it has no operating line, as a municipality, the study's client does.
        """
        if legal == "none":
            return
        known = {(o.kind, o.actor, o.start) for o in self.obligations}
        self.requires(legal, actor)
        if legal in ("regulation", "law") and (legal, actor, self.change.start) not in known:
            study = situation.study
            line = study.operating_line(actor) or study.operating_line(study.assignment.client)
            cost = situation.transition().legal_change
            self.once(cost, line or situation.operating_line(actor, field), "legal_change")

    def redirects(self, study: Study, giver: Leg, line: str) -> None:
        """Money comes to a line from elsewhere: across chapters or ministries the Storting decides."""
        new = study.lines[line]
        old = study.lines[giver.account] if giver.is_line else None
        if old is None or (old.chapter, old.ministry) != (new.chapter, new.ministry):
            self.requires("appropriation", new.ministry)

    def floored(
        self, row: Spending, wanted: Expression, available: Expression, field: str, *, stated: bool = True
    ) -> None:
        """A reduction that the row may not bear; a stated one that it surely cannot is a mistake."""
        if stated and isinstance(wanted, Constant) and isinstance(available, Constant):
            if wanted.value > available.value * (1 + 1e-9):
                raise ChangeError(
                    Text(
                        f"`{row.id}` har ikke så mye å ta av fra {self.first}",
                        f"`{row.id}` does not have that much to take from {self.first} on",
                    ),
                    Text("Ta mindre, eller sett `until`.", "Take less, or set `until`."),
                    field,
                )
            return
        self.floors.append(Floor(self.change.id, row.id, wanted, available))
