"""MNY112: an alternative gives municipalities a task and no money."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Assign, Change, End, Move, Staff, Transfer
from samvirke.study.study import Study


def _takes_on(change: Change) -> str | None:
    """Who is to do a task from now on."""
    match change:
        case Assign(part="does"):
            return change.actor
        case Move(task=str()) if "does" in change.parts:
            return change.to
        case _:
            return None


def _paid(study: Study, change: Change) -> str | None:
    """Whose spending grows."""
    match change:
        case Transfer(to=End() as end):
            row = end.new_row or study.spending.get(end.row or "")
            return row.actor if row is not None else None
        case Staff():
            row = study.spending.get(change.row or "")
            return change.unit or (row.actor if row is not None else None)
        case Move(task=str(), staff="follows"):
            return change.to
        case _:
            return None


class MunicipalTaskWithoutMoney(Rule):
    """A task given to a municipality or county by an alternative with no row or transfer that reaches one."""

    code, name, severity = "MNY112", "municipal-task-without-money", "should"
    summary = Text(
        "Et alternativ gir kommunene en oppgave, men ingen penger.",
        "An alternative gives municipalities a task and no money.",
    )
    why = Text(
        "Nye oppgaver i kommunene koster noe der. Er det ikke med, ser alternativet billigere ut for "
        "samfunnet enn det er.",
        "New tasks of municipalities cost something there. When it is left out, the alternative looks "
        "cheaper to society than it is.",
    )
    example = (
        "actors.yaml:\n"
        "  towns: {name: Kommunene, kind: municipality}\n"
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: near-home, verb: assign, start: 2023-01, task: aid, actor: towns, part: does,\n"
        "       reason: Nær}"
    )
    remedy = Text(
        "La en `transfer` gi kommunen en rad (`new_row`), eller legg til årsverk med `staff`. Er det "
        "ingen utgifter, unnskyld funnet med en grunn.",
        "Let a `transfer` give the municipality a row (`new_row`), or add work-years by `staff`. If "
        "there are no costs, excuse the finding with a reason.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-2: virkninger for kommuner og fylkeskommuner skal utredes. At "
        "nye kommunale oppgaver følges av penger, er vanlig politikk og ikke kontrollert mot en kilde "
        "(UNVERIFIED).",
        "The instructions for official studies, 2-2: effects for municipalities and counties are to "
        "be studied. That new municipal tasks come with money is the usual policy, not checked "
        "against a source (UNVERIFIED).",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative with such a task, and the first change that gives one."""
        local = {key for key, actor in study.actors.items() if actor.kind in ("municipality", "county")}
        for key in study.alternatives if local else ():
            written = study.changes(key)
            given = [one for one in written if _takes_on(one.change) in local]
            if given and not any(_paid(study, one.change) in local for one in written):
                first = given[0]
                nb = f"`{_takes_on(first.change)}` får `{first.change.task}`, men ingen penger"
                en = f"`{_takes_on(first.change)}` gets `{first.change.task}` but no money"
                yield self.finding(study, first.file, first.path, nb, en, subject=f"{key} {first.change.id}")
