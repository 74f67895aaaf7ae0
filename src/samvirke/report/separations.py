"""Rules about what must lie apart or together: whether they are kept today and under each alternative."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Table, Words, cell, words
from samvirke.report.naming import alternative_name
from samvirke.report.references import sources
from samvirke.study.organisation import Separation
from samvirke.study.responsibility import rule_holds
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def separations_table(results: Results) -> Table:
    """Rules as rows; kept or broken today and under each alternative; open where nobody has the tasks."""
    study = results.study
    plans = (results.zero, *results.compared)
    rows = [
        (
            Cell((Words(rule.reason), Break(), *sources(study, rule.source))),
            *(_kept(results.plans[name].final, rule) for name in plans),
        )
        for rule in study.rules.values()
    ]
    columns = (
        Column(Text("Regel", "Rule")),
        *(Column(alternative_name(study, name)) for name in plans),
    )
    return Table(Text("Skiller som bør holdes", "Separations to be kept"), columns, tuple(rows), even=True)


def _kept(study: Study, rule: Separation) -> Cell:
    ends = [end for end in (rule.a, rule.b) if end is not None]
    if any(not study.responsibility(end.task).of(end.part) for end in ends):
        return cell(words("ingen har oppgaven", "nobody has the task"))
    if rule_holds(study, rule):
        return cell(words("holdt", "kept"), tone="good")
    return cell(words("brutt", "broken"), tone="bad")
