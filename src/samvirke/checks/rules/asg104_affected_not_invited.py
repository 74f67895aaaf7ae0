"""ASG104: somebody who is affected is not at the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samvirke.checks.changed_actors import named_in
from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.stake import COMMISSIONING, Stake, at_the_table, stakes_by_actor
from samvirke.study.study import Study

MANY = 20


def _affected(study: Study, stakes: Mapping[str, Stake]) -> Iterator[str]:
    """Those with something at stake today, then those whom the alternatives name, in that order."""
    yield from (actor for actor in study.actors if actor in stakes)
    for key, alternative in study.alternatives.items():
        if not alternative.zero:
            for written in study.changes(key):
                yield from named_in(study, written.change)


class AffectedNotInvited(Rule):
    """Bodies with a part, money, a duty or a power over them, or named in a change, that were not invited.

    Whoever takes part, and organisations with a part, are told by ASG102. A unit is at the table when its
    agency is.
    """

    code, name, severity = "ASG104", "affected-not-invited", "should"
    summary = Text(
        "Noen som er berørt, sitter ikke ved bordet.", "Somebody who is affected is not at the table."
    )
    why = Text(
        "Departementer som må gi et virkemiddel, verter som får en enhet, og kommuner som gjør arbeidet, kan "
        "stanse en løsning de ikke er spurt om. Det er billigst å få vite det først.",
        "Ministries that must give a power, hosts that are given a unit, and municipalities that do the work "
        "can stop a solution they were not asked about. It is cheapest to know first.",
    )
    example = (
        "responsibilities.yaml:\n"
        "  aid: {decides: social, does: [{actor: shelter, share: 1, for: [young]}], consulted: [town]}\n"
        "actors.yaml:\n"
        "  town: {name: Kommunen, kind: municipality}"
    )
    good = (
        "responsibilities.yaml:\n"
        "  aid: {decides: social, does: [{actor: shelter, share: 1, for: [young]}], consulted: [town]}\n"
        "actors.yaml:\n"
        "  town: {name: Kommunen, kind: municipality}\n"
        "involvement.yaml:\n"
        "  town: {actor: town, asked: [cases], invited: 2020-11-01}"
    )
    remedy = Text(
        "Inviter dem, og før datoen i `invited` i involvement.yaml. Skal noen ikke tas med nå, unnskyld "
        "funnet og si hvorfor.",
        "Invite them, and enter the date in `invited` in involvement.yaml. If some are not to be brought in "
        "now, excuse the finding and say why.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1: berørte departementer så tidlig som mulig, andre berørte tidlig "
        "når det er hensiktsmessig.",
        "The instructions for official studies, 3-1: affected ministries as early as possible, others "
        "affected early where expedient.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding with everybody who is missing."""
        table, stakes = at_the_table(study), stakes_by_actor(study)
        with_part = {key for key, stake in stakes.items() if stake["part"]}
        missing = [
            key
            for key in dict.fromkeys(_affected(study, stakes))
            if (actor := study.actors.get(key)) is not None
            and actor.exists
            and actor.kind not in COMMISSIONING
            and not (actor.kind == "ngo" and key in with_part)  # ASG102
            and key not in table
            and study.agency(key) not in table
        ]
        if missing:
            how_many = count(
                len(missing), ("berørt aktør", "berørte aktører"), ("affected actor", "affected actors")
            )
            nb = f"{how_many.nb} er ikke invitert: {some(missing, MANY).nb}"
            en = f"{how_many['en']} not invited: {some(missing, MANY)['en']}"
            yield self.finding(study, "involvement.yaml", (), nb, en)
