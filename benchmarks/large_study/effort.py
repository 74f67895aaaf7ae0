"""Who there is in a made-up effort, what they do and what it costs today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from benchmarks.large_study.size import Size

Records = dict[str, Any]

AREAS = (
    "coordination", "identification", "assistance", "grants", "prevention", "prosecution", "guidance",
    "competence", "statistics",
)  # fmt: skip
GRANTS = AREAS.index("grants")
KINDS = (
    "inform", "convene", "demand_reports", "set_procedures", "advise_in_cases", "decide_disputes", "escalate",
    "allocate_money", "instruct",
)  # fmt: skip
LEGAL = ("none", "instruction", "agreement", "regulation", "law")
PLACES = ("Oslo", "Bergen", "Tromsø", "Hamar", "Kristiansand")
FIRST_YEAR = 2021


def said(nb: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"nb": nb, "en": en}


@dataclass(frozen=True)
class Effort:
    """Who there is, what they do and what it costs today; each map is made when it is first asked for."""

    size: Size
    seed: int

    def chance(self, *purpose: int) -> np.random.Generator:
        """A generator for one purpose, so that more of one thing does not change another."""
        return np.random.default_rng((self.seed, *purpose))

    def rests_on(self, number: int) -> Records:
        """What a record rests on: a source, a judgement, or for one in twenty nothing."""
        if number % 20 == 19:
            return {}
        if number % 4 == 3:
            return {"judgement": said("Vår vurdering.", "Our judgement."), "could_answer": "agency-0"}
        return {"source": f"source-{number % self.sources}"}

    @property
    def sources(self) -> int:
        return max(4, self.size.tasks // 5)

    @cached_property
    def ministries(self) -> list[str]:
        return [f"ministry-{n}" for n in range(max(2, self.size.actors // 50))]

    @cached_property
    def agencies(self) -> list[str]:
        return [f"agency-{n}" for n in range(max(4, self.size.actors // 8))]

    @cached_property
    def granting(self) -> list[str]:
        """The agencies that have a line to pay grants from."""
        return self.agencies[::2]

    @cached_property
    def municipalities(self) -> list[str]:
        return [f"municipality-{n}" for n in range(max(2, self.size.actors // 10))]

    @cached_property
    def organisations(self) -> list[str]:
        return [f"organisation-{n}" for n in range(max(2, self.size.actors // 10))]

    @cached_property
    def units(self) -> list[str]:
        """Units and teams; the last fifth are teams, under the first of the units."""
        others = (self.ministries, self.agencies, self.municipalities, self.organisations)
        return [f"unit-{n}" for n in range(self.size.actors - sum(map(len, others)))]

    @cached_property
    def teams(self) -> int:
        return len(self.units) // 5

    @cached_property
    def host(self) -> dict[str, str]:
        """The agency that each unit or team belongs to."""
        found: dict[str, str] = {}
        for number, unit in enumerate(self.units):
            first_team = len(self.units) - self.teams
            above = self.units[number - first_team] if number >= first_team else None
            found[unit] = found[above] if above else self.agencies[number % len(self.agencies)]
        return found

    @cached_property
    def actors(self) -> Records:
        found: Records = {}
        for number, key in enumerate(self.ministries):
            name = said(f"Departement {number}", f"Ministry {number}")
            found[key] = {"name": name, "kind": "ministry", "operating_line": f"{key}-01"}
        for number, key in enumerate(self.agencies):
            found[key] = {
                "name": said(f"Etat {number}", f"Agency {number}"), "kind": "agency",
                "parent": self.ministries[number % len(self.ministries)], "operating_line": f"{key}-01",
                **({"grant_line": f"{key}-70"} if key in self.granting else {}), "place": PLACES[number % 5],
            }  # fmt: skip
        new_host = {"actor": self.agencies[-1], "legal": "regulation"}
        for number, key in enumerate(self.units):
            team = number - (len(self.units) - self.teams)
            found[key] = {
                "name": said(f"Enhet {number}", f"Unit {number}"), "kind": "unit",
                "parent": self.units[team] if team >= 0 else self.host[key], "place": PLACES[number % 5],
                **({"hosts": [new_host]} if number % 8 == 0 else {}),
            }  # fmt: skip
        for number, key in enumerate(self.municipalities):
            found[key] = {"name": said(f"Kommune {number}", f"Municipality {number}"), "kind": "municipality"}
        for number, key in enumerate(self.organisations):
            found[key] = {"name": said(f"Organisasjon {number}", f"Organisation {number}"), "kind": "ngo"}
        return found

    @cached_property
    def lines(self) -> Records:
        holders = [(key, 1) for key in (*self.ministries, *self.agencies)]
        holders += [(key, 70) for key in self.granting]
        found: Records = {}
        for key, item in holders:
            number = (*self.ministries, *self.agencies).index(key)
            ministry = key if key in self.ministries else self.actors[key]["parent"]
            found[f"{key}-{item:02d}"] = {
                "chapter": 100 + number, "item": item, "ministry": ministry, "holder": key,
                "text": said(f"Kapittel {100 + number}", f"Chapter {100 + number}"), "source": "source-0",
                "appropriation": {"amount": 20_000, "year": 2020},
            }  # fmt: skip
        return found

    @cached_property
    def task_ids(self) -> list[str]:
        return [f"task-{n}" for n in range(self.size.tasks)]

    @cached_property
    def tasks(self) -> Records:
        chance = self.chance(1)
        found: Records = {}
        for number, key in enumerate(self.task_ids):
            found[key] = {
                "name": said(f"Oppgave {number}", f"Task {number}"),
                "area": AREAS[number % len(AREAS)],
                **({"volume": self.assumed("volume", number)} if number % 3 == 0 else {}),
                "legal_basis": said("Instruksen", "The instruction"),
                "candidates": [
                    {"actor": str(actor), "part": "does", "legal": LEGAL[number % 5]}
                    for actor in chance.choice(self.agencies, number % 3, replace=False)
                ],
                **self.rests_on(number),
            }
            if number % 50 == 0:
                over = [str(actor) for actor in chance.choice(self.agencies, 3, replace=False)]
                found[key]["needs_power"] = [{"kinds": KINDS[number // 50 % len(KINDS)], "over": over}]
        return found

    @cached_property
    def responsibilities(self) -> Records:
        """As many parts as the size says; one task in a hundred has no doer, and one has two deciders."""
        chance, everybody = self.chance(2), list(self.actors)
        each = self.size.parts / self.size.tasks
        found: Records = {}
        for number, key in enumerate(self.task_ids):
            left = round(each * (number + 1)) - round(each * number) + (2 if number % 2 else -2)
            deciders = min(2 if number % 100 == 49 else 1, left)
            doers = 0 if number % 100 == 98 else min(1 + (number % 3 == 0), left - deciders)
            rest = left - deciders - doers
            who = [str(actor) for actor in chance.choice(everybody, rest, replace=False)]
            above = [*self.ministries, *self.agencies]
            record: Records = {
                "decides": [str(actor) for actor in chance.choice(above, deciders, replace=False)],
                "does": [str(actor) for actor in chance.choice(self.doers_for(number), doers, replace=False)],
                "consulted": who[: rest // 2],
                "informed": who[rest // 2 :],
                **self.rests_on(number),
            }
            found[key] = {field: value for field, value in record.items() if value}
        return found

    def doers_for(self, number: int) -> list[str]:
        """Who could be doing a task: agencies administer grants, many help, units do the rest."""
        area = number % len(AREAS)
        if area == GRANTS:
            return self.granting
        if AREAS[area] == "assistance" and number % 2:
            return [*self.municipalities, *self.organisations]
        return self.units

    @cached_property
    def done_by(self) -> dict[str, list[str]]:
        """Actor → the tasks it does."""
        found: dict[str, list[str]] = {actor: [] for actor in self.actors}
        for task, record in self.responsibilities.items():
            for actor in record.get("does", ()):
                found[actor].append(task)
        return found

    @cached_property
    def spending(self) -> Records:
        """Each unit has personnel; the other rows are of all kinds, on lines and by other means."""
        chance = self.chance(3)
        kinds = chance.choice(
            ["personnel", "operations", "grant", "purchase", "investment", "municipal", "own"],
            self.size.rows,
            p=[0.5, 0.2, 0.14, 0.04, 0.02, 0.06, 0.04],
        )
        found: Records = {}
        for number in range(self.size.rows):
            kind = "personnel" if number < len(self.units) else str(kinds[number])
            actor = self.spender(kind, number)
            record = {
                "actor": actor, "tasks": self.tasks_of(actor, number, chance),
                **self.paid(kind, actor, number), **self.amount(kind, actor, number, chance),
                **self.rests_on(number),
            }  # fmt: skip
            if number >= len(self.units) and number % 40 == 7:
                record["from" if number % 80 == 7 else "until"] = f"{FIRST_YEAR + 1 + number % 3}-01"
            found[f"row-{number}"] = record
        self.paid_by_grants(found)
        return found

    def paid_by_grants(self, rows: Records) -> None:
        """Let grants pay for some of what their recipients would have paid themselves."""
        latest: dict[str, str] = {}
        for key, row in rows.items():
            if row["kind"] == "grant":
                latest[row["actor"]] = key
            elif row.get("funded_by") == "own" and row["actor"] in latest:
                row |= {"funded_by": latest.pop(row["actor"]), "kind": "personnel"}

    def spender(self, kind: str, number: int) -> str:
        pools = {
            "grant": self.organisations if number % 3 else self.municipalities,
            "municipal": self.municipalities,
            "own": self.organisations,
        }
        pool = pools.get(kind, self.units)
        return pool[number % len(pool)]

    def tasks_of(self, actor: str, number: int, chance: np.random.Generator) -> Records | str:
        """One to three tasks that the actor does; any task where it does none."""
        own = self.done_by[actor] or [self.task_ids[number % len(self.task_ids)]]
        shares = ((1.0,), (0.5, 0.5), (1.0,), (0.5, 0.3, 0.2))[number % 4][: len(own)]
        chosen = [str(task) for task in chance.choice(own, len(shares), replace=False)]
        if len(shares) == 1:
            return chosen[0]
        return dict(zip(chosen, (*shares[:-1], round(1 - sum(shares[:-1]), 6)), strict=True))

    def paid(self, kind: str, actor: str, number: int) -> Records:
        """The line or other means, and what else the kind requires."""
        if kind in ("municipal", "own"):
            return {"funded_by": kind, "kind": "operations"}
        if kind == "grant":
            payer = self.granting[number % len(self.granting)]
            schemes = self.task_ids[GRANTS :: len(AREAS)]
            task = next((t for t in self.done_by[payer] if t in schemes), schemes[0])
            buys = {"buys": "income"} if number % 10 == 0 else {}
            return {"line": f"{payer}-70", "kind": kind, "administered_by": task, **buys}
        once = {"one_off": True} if kind == "investment" else {}
        ordinary = {"ordinary": True} if number >= len(self.units) and number % 5 == 0 else {}
        return {"line": f"{self.host[actor]}-01", "kind": kind, **once, **ordinary}

    def amount(self, kind: str, actor: str, number: int, chance: np.random.Generator) -> Records:
        """Work-years and what one costs, or money; two in three rest on an assumption."""
        if kind == "personnel":
            fte = self.assumed("fte", number) if number % 3 else round(1 + 9 * chance.random(), 1)
            return {"fte": fte, "cost_per_fte": self.assumed("post", self.agencies.index(self.host[actor]))}
        if kind == "grant":
            return {
                "amount": self.assumed("grant", number) if number % 3 else round(5 + 20 * chance.random(), 1)
            }
        return {
            "amount": self.assumed("running", number) if number % 3 else round(1 + 4 * chance.random(), 1)
        }

    def assumed(self, kind: str, number: int) -> str:
        """The id of one of the assumptions of a kind."""
        return f"{kind}-{number % self.each_kind}"

    @cached_property
    def each_kind(self) -> int:
        return max(2, (self.size.assumptions - 1) // 6)

    @cached_property
    def assumptions(self) -> Records:
        """Six of each in turn: pay, what a post costs, work-years, running costs, grants, cases a year."""
        found: Records = {"overhead": {"uniform": {"low": 0.2, "high": 0.4}, "unit": "share"}}
        for n in range(self.each_kind):
            low, step = 1 + n % 5, n % 7 / 10
            kinds: Records = {
                "pay": {"p10": 0.7, "p50": 0.8 + step / 20, "p90": 1.0, "min": 0.0, "unit": "MNOK/FTE"},
                "post": {"formula": f"pay-{n} * (1 + overhead)", "unit": "MNOK/FTE"},
                "fte": {"triangular": {"low": low, "mode": low + 2 + step, "high": low + 6}, "unit": "FTE"},
                "running": {"uniform": {"low": low, "high": low + 2 + step}, "unit": "MNOK/yr"},
                "grant": {"triangular": {"low": 5 + low, "mode": 9 + low, "high": 25}, "unit": "MNOK/yr"},
                "volume": {"beta": {"a": 2, "b": 3}, "min": 50, "max": 150 + 10 * low, "unit": "cases/yr"},
            }  # fmt: skip
            for kind, year in (("pay", 2019), ("running", 2020), ("grant", 2018)):
                kinds[kind]["price_year"] = year
            found |= {f"{kind}-{n}": record for kind, record in kinds.items()}
        for number, (key, record) in enumerate(found.items()):
            record |= {"text": said(f"Størrelsen {key}", f"The quantity {key}")}
            record |= (
                {"judgement": said("Vår vurdering.", "Our judgement.")}
                if number % 2
                else {"source": "source-1"}
            )
            record |= {"could_answer": self.agencies[number % len(self.agencies)]}
        pairs = [(f"pay-{n}", f"pay-{n + 1}") for n in range(0, min(self.each_kind - 1, 40), 2)]
        reason = said("Lønn følges ad.", "Pay goes together.")
        return {
            "assumptions": found,
            "correlations": [{"between": list(pair), "rank": 0.5, "reason": reason} for pair in pairs],
        }

    @cached_property
    def steady(self) -> list[str]:
        """Rows of state money that run through all the years, and have work-years or money to take from."""
        return [
            key for key, row in self.spending.items()
            if "line" in row and "from" not in row and "until" not in row and "one_off" not in row
        ]  # fmt: skip

    @cached_property
    def spent_on(self) -> dict[tuple[str, str], list[str]]:
        """(Actor, task) → the actor's rows that are spent on the task, grants apart."""
        found: dict[tuple[str, str], list[str]] = {}
        for key, row in self.spending.items():
            for task in [row["tasks"]] if isinstance(row["tasks"], str) else row["tasks"]:
                if row["kind"] != "grant":
                    found.setdefault((row["actor"], task), []).append(key)
        return found
