"""MNY114: a merger is said to save people, with nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.study.changes import Merge, Staff
from samvirke.study.study import Study


def _cuts(change: Staff) -> bool:
    """Whether work-years are surely taken away."""
    by = change.share if change.fte is None else change.fte
    return change.fte == "all" or (isinstance(by, Constant) and by.value < 0)


class LeadershipSavingAssumed(Rule):
    """Work-years cut in a unit that the same alternative has merged, with neither source nor judgement."""

    code, name, severity = "MNY114", "leadership-saving-assumed", "should"
    summary = Text(
        "En sammenslåing sies å spare folk, uten at noe bærer det.",
        "A merger is said to save people, with nothing behind it.",
    )
    why = Text(
        "Sparte lederstillinger er det vanligste løftet ved sammenslåinger og det som oftest uteblir. "
        "Det må kunne begrunnes.",
        "Saved leaders' posts are the commonest promise of mergers, and the one that most often "
        "fails. There must be a reason for it.",
    )
    example = (
        "actors.yaml:\n"
        "  team: {name: Veiledningsteamet, kind: unit, parent: police, place: Oslo}\n"
        "responsibilities.yaml:\n"
        "  statistics: {decides: police, does: team}\n"
        "spending.yaml:\n"
        "  team-staff: {actor: team, tasks: statistics, kind: personnel, line: police-line, fte: 2,\n"
        "    amount: 2, source: evaluation}\n"
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: join, verb: merge, start: 2023-01, units: [desk, team], reason: Ett sted,\n"
        "       into: {id: joint, name: Fellesenheten, parent: police, place: Oslo}}\n"
        "    - {id: one-leader, verb: staff, start: 2023-01, row: team-staff, fte: -1, reason: Én leder}"
    )
    remedy = Text(
        "Vis i `source` eller `judgement` hvorfor noen kan unnværes, eller ta kuttet bort.",
        "Show in `source` or `judgement` why somebody can be spared, or take the cut away.",
    )
    source = Text(
        "Evalueringen av statlige arbeidsplasser som ble flyttet ut i 2003–07 (Asplan Viak), fant ikke de "
        "lavere driftsutgiftene som var ventet. At sparte årsverk begrunnes for seg, er prosjektets egen "
        "regel.",
        "The evaluation of the agencies moved out in 2003–07 (Asplan Viak) did not find the lower running "
        "costs that were expected. That saved work-years are given a reason is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such cut after a merger in the same alternative."""
        for key in study.alternatives:
            merged: set[str] = set()
            for one in study.changes(key):
                change = one.change
                if isinstance(change, Merge):
                    merged.update((*change.units, change.into.id))
                elif isinstance(change, Staff) and _cuts(change) and not (change.source or change.judgement):
                    row = study.spending.get(change.row or "")
                    if (change.unit or (row.actor if row is not None else "")) in merged:
                        nb = f"`{change.id}` kutter årsverk i en sammenslått enhet uten begrunnelse"
                        en = f"`{change.id}` cuts work-years of a merged unit and nothing carries it"
                        subject = f"{key} {change.id}"
                        yield self.finding(study, one.file, one.path, nb, en, subject=subject)
