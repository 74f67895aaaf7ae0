"""What a made-up study says besides who does what: what is required, allowed, wrong and weighed."""

from __future__ import annotations

from typing import Any

from benchmarks.large_study.effort import FIRST_YEAR, KINDS, Effort, Records, said

HORIZON = 5
FORMS = ("agreement", "joint_team", "shared_premises")
CHALLENGES = 8


def study_record(made: Effort) -> Records:
    """study.yaml."""
    ask = {
        f"requirement-{n}": {
            "text": said(f"Krav {n}.", f"Requirement {n}."),
            "met_by": said("Første side", "The first page"),
        }
        for n in range(10)
    }
    measures = ("admin.gaps", "admin.interfaces", "admin.undecided")
    return {
        "format": 1,
        "title": said("En oppdiktet innsats", "An invented effort"),
        "client": "ministry-0",
        "lead": "agency-0",
        "participants": made.agencies[:6],
        "deadline": "2021-03-01",
        "as_of": "2020-12-31",
        "base_year": 2020,
        "first_year": FIRST_YEAR,
        "horizon": HORIZON,
        "price_year": 2020,
        "comparison_year": FIRST_YEAR,
        "hours_per_fte": 1750,
        "coordination_task": "task-0",
        "requirements": ask,
        "goals": {
            f"goal-{n}": {
                "text": said(f"Mål {n}.", f"Goal {n}."),
                "measures": [{"figure": figure, "better": "lower"}],
            }
            for n, figure in enumerate(measures)
        },
        "level": "full",
        "level_reason": said("Mange er berørt.", "Many are affected."),
        "recommendation": "none",
        "recommendation_reason": said("Oppdiktet.", "Invented."),
    }


def other_records(made: Effort) -> dict[str, Any]:
    """The files that say what is required, allowed, wrong, known and weighed."""
    sources = {
        f"source-{n}": {
            "title": f"Rapport {n}", "publisher": f"Utgiver {n % 40}", "date": 2010 + n % 10,
            "retrieved": "2020-11", "says": said(f"Funn {n}.", f"Finding {n}."),
        }
        for n in range(made.sources)
    }  # fmt: skip
    return {
        "sources": sources,
        "powers": powers(made),
        "duties": duties(made),
        "rules": rules(made),
        "challenges": {
            f"challenge-{n}": {
                "text": said(f"Utfordring {n}.", f"Challenge {n}."),
                "said_by": [f"source-{n % made.sources}"], "goal": f"goal-{n % 3}",
            }
            for n in range(CHALLENGES)
        },
        "effects": effects(made),
        "options": options(made),
        "pathways": pathways(made),
        "transition": transition(),
        "involvement": {
            actor: {"actor": actor, "contact": "Postmottak", "asked": [f"pay-{n}"], "invited": "2020-12-01"}
            for n, actor in enumerate(made.agencies[:2])
        },
    }  # fmt: skip


def powers(made: Effort) -> Records:
    """What units may do towards agencies; agencies have none, so that alternatives can give them some."""
    chance = made.chance(4)
    return {
        f"power-{n}": {
            "holder": made.units[n % len(made.units)],
            "over": "all"
            if n % 10 == 0
            else [str(a) for a in chance.choice(made.agencies, 3, replace=False)],
            "kind": KINDS[n % len(KINDS)],
            "given_by": made.ministries[n % len(made.ministries)],
            "basis": said("Mandatet", "The mandate"),
            "task": "task-0",
            **made.rests_on(n),
        }
        for n in range(max(made.size.alternatives, made.size.actors // 5))
    }


def duties(made: Effort) -> Records:
    """What is required; every tenth rests on a rule, and every fifth is met only in part."""
    found: Records = {}
    for n in range(made.size.tasks // 20):
        one, other = made.task_ids[20 * n], made.task_ids[20 * n + 7]
        partly = {"task": other, "coverage": "partly", "reason": said("Bare i byene.", "Only in the towns.")}
        found[f"duty-{n}"] = {
            "text": said(f"Plikt {n}.", f"Duty {n}."),
            "source": f"source-{n % made.sources}",
            "tasks": [one, partly if n % 5 == 0 else other],
            "on": [made.agencies[n % len(made.agencies)]],
            **({"needs": "rule-0"} if n % 10 == 0 else {}),
        }
    return found


def rules(made: Effort) -> Records:
    """What must lie apart, together, or not alone."""
    return {
        f"rule-{n}": {
            "kind": ("separate", "together", "not-alone")[n % 3],
            "a": {"task": made.task_ids[40 * n], "part": "decides"},
            "b": {"task": made.task_ids[40 * n + 3], "part": "does"},
            "level": ("agency", "ministry", "unit")[n % 3],
            "reason": said("Habilitet.", "Impartiality."),
            "breach": "finding",
        }
        for n in range(max(1, made.size.tasks // 50 - 10))
    }


def effects(made: Effort) -> Records:
    """Effects without a price, weighed for every alternative."""
    return {
        f"effect-{n}": {
            "text": said(f"Virkning {n}", f"Effect {n}"),
            "group": said("Brukerne", "The users"),
            "duration": said("Varig", "Lasting"),
            "importance": 1 + n % 3,
            "reason": said("Det betyr noe.", "It matters."),
            "by_alternative": {
                key: {"magnitude": (n + k) % 7 - 3, "reason": said("Vår vurdering.", "Our judgement.")}
                for k, key in enumerate(alternative_ids(made))
            },
        }
        for n in range(6)
    }


def options(made: Effort) -> Records:
    """A grid of hosts × administrators of which every cell that became an alternative is kept."""
    cells = [{"at": at(n), "kept": key} for n, key in enumerate(("zero", *alternative_ids(made)))]
    width = 1 + made.size.alternatives // 5
    return {
        "dimensions": {
            "host": {
                "text": said("Vert", "Host"),
                "values": {f"host-{n}": said(f"Vert {n}", f"Host {n}") for n in range(width)},
            },
            "administrator": {
                "text": said("Forvalter", "Administrator"),
                "values": {f"grants-{n}": said(f"Forvalter {n}", f"Administrator {n}") for n in range(5)},
            },
        },
        "cells": cells,
    }


def at(number: int) -> Records:
    """The cell of the grid that an alternative is; zero is the first."""
    return {"host": f"host-{number // 5}", "administrator": f"grants-{number % 5}"}


def pathways(made: Effort) -> Records:
    """Two invented persons and their way through ten tasks each."""
    ways = [made.task_ids[first : first + 10] for first in (0, len(made.task_ids) // 2)]
    return {
        "persons": {
            f"person-{n}": {
                "name": said(f"Person {n}", f"Person {n}"),
                "text": said("Oppdiktet; ingen virkelig person.", "Invented; no real person."),
                "way": [
                    {"task": task, "text": said(f"Møter {task}.", f"Meets {task}."), "source": "source-0"}
                    for task in way
                ],
            }
            for n, way in enumerate(ways)
        },
    }


def transition() -> Records:
    """What changes cost once and how long they take: plain numbers."""
    per_fte = {"nok_per_fte": 100_000, "dip": 0.1, "months": 3}
    months = (
        "decision", "hearing", "regulation", "law", "agreement", "instruction", "employees", "recruitment",
        "handover", "budget_lead",
    )  # fmt: skip
    return {
        "no_move": per_fte,
        "new_host": per_fte,
        "geographic": {**per_fte, "staff_loss": 0.3},
        "new_post": per_fte,
        "new_agency": 2_000_000,
        "scheme_setup": 1_000_000,
        "legal_change": 400_000,
        "agreement": {form: {"hours_per_party_year": 100, "delay": 0.9} for form in FORMS},
        "durations": {name: 2 + number for number, name in enumerate(months)},
        "judgement": said("Vår vurdering.", "Our judgement."),
    }


def texts(made: Effort) -> dict[str, str]:
    """Answers to two of the six questions, with figures of the first alternative."""
    key = next(iter(alternative_ids(made)))
    figures = f"{{{{{key}: one_off.total}}}}"
    return {
        "texts/problem.nb.md": "Mange gjør litt hver, og ingen har oversikten.\n",
        "texts/problem.en.md": "Many do a little each, and nobody sees the whole.\n",
        "texts/effects.nb.md": f"Engangskostnaden er {figures} i det første alternativet.\n",
        "texts/effects.en.md": f"The one-off cost is {figures} in the first alternative.\n",
    }


def alternative_ids(made: Effort) -> list[str]:
    """The ids of the alternatives besides zero."""
    return [f"alt-{n}" for n in range(made.size.alternatives)]
