"""UTR117: the study does not say how long the changes take to prepare."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.law import needing_a_rule
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class NoTimetable(Rule):
    """No `durations` in transition.yaml; for information where no change needs a law or a regulation."""

    code, name, severity = "UTR117", "no-timetable", "should"
    summary = Text(
        "Utredningen sier ikke hvor lang tid det tar å forberede endringene.",
        "The study does not say how long the changes take to prepare.",
    )
    why = Text(
        "Vedtak, høring, regelverk og prosess med de ansatte tar tid. Uten disse tidene kan ingen se om "
        "alternativet kan starte når det sier, eller hvem som må høres når.",
        "Decisions, hearings, rules and the process with the employees take time. Without these times nobody "
        "can see whether the alternative can start when it says, or who must be heard when.",
    )
    example = (
        "transition.yaml: {durations: null}\n"
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2023-01, task: aid, actor: police, part: informed,\n"
        "       legal: regulation, reason: Politiet skal orienteres}"
    )
    remedy = Text(
        "Skriv `durations` i transition.yaml. Startstudien har vide anslag å begynne med.",
        "Write `durations` in transition.yaml. The starter study has wide estimates to begin with.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 6: hva er forutsetningene for en vellykket gjennomføring? "
        "Punkt 3-3 om høring.",
        "The instructions for official studies, 2-1, question 6: what are the conditions for successful "
        "implementation? 3-3 on hearings.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, once some alternative changes something."""
        changed = any(a.changes or a.includes for a in study.alternatives.values() if not a.zero)
        if not changed or (study.transition is not None and study.transition.durations is not None):
            return
        with_rules = list(dict.fromkeys(key for key, _ in needing_a_rule(study)))
        nb, en = "det er ikke sagt hvor lang tid endringene tar å forberede", "no durations are given"
        if with_rules:
            nb = f"{nb}, og {some(with_rules).nb} krever lov eller forskrift"
            en = f"{en}, and {some(with_rules)['en']} need a law or a regulation"
        severity: Severity = "should" if with_rules else "note"
        yield self.finding(study, "transition.yaml", ("durations",), nb, en, subject="", severity=severity)
