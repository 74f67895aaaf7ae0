"""What the changes of an alternative do to money: a ledger, written from what the documentation says.

Sources: docs/guides/alternative.md (the verbs, what follows by itself, who pays), docs/background/
consequences.md (the journal, one-off costs) and docs/decisions 2, 7, 8, 9 and 11. The engine's code was not
followed. Amounts are formulas. What no alternative of the built-in study does is refused.
"""

from dataclasses import dataclass, replace

from tests.spreadsheet.case import Case, NotKnownHereError, Record, under, upwards
from tests.spreadsheet.cells import Assumed, Column

NEED, NEED_ONCE, NEW_MONEY = "need:recurring", "need:one-off", "new-appropriation"
NONE = "-"


@dataclass(frozen=True)
class Row:
    """A spending row as the changes have left it; `fte`, `cost` and `amount` are where they stand."""

    id: str
    actor: str
    line: str
    kind: str
    tasks: dict[str, float]
    fte: str | None = None
    cost: str | None = None
    amount: str | None = None

    @property
    def yearly(self) -> str:
        return self.amount if self.amount is not None else f"{self.fte}*{self.cost}"


@dataclass(frozen=True)
class Leg:
    """One side of a posting: an account, and the spending row on it where there is one."""

    account: str
    row: str = NONE
    actor: str = NONE
    kind: str = NONE


@dataclass(frozen=True)
class Posting:
    """`annual` kroner a year from one leg to the other in the months [start, end); None is as needed."""

    change: str
    purpose: str
    giver: Leg
    taker: Leg
    start: int
    end: int
    annual: str | None
    once: bool = False


@dataclass(frozen=True)
class Moved:
    """Work-years that move: from when, at which rates, and whether employer and town change."""

    change: str
    fte: str
    cost: str
    rates: str
    start: int
    employer: bool
    place: bool


class Ledger:
    """The postings of one alternative."""

    def __init__(self, case: Case, alternative: str, assumed: Assumed, steps: Column) -> None:
        self.case, self.assumed, self._steps = case, assumed, steps
        self.months = 12 * len(case.years)
        self.postings: list[Posting] = []
        self.as_needed: list[Posting] = []
        self.moved: list[Moved] = []
        self.laws: set[tuple[str, int, str]] = set()
        self._given: set[str] = set()
        self.actors: Record = {id_: dict(actor) for id_, actor in case.actors.items()}
        self.rows = {id_: self.row(id_, row) for id_, row in case.spending.items() if counts(row)}
        self._apart = {id_ for id_, row in case.spending.items() if not counts(row)}
        self.changes = case.changes(alternative)
        for change in self.changes:
            self._now = change["id"], case.month(change["start"])
            getattr(self, f"_{change['verb']}", self._refuse)(change)

    # ---- what is looked up

    def row(self, id_: str, row: Record) -> Row:
        """A spending row of the files; plain amounts are in millions."""
        tasks = row["tasks"] if isinstance(row["tasks"], dict) else {row["tasks"]: 1.0}
        fixed = {"id": id_, "actor": row["actor"], "line": row["line"], "kind": row["kind"], "tasks": tasks}
        if "from" in row or "until" in row or row.get("one_off") or row.get("buys", "services") != "services":
            raise NotKnownHereError(f"such a row as {id_}")
        if "fte" in row:
            fte = self._step(f"{id_}: work-years", self.assumed(row["fte"]))
            return Row(**fixed, fte=fte, cost=self.assumed(row["cost_per_fte"], 1e6))
        return Row(**fixed, amount=self._step(f"{id_}: amount", self.assumed(row["amount"], 1e6)))

    def line_of(self, actor: str) -> str | None:
        """The operating line of the nearest of an actor and those above it that has one."""
        lines = (self.actors[one].get("operating_line") for one in upwards(self.actors, actor))
        return next((str(line) for line in lines if line), None)

    def employer(self, actor: str) -> str:
        """The nearest body that is more than a unit in another."""
        return next(one for one in upwards(self.actors, actor) if self.actors[one]["kind"] != "unit")

    def _step(self, label: str, text: str) -> str:
        return self._steps.worked_out(label, text)

    def _refuse(self, change: Record) -> None:
        raise NotKnownHereError(f"the verb {change['verb']}")

    # ---- what is written

    def _post(self, amount: str, giver: Leg, taker: Leg, purpose: str, end: int | None = None) -> None:
        id_, start = self._now
        annual = self._step(f"{id_}: {purpose}, a year", amount)
        last = self.months if end is None else end
        self.postings.append(Posting(id_, purpose, giver, taker, start, last, annual))

    def _once(self, purpose: str, cost: str, line: str | None) -> None:
        """A cost that falls once, evenly over the twelve months from the start."""
        id_, start = self._now
        if line is None or start + 12 > self.months:
            raise NotKnownHereError(f"who pays for {id_}, or a cost that falls after the last year")
        told = self._step(f"{id_}: {purpose}, once", cost)
        self.postings.append(Posting(id_, purpose, Leg(NEED_ONCE), Leg(line), start, start + 12, told, True))

    def _changed(self, old: Row, new: Row) -> None:
        """A row is paid from another line, or is another actor's: it leaves the one leg for the other."""
        if (old.line, old.actor) != (new.line, new.actor):
            self._is_whole(old)
            self._post(new.yearly, _leg(old), _leg(new), "line")
        self.rows[new.id] = new

    def _is_whole(self, row: Row) -> None:
        if row.id in self._given:
            raise NotKnownHereError(f"{row.id} moves after it has given or got money")

    def _carried(self, row: Row, employers: tuple[str, str], line: str | None, *, place: bool) -> None:
        """People who move cost once, by the dearest class that applies."""
        if row.fte is None or row.cost is None:
            return
        other = employers[0] != employers[1]
        rates = "geographic" if place else "new_host" if other else "no_move"
        rate = self.assumed(self.case.transition[rates]["nok_per_fte"])
        self._once(f"{rates} {row.id}", f"{row.fte}*{rate}", line)
        self.moved.append(Moved(self._now[0], row.fte, row.cost, rates, self._now[1], other, place))

    def _needs_law(self, body: str, legal: str) -> None:
        """What one body needs from one month on is one law, or one regulation, however many ask for it."""
        law = body, self._now[1], legal
        if legal in ("regulation", "law") and law not in self.laws:
            self.laws.add(law)
            payer = self.line_of(body) or self.line_of(self.case.study["client"])
            self._once("legal", self.assumed(self.case.transition["legal_change"]), payer)

    # ---- the verbs

    def _assign(self, change: Record) -> None:
        self._needs_law(change["actor"], change.get("legal", "none"))

    _release = _assign

    def _empower(self, change: Record) -> None:
        self._needs_law(change["given_by"], change["legal"])

    def _withdraw(self, change: Record) -> None:
        if change.get("legal") in ("regulation", "law"):
            raise NotKnownHereError("a power that takes a law to withdraw")

    def _agree(self, change: Record) -> None:
        if not change.get("absorbed"):
            raise NotKnownHereError("an agreement whose hours are paid")

    def _establish(self, change: Record) -> None:
        unit = change["unit"]
        if unit.get("kind", "unit") != "unit" or unit["id"] in self.actors:
            raise NotKnownHereError("a new agency, or a unit that was thought of")
        self.actors[unit["id"]] = {"kind": "unit", **unit}

    def _staff(self, change: Record) -> None:
        unit = change["unit"]
        line = change.get("line") or self.line_of(unit)
        told = {"actor": unit, "line": line, "kind": "personnel"} | {
            field: change[field] for field in ("tasks", "fte", "cost_per_fte")
        }
        row = self.row(change["new_row"], told)
        self.rows[row.id] = row
        self._post(row.yearly, Leg(NEED), _leg(row), "posts")
        rate = self.assumed(self.case.transition["new_post"]["nok_per_fte"])
        self._once("new_post", f"{row.fte}*{rate}", self.line_of(unit) or row.line)

    def _merge(self, change: Record) -> None:
        into = change["into"]
        for unit in change["units"]:
            self._relocate(unit, into["parent"], into["place"])
        self.actors[into["id"]] = {"kind": "unit", "parent": into["parent"], "place": into["place"]}
        for unit in change["units"]:
            del self.actors[unit]
            for row in [row for row in self.rows.values() if row.actor == unit]:
                self._changed(row, replace(row, actor=into["id"]))

    def _move(self, change: Record) -> None:
        if "unit" in change:
            if change.get("money"):
                raise NotKnownHereError("a unit whose money moves in another way")
            self._relocate(change["unit"], change["to"], change.get("place"))
        else:
            self._move_task(change)

    def _relocate(self, unit: str, host: str, place: str | None) -> None:
        """What a unit has on its old host's operating line goes to the new host's."""
        actor = self.actors[unit]
        elsewhere = place is not None and place != actor["place"]
        units = tuple(under(self.actors, unit))
        old_lines = {one: self.line_of(one) for one in units}
        old = self.employer(unit)
        if host != actor["parent"]:
            legal = next((one["legal"] for one in actor.get("hosts", []) if one["actor"] == host), "none")
            self._needs_law(host, legal)
        actor |= {"parent": host, "place": place or actor["place"]}
        line = self.line_of(unit)
        if line is None:
            raise NotKnownHereError("a host without an operating line")
        for row in [row for row in self.rows.values() if row.actor in units]:
            if row.kind != "grant" and row.line == old_lines[row.actor]:
                self._changed(row, replace(row, line=line))
            self._carried(row, (old, self.employer(unit)), line, place=elsewhere)

    def _move_task(self, change: Record) -> None:
        task, giver, taker = change["task"], change["from"], change["to"]
        line = self.line_of(taker)
        for part in self.case.tasks[task].get("candidates", []):
            if part["actor"] == taker and part["part"] in change["parts"]:
                self._needs_law(taker, part["legal"])
        if self.case.tasks[task]["area"] == "grants" and "does" in change["parts"]:
            self._once("scheme_setup", self.assumed(self.case.transition["scheme_setup"]), line)
        if change.get("money") == "follows":
            raise NotKnownHereError("grant money that follows a task")
        if change["staff"] == "follows":
            for row in [row for row in self.rows.values() if row.actor == giver and task in row.tasks]:
                self._split(row, task, taker, line)

    def _split(self, row: Row, task: str, taker: str, line: str | None) -> None:
        """The part of a row that is spent on a task goes to whoever gets the task."""
        share = row.tasks[task]
        rest = {other: part / (1 - share) for other, part in row.tasks.items() if other != task}
        if not rest or line is None or "place" not in self.actors[taker]:
            raise NotKnownHereError("a row that moves whole, or to nowhere")
        self._is_whole(row)
        old = self.line_of(row.actor)
        taken = replace(row, id=f"{row.id}/{task}", actor=taker, tasks={task: 1.0})
        if row.line == old and row.kind != "grant":
            taken = replace(taken, line=line)
        taken = self._scaled(taken, share, "taken")
        self._post(taken.yearly, _leg(row), _leg(taken), "line")
        self.rows[taken.id] = taken
        self.rows[row.id] = self._scaled(replace(row, tasks=rest), 1 - share, "rest")
        elsewhere = self.actors[row.actor]["place"] != self.actors[taker]["place"]
        self._carried(taken, (self.employer(row.actor), self.employer(taker)), line, place=elsewhere)

    def _scaled(self, row: Row, share: float, what: str) -> Row:
        label = f"{self._now[0]}: {row.id}, {what}"
        if row.fte is not None:
            return replace(row, fte=self._step(f"{label}, work-years", f"{row.fte}*{share!r}"))
        return replace(row, amount=self._step(f"{label}, amount", f"{row.amount}*{share!r}"))

    def _transfer(self, change: Record) -> None:
        id_, start = self._now
        giver, taker = self._giver(change["from"]), self._taker(change["to"])
        end = self.case.month(change["until"]) if "until" in change else self.months
        self._given |= {giver.row, taker.row}
        once = change["to"] == "one-off"
        if change["amount"] == "as-needed":
            if giver.kind == "personnel" and not once:
                raise NotKnownHereError("people who are given up as needed")
            self.as_needed.append(Posting(id_, "as-needed", giver, taker, start, end, None, once))
            return
        if once:
            raise NotKnownHereError("a stated amount to one-off costs")
        self._post(self.assumed(change["amount"], 1e6), giver, taker, "transfer", end)

    def _giver(self, end: str | Record) -> Leg:
        if end == NEW_MONEY:
            return Leg(NEW_MONEY)
        if isinstance(end, dict) and "line" in end:
            return Leg(end["line"])
        if isinstance(end, dict) and "row" in end and end["row"] not in self._apart:
            return _leg(self.rows[end["row"]])
        raise NotKnownHereError(f"money from {end}")

    def _taker(self, end: str | Record) -> Leg:
        if end in ("one-off", "recurring"):
            return Leg(NEED_ONCE if end == "one-off" else NEED)
        if isinstance(end, dict) and "new_row" in end:
            new = end["new_row"]
            row = self.rows[new["id"]] = self.row(new["id"], new)
            return _leg(row)
        raise NotKnownHereError(f"money to {end}")


def counts(row: Record) -> bool:
    """Whether a row is in today's total: a line of the state budget, and not ordinary work."""
    return "line" in row and not row.get("ordinary")


def _leg(row: Row) -> Leg:
    return Leg(row.line, row.id, row.actor, row.kind)
