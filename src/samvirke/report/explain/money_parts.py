"""Parts of a figure that are money or people: what a change adds, and a spending row."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.provenance import Contribution, Later
from samvirke.quantities.expressions import Constant, Expression, Reference, references
from samvirke.report.document import Node, Piece, Words, words
from samvirke.report.explain.explained import Explained
from samvirke.report.explain.grounds import CHOSEN, NOT_STATED, assumption_nodes, basis_nodes, change_node
from samvirke.report.words.naming import row_name
from samvirke.report.words.quantities import BINDS, formula, plain
from samvirke.report.words.wording import anchor_of
from samvirke.study.money import Spending
from samvirke.study.study import Study

PURPOSES: dict[str, Text] = {
    "no_move": Text("folk som blir der de er", "people who stay where they are"),
    "new_host": Text("folk som får ny arbeidsgiver", "people who get a new employer"),
    "geographic": Text("folk som flytter til en annen by", "people who move to another town"),
    "new_post": Text("å ansette i nye stillinger", "filling new posts"),
    "new_agency": Text("å opprette etaten", "setting up the agency"),
    "scheme_setup": Text("å sette opp tilskuddsordningen", "setting up the grant scheme"),
    "legal_change": Text("å lage lov eller forskrift", "making a law or a regulation"),
    "one-off": Text("dekker engangskostnader", "pays one-off costs"),
    "line": Text("betales fra en annen post", "paid from another line"),
    "overhead": Text("blir igjen hos den gamle verten", "stays with the old host"),
    "law": Text("lov", "law"),
    "regulation": Text("forskrift", "regulation"),
    "residual": Text("det som er igjen av en investering", "what is left of an investment"),
    "dip": Text("arbeid som går tapt i en overgang", "work lost in a transition"),
    "tax": Text("skattefinansiering", "tax financing"),
}
RATES = ("no_move", "new_host", "geographic", "new_post", "new_agency", "scheme_setup", "legal_change")
TIMES = BINDS["*"]
AS_CHANGED = ("expenditure.line", "expenditure.actor", "expenditure.kind", "admin.fte_change")


def change_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    plan, written = told.changes[part.id]
    after: tuple[Piece, ...] = ()
    if part.purpose in PURPOSES:
        after = (words(" (", " ("), Words(PURPOSES[part.purpose]), words(")", ")"))

    def more() -> tuple[Node, ...]:
        found = assumption_nodes(plan, told.written, part.assumptions)
        rates = told.results.study.transition
        if part.purpose not in RATES or rates is None:
            return found
        heading = words("Satsene for engangskostnader", "The rates of one-off costs")
        basis = basis_nodes(told.results.study, rates) or (NOT_STATED,)
        return (*found, Node((heading,), children=basis))

    return change_node(plan, written, amount, after, Later(more))


def row_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    study = _where_row_is(told, part.id)
    target = None
    today = told.results.figure(told.results.zero, f"today.row.{part.id}")
    if today is not None and today.name != told.figure.name:
        target = f"#{anchor_of(today)}"
    below = Later(lambda: _below_row(told, part, study.spending[part.id]))
    return Node((Words(row_name(study, part.id)),), amount, below, target=target)


def _below_row(told: Explained, part: Contribution, row: Spending) -> tuple[Node, ...]:
    """What a row rests on: how it is put together, the changes that touch it, and what is said of it."""
    below: list[Node] = []
    known = told.results.study.spending.get(part.id)
    if known is not None:
        below += _worked_out(told, known)
    if known is None or told.figure.name.startswith(AS_CHANGED):
        touching = dict.fromkeys(p.change for p in told.plan.journal if part.id in (p.giver.row, p.taker.row))
        below += [change_node(*told.changes[key]) for key in touching if key in told.changes]
    if known is None:
        below += assumption_nodes(told.plan, told.written, part.assumptions)
        below += basis_nodes(told.results.study, row)
    return tuple(below) or (CHOSEN,)


def _where_row_is(told: Explained, row: str) -> Study:
    """The study that has the row, as it was when it came."""
    plans = (told.plan, told.results.plans[told.results.zero])
    return next(found for plan in plans if (found := plan.with_row(row)) is not None)


def _worked_out(told: Explained, row: Spending) -> tuple[Node, ...]:
    """A row of today's study: work-years times their cost, or an amount, and what these rest on."""
    study = told.results.study
    if row.amount is not None:
        terms = [row.amount]
        text: tuple[Piece, ...] = (words("Beløp: ", "Amount: "), *_money(study, row.amount))
    else:
        assert row.fte is not None and row.cost_per_fte is not None
        terms = [row.fte, row.cost_per_fte]
        text = (
            words("Årsverk × kostnad: ", "Work-years × cost: "),
            *formula(study, row.fte, TIMES),
            words(" × ", " × "),
            *_money(study, row.cost_per_fte),
        )
    if told.figure.unit == "FTE" and row.fte is not None:
        terms, text = [row.fte], (words("Årsverk: ", "Work-years: "), *formula(study, row.fte, TIMES))
    used = sorted(frozenset().union(*(references(term) for term in terms)))
    below = (*assumption_nodes(told.plan, told.written, used), *basis_nodes(study, row))
    if isinstance(row.amount, Reference):  # the assumption says it all
        return below
    return (Node(text, children=below or (NOT_STATED,)),)


def _money(study: Study, expression: Expression) -> tuple[Piece, ...]:
    if isinstance(expression, Constant):
        millions = expression.value / 1e6
        return (Words(Text(f"{plain(millions, 'nb')} mill. kr", f"NOK {plain(millions, 'en')} million")),)
    return formula(study, expression, TIMES)
