"""The sheets of the workbook: today's rows, discount factors, and each alternative's months and figures."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import accumulate

from tests.spreadsheet.case import Case, NotKnownHereError
from tests.spreadsheet.cells import Assumed, Column, address, formula
from tests.spreadsheet.ledger import NEED_ONCE, NONE, Ledger, Posting, counts
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

LONGEST = 20  # years
HEAD = (
    "change", "purpose",
    "giver", "giver row", "giver actor", "giver kind", "giver inside", "giver is line",
    "taker", "taker row", "taker actor", "taker kind", "taker inside", "taker is line",
    "once", "first", "end", "a year", "after",
)  # fmt: skip
AT = {name: column for column, name in enumerate(HEAD)}


class Today:
    """The spending rows as they are, by year."""

    def __init__(self, book: Workbook, case: Case, assumed: Assumed) -> None:
        self.sheet: Worksheet = book.add_worksheet("Today")
        self.last = len(case.spending)
        self.row_at: dict[str, str] = {}
        for at, (id_, row) in enumerate(case.spending.items(), 1):
            texts = (id_, row["actor"], row.get("line", NONE), row["kind"])
            for column, text in enumerate(texts):
                self.sheet.write_string(at, column, text)
            self.sheet.write_number(at, 4, int(counts(row)))
            yearly = (
                f"{assumed(row['fte'])}*{assumed(row['cost_per_fte'], 1e6)}"
                if "fte" in row
                else assumed(row["amount"], 1e6)
            )
            if "from" in row or "until" in row:
                raise NotKnownHereError("a row that begins or ends")
            self.row_at[id_] = formula(self.sheet, at, 5, yearly)

    def total(self, **having: str) -> str:
        """A formula: the year's amount of the rows that count, of one actor, line or kind if told."""
        columns = {"actor": 1, "line": 2, "kind": 3}
        tests = [f"{self._range(4)},1", *(f'{self._range(columns[k])},"{v}"' for k, v in having.items())]
        return f"SUMIFS({self._range(5)},{','.join(tests)})"

    def _range(self, column: int) -> str:
        name = xl_col_to_name(column)
        return f"'Today'!${name}$2:${name}${self.last + 1}"


class Factors:
    """Discount factors of the years, 1 in the comparison year, and their sums."""

    def __init__(self, book: Workbook, case: Case) -> None:
        rules = case.study["discounting"]
        if rules["origin"] != "comparison_year":
            raise NotKnownHereError("rates counted from another year")
        column = Column(book, "Factors")
        base = case.study["comparison_year"]
        self.years = range(case.years.start, case.years.start + LONGEST)
        if base != case.years.start:
            raise NotKnownHereError("a comparison year that is not the first")
        steps = list(accumulate(rules["years"]))
        self.of = {base: column.plain(str(base), 1)}
        for year in self.years[1:]:
            rate = str(rules["rates"][-1])
            for step, earlier in reversed(list(zip(steps, rules["rates"], strict=False))):
                rate = f"IF({year - base}<={step},{earlier},{rate})"
            self.of[year] = column.worked_out(str(year), f"{self.of[year - 1]}/(1+{rate})")
        self.sum = {
            years: column.worked_out(f"sum of {years}", "+".join(self.of[y] for y in self.years[:years]))
            for years in (case.study["horizon"], 10, LONGEST)
        }


class Months:
    """An alternative's postings, month by month, and what they come to in each year.

    Each posting is a row. `after` is what it runs at a year when the study's last month is over.
    """

    def __init__(self, book: Workbook, case: Case, ledger: Ledger, today: Today, name: str) -> None:
        self.case, self.today = case, today
        self.sheet: Worksheet = book.add_worksheet(name)
        self._months = 12 * len(case.years)
        self._first_year, self._first_month = len(HEAD), len(HEAD) + len(case.years)
        for column, text in enumerate(HEAD):
            self.sheet.write_string(0, column, text)
        for column, year in enumerate(case.years, self._first_year):
            self.sheet.write_number(0, column, year)
        for month in range(self._months):
            self.sheet.write_number(0, self._first_month + month, month)
        # What is given as needed comes after all else, in the order in which it is written.
        self.postings = [*ledger.postings, *ledger.as_needed]
        for at, posting in enumerate(self.postings, 1):
            self._write(at, posting)

    def _write(self, at: int, posting: Posting) -> None:
        put = self.sheet.write_string
        for name, text in (("change", posting.change), ("purpose", posting.purpose)):
            put(at, AT[name], text)
        for side, leg in (("giver", posting.giver), ("taker", posting.taker)):
            line = leg.account in self.case.lines
            told = (leg.account, leg.row, leg.actor, leg.kind)
            for name, text in zip((side, f"{side} row", f"{side} actor", f"{side} kind"), told, strict=True):
                put(at, AT[name], text)
            cost = side == "taker" and posting.giver.account == NEED_ONCE
            self.sheet.write_number(at, AT[f"{side} inside"], int(leg.row != NONE or cost))
            self.sheet.write_number(at, AT[f"{side} is line"], int(line))
        for name, number in (("once", posting.once), ("first", posting.start), ("end", posting.end)):
            self.sheet.write_number(at, AT[name], int(number))
        for month in range(self._months):
            formula(self.sheet, at, self._first_month + month, self._in_month(at, posting, month))
        for place, _ in enumerate(self.case.years):
            first = address(self.sheet, at, self._first_month + 12 * place)
            last = address(self.sheet, at, self._first_month + 12 * place + 11).split("!")[1]
            formula(self.sheet, at, self._first_year + place, f"SUM({first}:{last})")
        if posting.annual is not None:
            formula(self.sheet, at, AT["a year"], posting.annual)
        goes_on = posting.end == self._months and not posting.once
        december = address(self.sheet, at, self._first_month + self._months - 1)
        formula(self.sheet, at, AT["after"], f"12*{december}" if goes_on else "0")

    def _in_month(self, at: int, posting: Posting, month: int) -> str:
        column = self._first_month + month
        here = address(self.sheet, 0, column)
        runs = f"AND({here}>={posting.start},{here}<{posting.end})"
        if posting.annual is not None:
            return f"IF({runs},{address(self.sheet, at, AT['a year'])}/12,0)"
        need = posting.taker.account
        above = partial(self._above, at, column)
        amount = f"{above('giver', need)}-{above('taker', need)}"
        if posting.giver.row != NONE:
            row = posting.giver.row
            has = f"{above('taker row', row)}-{above('giver row', row)}"
            if row in self.today.row_at:
                has = f"{self.today.row_at[row]}/12+{has}"
            amount = f"MIN({amount},{has})"
        return f"IF({runs},MAX(0,{amount}),0)"

    def _above(self, at: int, column: int, name: str, text: str) -> str:
        """A formula: the postings written above a row, in one column, that have a text somewhere."""
        return f'SUMIFS({self._span(column, at)},{self._span(AT[name], at)},"{text}")'

    def _span(self, column: int, end: int, first: int = 1) -> str:
        name = xl_col_to_name(column)
        return f"'{self.sheet.get_name()}'!${name}${first}:${name}${end}"

    def total(self, when: int | str, *tests: tuple[str, str | int]) -> str:
        """A formula: the postings of a year, or those that go on `after`, which pass every test."""
        column = AT["after"] if when == "after" else self._first_year + self.case.years.index(int(when))
        end = len(self.postings) + 1
        told = (f"{self._span(AT[name], end, 2)},{_criterion(wanted)}" for name, wanted in tests)
        return f"SUMIFS({self._span(column, end, 2)},{','.join(told)})"

    def change(self, when: int | str, what: str, wanted: str | int, *more: str) -> str:
        """A formula: what the takers get less what the givers lose; `more` names of more than nothing."""
        sides = (
            self.total(
                when, (what.format(side), wanted), *((name.format(side), f"<>{NONE}") for name in more)
            )
            for side in ("taker", "giver")
        )
        return "({}-{})".format(*sides)


def _criterion(wanted: str | int) -> str:
    return f'"{wanted}"' if isinstance(wanted, str) else str(wanted)


class LostWork:
    """Work that is lost while people who have moved find their feet, in each year."""

    def __init__(self, book: Workbook, ledger: Ledger, years: range, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self._moves = len(ledger.moved)
        for column, year in enumerate(years):
            self.sheet.write_number(0, column + 1, year)
        for at, moved in enumerate(ledger.moved, 1):
            rates = ledger.case.transition[moved.rates]
            dip, months = ledger.assumed(rates["dip"]), ledger.assumed(rates["months"], 1 / 12)
            self.sheet.write_string(at, 0, moved.change)
            for column, _ in enumerate(years):
                until, since = (
                    _lost_by(max(0, 12 * one - moved.start) / 12, months) for one in (column + 1, column)
                )
                formula(self.sheet, at, column + 1, f"{moved.fte}*{moved.cost}*{dip}*({until}-{since})")

    def in_year(self, place: int) -> str:
        """A formula: all that is lost in the year of this place."""
        if not self._moves:
            return "0"
        name = xl_col_to_name(place + 1)
        return f"SUM('{self.sheet.get_name()}'!${name}$2:${name}${self._moves + 1})"


def _lost_by(years: float, length: str) -> str:
    """The loss falls evenly to nothing over the length: the area under it after so many years."""
    passed = f"MIN({years!r},{length})"
    return f"IF({length}>0,{passed}-{passed}^2/(2*{length}),0)"


def joined(terms: Iterable[str]) -> str:
    return "+".join(terms) or "0"


def given_up(months: Months) -> Iterator[str]:
    """The rows that give something up, once each."""
    yield from dict.fromkeys(
        p.giver.row for p in months.postings if p.giver.row != NONE and p.purpose != "line"
    )
