"""EVD101: a number has neither a source nor a stated judgement."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import Path, assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import ONE, ZERO, Constant, Expression, Operation
from samvirke.study.assumptions import Assumption
from samvirke.study.records import Link, Quantity, Record
from samvirke.study.study import Study
from samvirke.study.walking import marked


def _carried(record: Record) -> bool:
    return bool(record.source) or record.judgement is not None


def _says_a_number(assumption: Assumption) -> bool:
    """Whether it brings in a number of its own: a formula of others does not, unless one is typed in it."""
    spread = assumption.distribution
    return not isinstance(spread, Formula) or _typed(spread.expression)


def _typed(expression: Expression) -> bool:
    if isinstance(expression, Operation):
        return _typed(expression.left) or _typed(expression.right)
    return isinstance(expression, Constant) and expression not in (ZERO, ONE)


def _has_numbers(record: Record) -> bool:
    return any(_is_number(mark, value) for _, mark, value in marked(record))


def _is_number(mark: Link | Quantity, value: object) -> bool:
    """Whether a field holds a plain number; a share of nothing or of everything is no estimate."""
    whole = isinstance(mark, Quantity) and mark.unit == "share" and value in (ZERO, ONE)
    return isinstance(mark, Quantity) and isinstance(value, Constant) and not whole


def _records(study: Study) -> Iterator[tuple[str, Path, Record]]:
    """Records whose fields are quantities, outside assumptions.yaml."""
    yield from (("spending.yaml", (key,), row) for key, row in study.spending.items())
    yield from (("tasks.yaml", (key,), task) for key, task in study.tasks.items())
    yield from (("grant_schemes.yaml", (key,), scheme) for key, scheme in study.grant_schemes.items())
    ways = study.pathways
    yield from (("pathways.yaml", ("groups", key), group) for key, group in ways.groups.items())
    yield from (("pathways.yaml", ("steps", key), step) for key, step in ways.steps.items())
    if study.transition is not None:
        yield "transition.yaml", (), study.transition


class NumberWithoutSourceOrJudgement(Rule):
    """An assumption, a spending row, a budget line or another record with a number that nothing carries."""

    code, name, severity = "EVD101", "number-without-source-or-judgement", "must"
    summary = Text(
        "Et tall har verken kilde eller begrunnet skjønn.",
        "A number has neither a source nor a stated judgement.",
    )
    why = Text(
        "Den som leser utredningen, må kunne spørre hva ethvert tall bygger på. Et tall uten opphav kan "
        "ikke kontrolleres, og ingen kan si om det er feil.",
        "Whoever reads the study must be able to ask what any number rests on. A number of unknown origin "
        "cannot be checked, and nobody can say whether it is wrong.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    visits: {text: Besøk i året, value: 120, unit: cases/yr, could_answer: social}"
    )
    remedy = Text(
        "Skriv id-en til kilden i `source`, eller begrunn anslaget i `judgement`.",
        "Give the id of the source in `source`, or give the reason for the estimate in `judgement`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 4: virkningene skal vurderes. At hvert tall skal ha "
        "kilde eller begrunnelse, er prosjektets egen regel.",
        "The instructions for official studies, 2-1, question 4: the effects are to be assessed. That "
        "every number has a source or a reason is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every assumption and every record with a plain number that has neither `source` nor `judgement`."""
        for file, path, assumption in assumptions(study):
            if not _carried(assumption) and _says_a_number(assumption):
                yield self._told(study, file, path, assumption.id)
        for file, path, record in _records(study):
            if not _carried(record) and _has_numbers(record):
                yield self._told(study, file, path, str(path[-1]) if path else "transition")
        handoffs = study.pathways.handoffs
        bare = [key for key, one in handoffs.items() if not _carried(one) and _has_numbers(one)]
        if bare:
            yield self._told(study, "pathways.yaml", ("handoffs", bare[0]), "handoffs")
        for key, line in study.lines.items():
            if line.appropriation is not None and not _carried(line):
                yield self._told(study, "lines.yaml", (key,), key)

    def _told(self, study: Study, file: str, path: Path, subject: str) -> Finding:
        nb = f"tallene i `{subject}` har verken kilde eller begrunnelse"
        en = f"the numbers in `{subject}` have neither a source nor a reason"
        return self.finding(study, file, path, nb, en, subject=subject)
