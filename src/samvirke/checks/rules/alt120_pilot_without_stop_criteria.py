"""ALT120: a pilot does not say when it should be stopped."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study

# Money and people for a time may be a bridge; parts, powers and places for a time are a trial.
TRIED = ("establish", "move", "merge", "assign", "empower", "agree")


class PilotWithoutStopCriteria(Rule):
    """An alternative that tries something for a time, with no `stop_criteria` on any of its changes."""

    code, name, severity = "ALT120", "pilot-without-stop-criteria", "should"
    summary = Text(
        "En prøve sier ikke når den bør stanses.", "A pilot does not say when it should be stopped."
    )
    why = Text(
        "En prøve uten grenser avgjort på forhånd blir vurdert av dem som har gjennomført den, og går gjerne "
        "videre av seg selv.",
        "A pilot without limits settled beforehand is assessed by those who ran it, and tends to go on by "
        "itself.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: try-it, verb: assign, start: 2023-01, until: 2024-01, task: aid, actor: desk,\n"
        "       part: consulted, reason: Vi prøver det ett år}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: try-it, verb: assign, start: 2023-01, until: 2024-01, task: aid, actor: desk,\n"
        "       part: consulted, reason: Vi prøver det ett år,\n"
        "       stop_criteria: [{figure: admin.gaps, threshold: 1}]}"
    )
    remedy = Text(
        "Skriv `stop_criteria` på minst én av endringene: et tall, og verdien det ikke skal passere.",
        "Write `stop_criteria` on at least one of the changes: a figure, and the value it must not pass.",
    )
    source = Text(
        "DFØs sjekkliste for utredninger: avgjør når og hvordan tiltaket skal evalueres. At prøver har "
        "grenser som er satt på forhånd, er prosjektets egen regel.",
        "DFØ's checklist for studies: decide when and how the measure is to be evaluated. That pilots have "
        "limits set beforehand is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative with a trial and no limit; adopted policy is not ours to limit."""
        for key, alternative in study.alternatives.items():
            made = [written.change for written in study.changes(key)]
            tried = [one.id for one in made if one.until is not None and one.verb in TRIED]
            if tried and not alternative.zero and not any(one.stop_criteria for one in made):
                nb = f"`{key}` prøver {some(tried).nb} for en tid uten å si når prøven bør stanses"
                en = f"`{key}` tries {some(tried)['en']} for a time without saying when to stop"
                yield self.finding(study, alternative_file(key), ("changes",), nb, en, subject=key)
