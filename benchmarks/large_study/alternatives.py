"""The alternatives of a made-up study: each uses all twelve verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from benchmarks.large_study.effort import AREAS, FIRST_YEAR, GRANTS, KINDS, LEGAL, Effort, Records, said
from benchmarks.large_study.records import CHALLENGES, FORMS, alternative_ids, at

DEGREES = ("wholly", "partly", "not", "worse")
PACKAGES = 3
OURS = {"judgement": said("Vår vurdering.", "Our judgement."), "could_answer": "agency-0"}


def every_alternative(made: Effort) -> Iterator[tuple[str, Records]]:
    """Zero, and the others by id."""
    yield "zero", zero(made)
    for number, key in enumerate(alternative_ids(made)):
        yield key, alternative(made, number, key)


def told(made: Effort, number: int, name: Mapping[str, str]) -> Records:
    """What every alternative says of itself."""
    return {
        "name": name,
        "summary": said("Oppdiktet for å måle.", "Invented in order to measure."),
        "grant_administrator": {
            "actor": made.granting[number % len(made.granting)],
            "reason": said("Har ordningen i dag.", "Has the scheme today."),
        },
        "answers": {
            f"challenge-{n}": {
                "degree": DEGREES[(n + number) % 4],
                "how": said("Færre å forholde seg til.", "Fewer to deal with."),
                "rests_on": "admin.interfaces",
            }
            for n in range(CHALLENGES)
        },
    }


def zero(made: Effort) -> Records:
    """The zero alternative, with two decisions that have been made."""
    row = next(key for key in made.steady if made.spending[key]["kind"] == "personnel")
    return {
        **told(made, 0, said("Som i dag", "As today")),
        "zero": True,
        "at": at(0),
        "changes": in_order(
            "zero",
            [
                {"verb": "staff", "row": row, "fte": 1, "adopted": "source-1"},
                {
                    "verb": "transfer", "from": "new-appropriation", "to": "recurring", "amount": "as-needed",
                    "adopted": "source-1",
                },
            ],
        ),
    }  # fmt: skip


def packages(made: Effort) -> Records:
    """Changes that several alternatives share."""
    return {
        f"package-{n}": {
            "name": said(f"Pakke {n}", f"Package {n}"),
            "text": said("Felles tiltak.", "Measures in common."),
            "changes": in_order(
                f"package-{n}",
                [
                    *given_power(made, f"package-{n}-power", made.agencies[-1 - n], KINDS[n]),
                    {"verb": "set", "assumption": made.assumed("volume", n), "to": {"value": 90 + n}, **OURS},
                ],
            ),
        }
        for n in range(PACKAGES)
    }  # fmt: skip


def in_order(owner: str, changes: list[Records]) -> list[Records]:
    """Changes with ids and reasons, by the month in which they start: January 2022 when they do not say."""
    reason = said("Det gir færre ledd.", "It makes for fewer links.")
    dated = [{"start": f"{FIRST_YEAR + 1}-01", **change} for change in changes]
    dated.sort(key=lambda change: change["start"])
    return [{"id": f"{owner}-c{n}", **change, "reason": reason} for n, change in enumerate(dated, 1)]


def alternative(made: Effort, number: int, key: str) -> Records:
    """One alternative: changes of all twelve verbs, to units, tasks and rows that each change has alone."""
    chance = made.chance(5, number)
    without_teams = made.units[made.teams : len(made.units) - made.teams]
    units = [str(unit) for unit in chance.permutation(without_teams)]
    holder = made.agencies[number % (len(made.agencies) - PACKAGES)]
    wider = {"low": 0.5, "high": 3.5}
    # What units do is changed in 2022; they are merged and closed the year after, so that nothing is lost.
    changes = [
        *new_unit(made, key, units[0], chance),
        *units_elsewhere(made, key, units[:6], chance),
        *parts_changed(made, chance),
        *tasks_moved(made, chance),
        *money_moved(made, key, chance),
        *given_power(made, f"{key}-power", holder, KINDS[number % 9]),
        {"verb": "withdraw", "power": f"power-{number}"},
        {"verb": "agree", "between": units[6:8], "form": FORMS[number % 3]},
        {"verb": "set", "assumption": made.assumed("running", number), "to": {"uniform": wider}, **OURS},
    ]  # fmt: skip
    included = number % (PACKAGES + 1)
    return {
        **told(made, number, said(f"Alternativ {number}", f"Alternative {number}")),
        "at": at(number + 1),
        "weighed": [
            {"actor": actor, "for": said("Nær.", "Near."), "against": said("Liten.", "Small.")}
            for actor in made.agencies[:3]
        ],
        **({"includes": f"package-{included}"} if included < PACKAGES else {}),
        "changes": in_order(key, changes),
    }  # fmt: skip


def new_unit(made: Effort, key: str, model: str, chance: np.random.Generator) -> Iterator[Records]:
    """A unit that is new, with staff, a task and money."""
    unit, host = f"{key}-new", str(chance.choice(made.agencies))
    yield {
        "verb": "establish",
        "unit": {"id": unit, "name": said("Ny enhet", "New unit"), "parent": host, "place": "Oslo"},
    }
    task = made.task_ids[int(chance.integers(1, len(made.task_ids)))]
    yield {
        "verb": "staff", "unit": unit, "new_row": f"{key}-new-staff", "fte": 3, "tasks": task,
        "cost_per_fte": made.spending[f"row-{made.units.index(model)}"]["cost_per_fte"],
    }  # fmt: skip
    yield {"verb": "assign", "task": task, "actor": unit, "part": "does"}
    yield {
        "verb": "assign", "task": task, "actor": unit, "part": "informed", "until": "2023-07",
        "stop_criteria": [{"figure": "admin.gaps", "threshold": 5}],
    }  # fmt: skip


def units_elsewhere(
    made: Effort, key: str, units: list[str], chance: np.random.Generator
) -> Iterator[Records]:
    """Two units move, two become one, and one ends."""
    moved, other, *merged, closed = units[1:]
    for number, unit in enumerate((moved, other)):
        hosts = [agency for agency in made.agencies if agency != made.host[unit]]
        host, start = str(chance.choice(hosts)), f"{FIRST_YEAR + 1}-07"
        change = {"verb": "move", "unit": unit, "to": host, "start": start}
        yield {**change, "place": "Bodø"} if number else change
    into = {"id": f"{key}-joint", "name": said("Felles enhet", "Joint unit"), "place": "Oslo"}
    yield {
        "verb": "merge", "units": merged, "into": {**into, "parent": made.host[merged[0]]},
        "start": f"{FIRST_YEAR + 2}-01",
    }  # fmt: skip
    host = made.host[closed]
    yield {
        "verb": "close",
        "unit": closed,
        "tasks_to": host,
        "rows_to": host,
        "start": f"{FIRST_YEAR + 2}-01",
    }


def parts_changed(made: Effort, chance: np.random.Generator) -> Iterator[Records]:
    """Agencies get parts in tasks, and lose others."""
    for number in chance.choice(np.arange(1, len(made.task_ids)), 6, replace=False):
        task = made.task_ids[number]
        record = made.responsibilities[task]
        free = [agency for agency in made.agencies if agency not in record.get("consulted", ())]
        given = {"actor": str(chance.choice(free)), "part": "consulted", "legal": LEGAL[number % 5]}
        yield {"verb": "assign", "task": task, **given}
        if record.get("informed"):
            yield {"verb": "release", "task": task, "actor": record["informed"][0], "part": "informed"}


def tasks_moved(made: Effort, chance: np.random.Generator) -> Iterator[Records]:
    """Three tasks move, one with its staff; and a scheme moves with its grants."""
    units = set(made.units)
    movable = [
        task for task in made.task_ids[1:]
        if units.issuperset(made.responsibilities[task].get("does", ("",)))
    ]  # fmt: skip
    follow = [t for t in movable if (made.responsibilities[t]["does"][0], t) in made.spent_on]
    chosen = [str(chance.choice(follow)), *(str(task) for task in chance.choice(movable, 2, replace=False))]
    for number, task in enumerate(dict.fromkeys(chosen)):
        sender = made.responsibilities[task]["does"][0]
        yield {
            "verb": "move", "task": task, "from": sender, "parts": ["does"],
            "to": str(chance.choice(made.agencies)), "staff": "stays" if number else "follows",
        }  # fmt: skip
    schemes = [t for t in made.task_ids[GRANTS :: len(AREAS)] if made.responsibilities[t].get("does")]
    task = str(chance.choice(schemes))
    sender = made.responsibilities[task]["does"][0]
    taken = made.responsibilities[task]["does"]
    others = [agency for agency in made.granting if agency not in taken]
    if others:
        yield {
            "verb": "move", "task": task, "from": sender, "parts": ["does"], "to": str(chance.choice(others)),
            "staff": "stays", "money": "follows",
        }  # fmt: skip


def money_moved(made: Effort, key: str, chance: np.random.Generator) -> Iterator[Records]:
    """Posts more and fewer, money between rows and from outside, and who pays for it all."""
    rows = [str(row) for row in chance.permutation(made.steady)]
    staff = [row for row in rows if "fte" in made.spending[row]]
    grants = [row for row in rows if made.spending[row]["kind"] == "grant"]
    yield {"verb": "staff", "row": staff[0], "fte": 1}
    yield {"verb": "staff", "row": staff[1], "share": -0.2, "by": "vacancy"}
    plain = [row for row in rows if row not in (*staff[:2], *grants[:2])]
    yield {"verb": "transfer", "from": {"row": plain[0]}, "to": {"row": plain[1]}, "amount": 0.1}
    new = made.spending[grants[0]]
    row = {"id": f"{key}-row", "actor": new["actor"], "line": new["line"], "kind": "operations"}
    row |= {"tasks": "task-0", "amount": 0.2}
    yield {"verb": "transfer", "from": {"row": grants[0]}, "to": {"new_row": row}, "amount": 0.2}
    yield {
        "verb": "transfer",
        "from": {"line": f"{made.ministries[0]}-01"},
        "to": {"row": plain[2]},
        "amount": 0.3,
    }
    yield {"verb": "transfer", "from": {"row": grants[1]}, "to": "recurring", "amount": "as-needed"}
    yield {"verb": "transfer", "from": "new-appropriation", "to": "recurring", "amount": "as-needed"}
    payer = {"row": grants[0]} if chance.random() < 0.5 else "new-appropriation"
    yield {"verb": "transfer", "from": payer, "to": "one-off", "amount": "as-needed"}


def given_power(made: Effort, power: str, holder: str, kind: str) -> Iterator[Records]:
    """An agency gets a power over two others."""
    over = [agency for agency in made.agencies if agency != holder][:2]
    yield {
        "verb": "empower", "power": power, "holder": holder, "over": over, "kind": kind,
        "given_by": made.ministries[0], "basis": said("Ny instruks", "New instruction"),
        "legal": "instruction",
    }  # fmt: skip
