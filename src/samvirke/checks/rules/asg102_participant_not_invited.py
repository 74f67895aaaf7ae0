"""ASG102: somebody who takes part, or has a part, is not invited."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study

MANY = 20


def _affected(study: Study) -> tuple[str, ...]:
    """The lead and the participants, then the organisations that have a part in a task, in file order."""
    named = (study.assignment.lead, *study.assignment.participants)
    with_part = {
        actor
        for one in study.responsibilities.values()
        for actor in (*one.decides, *one.doers, *one.consulted, *one.informed)
    }
    ngos = (key for key, a in study.actors.items() if a.kind == "ngo" and a.exists and key in with_part)
    return tuple(dict.fromkeys((*named, *ngos)))


class ParticipantNotInvited(Rule):
    """The lead, a participant or an organisation with a part in a task that has no date of invitation."""

    code, name, severity = "ASG102", "participant-not-invited", "should"
    summary = Text(
        "Noen som deltar eller har en rolle, er ikke invitert.",
        "Somebody who takes part, or has a part, is not invited.",
    )
    why = Text(
        "De som berøres, vet hvordan det faktisk er, og må leve med det som bestemmes. Det de ikke er "
        "spurt om, vet utredningen ikke.",
        "Those affected know how things really are and must live with what is decided. What they were not "
        "asked, the study does not know.",
    )
    example = "study.yaml:\n  participants: [police, social]\ninvolvement.yaml:\n  social: null"
    remedy = Text(
        "Før hver av dem i involvement.yaml med datoen de ble invitert, i `invited`.",
        "Enter each of them in involvement.yaml with the date of the invitation in `invited`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1: berørte departementer så tidlig som mulig, andre berørte tidlig "
        "når det er hensiktsmessig. I tillegg det oppdragsbrevet ber om.",
        "The instructions for official studies, 3-1: affected ministries as early as possible, others "
        "affected early where expedient. Besides, what the letter of assignment asks for.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding with everyone who is not invited."""
        invited = {body.actor for body in study.involvement.values() if body.invited is not None}
        missing = [actor for actor in _affected(study) if actor not in invited]
        if missing:
            how_many = count(len(missing), ("aktør", "aktører"), ("actor", "actors"))
            nb = f"{how_many.nb} er ikke invitert: {some(missing, MANY).nb}"
            en = f"{how_many['en']} not invited: {some(missing, MANY)['en']}"
            yield self.finding(study, "involvement.yaml", (), nb, en)
