"""What a figure ends in: sources, stated judgements, what an alternative has chosen, and assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.language import Text
from samvirke.provenance import Later
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import references
from samvirke.report.document import Node, Piece, Words, words
from samvirke.report.words.changes import change_anchor, change_in_words
from samvirke.report.words.quantities import formula, value_of
from samvirke.report.words.references import SAYS_SO_ITSELF, sources
from samvirke.study.records import Record
from samvirke.study.study import Study, Written

CHOSEN = Node((words("Valgt i alternativet.", "Chosen in the alternative."),), ground="choice")
NOT_STATED = Node(
    (words("Verken kilde eller vurdering er oppgitt.", "Neither source nor judgement is stated."),)
)


def basis_nodes(study: Study, record: Record, more: Iterable[str] = ()) -> tuple[Node, ...]:
    """The sources of a record, one leaf for all of them, and its judgement; `more` are sources besides."""
    found: list[Node] = []
    cited = sources(study, dict.fromkeys((*record.source, *more)))
    if cited:
        heading = words("Kilde: ", "Source: ") if len(cited) == 1 else words("Kilder: ", "Sources: ")
        found.append(Node((heading, *cited), ground="source"))
    if record.judgement is not None:
        found.append(_judged(record.judgement))
    return tuple(found)


def _judged(judgement: Text) -> Node:
    own = judgement.nb.startswith(SAYS_SO_ITSELF)
    heading: tuple[Piece, ...] = () if own else (words("Vurdering: ", "Judgement: "),)
    return Node((*heading, Words(judgement)), ground="judgement")


def assumption_nodes(plan: Plan, changes: Iterable[Written], names: Iterable[str]) -> tuple[Node, ...]:
    """Assumptions, each with what it rests on; `changes` are those that may have set one of them."""
    every = tuple(changes)
    written = dict.fromkeys(name.split(VERSION)[0] for name in names)
    return tuple(_assumption(plan, every, name) for name in written)


def _assumption(plan: Plan, changes: tuple[Written, ...], name: str) -> Node:
    study = plan.today
    one = study.assumptions[name]
    form = one.distribution
    called = Words(one.text, f"#assumption-{name}")
    if isinstance(form, Formula):
        text: tuple[Piece, ...] = (called, words(" = ", " = "), *formula(study, form.expression))
    else:
        text = (called, words(": ", ": "), *value_of(study, one))

    def below() -> tuple[Node, ...]:
        sets = (w for w in changes if w.change.verb == "set" and w.change.assumption == name)
        used = sorted(references(form.expression)) if isinstance(form, Formula) else ()
        found = (*(change_node(plan, w) for w in sets), *assumption_nodes(plan, changes, used))
        return (*found, *basis_nodes(study, one)) or (NOT_STATED,)

    return Node(text, children=Later(below), target=f"#assumption-{name}")


def change_node(
    plan: Plan,
    written: Written,
    amount: Text | None = None,
    after: tuple[Piece, ...] = (),
    more: Sequence[Node] = (),
) -> Node:
    """A change in words, why it is made, and what that rests on; `more` is what its amount rests on."""
    change = written.change

    def below() -> tuple[Node, ...]:
        decision = () if change.adopted is None else (change.adopted,)
        grounds = basis_nodes(plan.today, change, decision) or (CHOSEN,)
        return (Node((words("Hvorfor: ", "Why: "), Words(change.reason)), children=grounds), *more)

    text = (Words(change_in_words(plan, written)), *after)
    return Node(text, amount, Later(below), target=f"#{change_anchor(plan.today, written)}")
