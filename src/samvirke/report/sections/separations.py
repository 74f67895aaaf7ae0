"""Rules about what must lie apart or together: whether they are kept today and under each alternative."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Paragraph, Piece, Table, Words, cell, words
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.references import basis
from samvirke.report.words.wording import both
from samvirke.study.organisation import Separation
from samvirke.study.responsibility import rule_holds
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def separations(results: Results) -> tuple[Table | Paragraph, ...]:
    """Rules as rows, where one is broken or sets the alternatives apart; the rest in a paragraph."""
    plans = [results.plans[name].final for name in (results.zero, *results.compared)]
    rules = results.study.rules.values()
    always = [
        rule for rule in rules if rule.note is None and all(_state(study, rule) == "kept" for study in plans)
    ]
    told = [rule for rule in rules if rule not in always]
    table = (_table(results, told, plans),) if told else ()
    if not always:
        return table
    count = len(always)
    reasons = both(lambda g: " ".join(rule.reason[g] for rule in always))
    rest = Text(
        f"{count} {'regel' if count == 1 else 'regler'} til holdes i dag og i alle alternativene. ",
        f"{count} more {'rule is' if count == 1 else 'rules are'} kept today and in all the alternatives. ",
    )
    return (*table, Paragraph((Words(rest), Words(reasons))))


def _table(results: Results, rules: list[Separation], plans: list[Study]) -> Table:
    study = results.study
    rows = [
        (
            Cell((Words(rule.reason), Break(), *basis(study, rule), *_note(rule))),
            *(_kept(final, rule) for final in plans),
        )
        for rule in rules
    ]
    columns = (
        Column(Text("Regel", "Rule")),
        *(Column(alternative_name(study, name)) for name in (results.zero, *results.compared)),
    )
    return Table(Text("Skiller som bør holdes", "Separations to be kept"), columns, tuple(rows), even=True)


def _note(rule: Separation) -> tuple[Piece, ...]:
    return (Break(), Words(rule.note)) if rule.note is not None else ()


def _state(study: Study, rule: Separation) -> str:
    """Whether a rule is kept, broken, or has nothing to hold since nobody has the tasks."""
    ends = [end for end in (rule.a, rule.b) if end is not None]
    if any(not study.responsibility(end.task).of(end.part) for end in ends):
        return "open"
    return "kept" if rule_holds(study, rule) else "broken"


STATES: dict[str, Cell] = {
    "open": cell(words("ingen har oppgaven", "nobody has the task")),
    "kept": cell(words("holdt", "kept"), tone="good"),
    "broken": cell(words("brutt", "broken"), tone="bad"),
}


def _kept(study: Study, rule: Separation) -> Cell:
    return STATES[_state(study, rule)]
