"""The figures of an alternative as formulas on its sheets, each under the name it has in results.json.

What each figure means is in docs/reference/figures.md and docs/background/consequences.md.
"""

from collections.abc import Callable, Iterator

from tests.spreadsheet.case import Case
from tests.spreadsheet.ledger import NEED, NEED_ONCE, NEW_MONEY, NONE, Ledger
from tests.spreadsheet.sheets import Factors, LostWork, Months, Today, given_up, joined

Figure = tuple[str, str]
LONGER = (10, 20)


class Figures:
    """Every figure that the spreadsheet knows of one alternative: a name and a formula."""

    def __init__(
        self, case: Case, ledger: Ledger, today: Today, months: Months, lost: LostWork, factors: Factors
    ) -> None:
        self.case, self.ledger, self.today = case, ledger, today
        self.months, self.lost, self.factors = months, lost, factors

    def __iter__(self) -> Iterator[Figure]:
        yield from self._today()
        yield from self._expenditure()
        yield from self._budget()
        yield from self._ceiling()
        yield from self._funding()
        yield from self._economics()
        yield from self._people()

    def _today(self) -> Iterator[Figure]:
        yield "today.total", self.today.total()
        for row, at in self.today.row_at.items():
            yield f"today.row.{row}", at

    def _total(self, year: int) -> str:
        return f"({self.today.total()}+{self.months.change(year, '{} inside', 1)})"

    def _once(self, year: int | str) -> str:
        return self.months.total(year, ("giver", NEED_ONCE))

    def _expenditure(self) -> Iterator[Figure]:
        change = self.months.change
        rows = [*self.ledger.rows.values(), *self.case.spending.values()]
        told = [row if isinstance(row, dict) else vars(row) for row in rows]
        actors = dict.fromkeys(row["actor"] for row in told)
        lines = dict.fromkeys(row["line"] for row in told if "line" in row)
        kinds = dict.fromkeys(row["kind"] for row in told)
        for year in self.case.years:
            yield f"expenditure.total.{year}", self._total(year)
            yield f"expenditure.recurring.{year}", f"{self._total(year)}-{self._once(year)}"
            yield f"expenditure.one_off.{year}", self._once(year)
            for line in lines:
                amount = f"{self.today.total(line=line)}+{change(year, '{}', line, '{} row')}"
                yield f"expenditure.line.{line}.{year}", amount
            for actor in actors:
                amount = f"{self.today.total(actor=actor)}+{change(year, '{} actor', actor)}"
                yield f"expenditure.actor.{actor}.{year}", amount
            for kind in kinds:
                amount = f"{self.today.total(kind=kind)}+{change(year, '{} kind', kind)}"
                yield f"expenditure.kind.{kind}.{year}", amount

    def _budget(self) -> Iterator[Figure]:
        """The first whole year after the last change has started is the full year."""
        columns = {str(year): year for year in self.case.years}
        last = max(self.case.month(change["start"]) for change in self.ledger.changes)
        if (full := -(-last // 12)) < len(self.case.years):
            columns["full_year"] = self.case.years[full]
        for label, year in columns.items():
            for line in self.case.lines:
                yield f"budget.change.{line}.{label}", self.months.change(year, "{}", line)
            yield f"budget.net.{label}", self._net(year)

    def _net(self, year: int | str) -> str:
        return self.months.change(year, "{} is line", 1)

    def _ceiling(self) -> Iterator[Figure]:
        today = self.today.total()
        above = {year: f"({self._total(year)}-{today})" for year in self.case.years}
        hosts = {
            year: self.months.total(year, ("giver is line", 1), ("giver row", NONE))
            for year in self.case.years
        }
        steady = self.months.change("after", "{} inside", 1)
        yield "ceiling.strict", f"IF(AND({','.join(f'{one}<=1' for one in above.values())}),1,0)"
        covered = ",".join(f"{above[year]}-{hosts[year]}<=1" for year in self.case.years)
        yield "ceiling.state", f"IF(AND({covered}),1,0)"
        yield "ceiling.steady", f"IF({steady}<=1,1,0)"
        yield "ceiling.worst_year", f"MAX({','.join(above.values())})"
        yield "ceiling.steady_excess", steady

    def _funding(self) -> Iterator[Figure]:
        total, years = self.months.total, self.case.years
        opened = []
        for year in years:
            yearly, once = (
                f"({total(year, ('giver', need))}-{total(year, ('taker', need))})"
                for need in (NEED, NEED_ONCE)
            )
            opened.append(f"(IF({yearly}>1,{yearly},0)+IF({once}>1,{once},0))")
            yield f"funding.open.{year}", opened[-1]
            yield f"funding.freed.{year}", f"IF({yearly}<-1,-{yearly},0)"
            for row in given_up(self.months):
                amount = total(year, ("giver row", row), ("purpose", "<>line"))
                yield f"funding.given_up.{row}.{year}", amount
            for account in (NEW_MONEY, *self.case.lines):
                amount = total(year, ("giver", account), ("giver row", NONE))
                yield f"funding.outside.{account}.{year}", amount
        yield "funding.open", joined(opened)
        cost = joined(self._once(year) for year in years)
        paid = joined(total(year, ("taker", NEED_ONCE)) for year in years)
        yield "one_off.total", cost
        yield "one_off.financed", f"MIN({cost},{paid})"
        grants = [line for line, one in self.case.lines.items() if 50 <= one["item"] <= 89]
        turned = (
            f"{total(year, ('giver', line), ('purpose', '<>line'))}"
            + "".join(f"-{total(year, ('giver', line), ('taker', other))}" for other in grants)
            for year in years
            for line in grants
        )
        yield "funding.grants_to_operations", joined(turned)

    def _economics(self) -> Iterator[Figure]:
        """No zero alternative changes anything, so that differences from today are differences from it."""
        years = self.case.study["horizon"]
        tax, change = self.ledger.assumed(self.case.study["tax_cost"]), self.months.change
        parts = {
            "npv.resources": f"-({self._worth(years, lambda when: change(when, '{} inside', 1))})",
            "npv.dip": f"-({self._lost(years)})",
            "npv.tax": f"-{tax}*({self._worth(years, self._net)})",
        }
        npv = joined(f"({part})" for part in parts.values())
        yield from parts.items()
        yield "npv", npv
        given = self._worth(
            years, lambda when: self.months.total(when, ("giver row", f"<>{NONE}"), ("purpose", "<>line"))
        )
        yield "npv.given_up", given
        yield "npv.party.state", f"-({self._worth(years, self._net)})"
        yield "npv.party.municipalities", "0"  # a ledger that touched what they pay would have been refused
        yield "npv.party.organisations", self._worth(years, lambda when: change(when, "{} kind", "grant"))
        yield "annual_value", f"({npv})/{self.factors.sum[years]}"
        yield "break_even", f"-({npv})/{self.factors.sum[years]}"
        yield "break_even.given_up", f"({given}-({npv}))/{self.factors.sum[years]}"
        for more in LONGER:
            resources = self._worth(more, lambda when: change(when, "{} inside", 1))
            whole = f"-({resources})-({self._lost(more)})-{tax}*({self._worth(more, self._net)})"
            yield f"npv.{more}", whole
            yield f"break_even.{more}", f"-({whole})/{self.factors.sum[more]}"

    def _worth(self, years: int, amount: Callable[[int | str], str]) -> str:
        """A formula: amounts of the study's years, and then what goes on, each times its factor."""
        own = [f"{self.factors.of[year]}*{amount(year)}" for year in self.case.years]
        later = self.factors.years[len(self.case.years) : years]
        return joined([*own, *(f"{self.factors.of[year]}*{amount('after')}" for year in later)])

    def _lost(self, years: int) -> str:
        each = enumerate(self.factors.years[:years])
        return joined(f"{self.factors.of[year]}*{self.lost.in_year(place)}" for place, year in each)

    def _people(self) -> Iterator[Figure]:
        moved = self.ledger.moved
        yield "admin.fte_moved", joined(one.fte for one in moved if one.employer)
        yield "admin.fte_relocated", joined(one.fte for one in moved if one.place)
        yield "admin.legal_changes", str(len(self.ledger.laws))
