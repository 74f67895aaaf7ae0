"""Give an actor a power towards others, or take it away."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.study.changes import Empower, Withdraw
from samvirke.study.organisation import Power
from samvirke.study.suggestion import did_you_mean


def empower(change: Empower, situation: Situation, book: Book) -> Situation:
    """Give the power."""
    study = situation.study
    for actor, field in ((change.holder, "holder"), (change.given_by, "given_by")):
        situation.actor(actor, field)
    for actor in () if change.over == "all" else change.over:
        situation.actor(actor, "over")
    if change.task is not None:
        situation.task(change.task)
    if change.power in study.powers:
        raise ChangeError(
            Text(
                f"virkemiddelet `{change.power}` finnes allerede",
                f"the power `{change.power}` exists already",
            ),
            Text("Gi det nye en annen id.", "Give the new one another id."),
            "power",
        )
    held = [p for p in study.powers.values() if p.holder == change.holder and p.kind == change.kind]
    covered = {actor for power in held if power.over != "all" for actor in power.over}
    of_all = any(power.over == "all" for power in held)
    if held and (of_all or (change.over != "all" and covered.issuperset(change.over))):
        raise nothing_changes(
            f"`{change.holder}` har dette virkemiddelet allerede (`{held[0].id}`)",
            f"`{change.holder}` has this power already (`{held[0].id}`)",
            "power",
        )
    power = Power(
        id=change.power,
        holder=change.holder,
        over=change.over,
        kind=change.kind,
        given_by=change.given_by,
        basis=change.basis,
        task=change.task,
        source=change.source,
        judgement=change.judgement,
    )
    book.requires_law(situation, change.legal, change.given_by, "given_by")
    return situation.with_(powers={**study.powers, power.id: power})


def withdraw(change: Withdraw, situation: Situation, book: Book) -> Situation:
    """Take the power away."""
    powers = situation.study.powers
    power = powers.get(change.power)
    if power is None:
        raise ChangeError(
            Text(f"det finnes ikke noe virkemiddel `{change.power}`", f"there is no power `{change.power}`"),
            did_you_mean(change.power, powers, Text("Rett id-en.", "Mend the id.")),
            "power",
        )
    book.requires_law(situation, change.legal, power.given_by, "power")
    return situation.with_(powers={key: p for key, p in powers.items() if key != change.power})
