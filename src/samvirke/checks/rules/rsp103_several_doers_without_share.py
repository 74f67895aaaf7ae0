"""RSP103: several do the same task, and it is not said how it is divided."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class SeveralDoersWithoutShare(Rule):
    """A task with two doers or more, not all of them with a share or a group."""

    code, name, severity = "RSP103", "several-doers-without-share", "note"
    summary = Text(
        "Flere utfører samme oppgave, og det står ikke hvordan den er delt.",
        "Several do the same task, and it is not said how it is divided.",
    )
    why = Text(
        "Uten deling kan ingen se om arbeidet er fordelt eller gjøres to ganger.",
        "Without a division nobody can see whether the work is shared or done twice.",
    )
    example = "responsibilities.yaml:\n  identification: {decides: [police], does: [police, desk]}"
    good = (
        "responsibilities.yaml:\n"
        "  identification:\n"
        "    decides: [police]\n"
        "    does: [{actor: police, share: 0.8}, {actor: desk, share: 0.2}]"
    )
    remedy = Text(
        "Skriv `share` på hver utfører, eller `for` når de tar hver sine grupper. Er det reelt "
        "dobbeltarbeid, la det stå: det er et funn om dagens organisering.",
        "Give each doer a `share`, or `for` when they take different groups. If the work is really done "
        "twice, let it stand: it is a finding about today's organisation.",
    )
    source = Text(
        "Prosjektets egen regel: flere utførere uten deling regnes som overlapp.",
        "The project's own rule: several doers without a division count as overlap.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such tasks in one finding."""
        undivided = [
            task
            for task in study.tasks
            if len(does := study.responsibility(task).does) > 1
            and not all(doer.share is not None or doer.groups for doer in does)
        ]
        if undivided:
            how_many = count(len(undivided), ("oppgave", "oppgaver"), ("task", "tasks"))
            nb = f"{how_many.nb} har flere utførere uten oppgitt deling: {some(undivided).nb}"
            en = f"{how_many['en']} with several doers and no division stated: {some(undivided)['en']}"
            path = (undivided[0], "does")
            yield self.finding(study, "responsibilities.yaml", path, nb, en, subject="")
