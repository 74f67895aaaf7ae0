"""Small studies made in a few lines: every number plain, to which a test adds what it is about.

Two ministries; the police with a centre of four people and a patrol in another town, the children's
directorate with an advice office of three; a labour agency whose work is ordinary; a shelter on a grant.
Money is in MNOK a year: centre 4 × 1.0 and 0.5, advice 3 × 1.0, patrol 2 × 1.0, grants 10 and 6.
Moving a work-year costs 0.1 without moving, 0.2 to a new host, 0.5 to another town; a new post 0.3.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from samvirke.alternatives.journal import Posting
from samvirke.alternatives.plan import Plan, plan
from samvirke.consequences.evaluation import evaluate
from samvirke.consequences.valuation import Array, Valuation
from samvirke.quantities.expressions import Expression
from samvirke.study.alternative import Alternative
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample

MILLION = 1e6
TODAY = 25.5 * MILLION  # 4 + 0.5 + 3 + 2 + 10 + 6
Records = Mapping[str, Any]

STUDY: Records = {
    "format": 2,
    "title": "En liten innsats",
    "client": "justice",
    "lead": "police",
    "participants": ["police", "children"],
    "deadline": "2020-12-31",
    "as_of": "2020-12-31",
    "base_year": 2020,
    "first_year": 2021,
    "horizon": 5,
    "price_year": 2020,
    "comparison_year": 2021,
    "hours_per_fte": 1750,
    "requirements": {},
    "goals": {},
    "level": "minimum",
    "level_reason": "Liten",
    "recommendation": "none",
    "recommendation_reason": "Ingen",
}
ACTORS: Records = {
    "justice": {"kind": "ministry", "operating_line": "justice-01"},
    "family": {"kind": "ministry"},
    "police": {
        "kind": "agency", "parent": "justice", "operating_line": "police-01", "grant_line": "police-70",
    },
    "prisons": {"kind": "agency", "parent": "justice", "operating_line": "prisons-01"},
    "children": {
        "kind": "agency", "parent": "family", "operating_line": "children-01", "grant_line": "children-70",
    },
    "labour": {"kind": "agency", "parent": "family", "operating_line": "labour-01"},
    "centre": {"kind": "unit", "parent": "police", "place": "Oslo"},
    "patrol": {"kind": "unit", "parent": "police", "place": "Bergen"},
    "advice": {"kind": "unit", "parent": "children", "place": "Oslo"},
    "shelter": {"kind": "ngo"},
    "town": {"kind": "municipality"},
    "idea": {
        "kind": "unit", "parent": "justice", "place": "Oslo", "exists": False,
        "hosts": [{"actor": "prisons", "legal": "regulation"}],
    },
}  # fmt: skip
TASKS: Records = {
    "coordination": {"area": "coordination"},
    "reporting": {
        "area": "statistics",
        "candidates": [
            {"actor": "children", "part": "does", "legal": "instruction"},
            {"actor": "children", "part": "decides", "legal": "law"},
        ],
    },
    "guidance": {"area": "guidance"},
    "control": {"area": "identification"},
    "housing": {"area": "assistance"},
    "scheme": {"area": "grants"},
    "referral": {"area": "coordination"},
}
RESPONSIBILITIES: Records = {
    "coordination": {"decides": ["justice"], "does": ["centre"]},
    "reporting": {"decides": ["centre"], "does": ["centre"], "informed": ["police"]},
    "guidance": {
        "decides": ["children"],
        "does": [{"actor": "advice", "share": 0.7}, {"actor": "centre", "share": 0.3}],
    },
    "control": {"decides": ["police"], "does": ["patrol"]},
    "housing": {"decides": ["family"], "does": ["shelter"]},
    "scheme": {"decides": ["police"], "does": ["police"]},
}
POWERS: Records = {
    "convene": {
        "holder": "centre", "over": ["advice", "patrol"], "kind": "convene", "given_by": "justice",
        "basis": "Mandat",
    },
}  # fmt: skip
LINES: Records = {
    "justice-01": {"chapter": 400, "item": 1, "ministry": "justice", "holder": "justice"},
    "police-01": {"chapter": 440, "item": 1, "ministry": "justice", "holder": "police"},
    "police-70": {"chapter": 440, "item": 70, "ministry": "justice", "holder": "police"},
    "prisons-01": {"chapter": 430, "item": 1, "ministry": "justice", "holder": "prisons"},
    "children-01": {"chapter": 858, "item": 1, "ministry": "family", "holder": "children"},
    "children-70": {"chapter": 858, "item": 70, "ministry": "family", "holder": "children"},
    "labour-01": {"chapter": 605, "item": 1, "ministry": "family", "holder": "labour"},
    "fees-02": {"chapter": 3440, "item": 2, "side": "income", "ministry": "justice", "holder": "police"},
}
SPENDING: Records = {
    "centre-staff": {
        "actor": "centre", "tasks": {"coordination": 0.75, "reporting": 0.25}, "line": "police-01",
        "kind": "personnel", "fte": 4, "cost_per_fte": 1,
    },
    "centre-running": {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "operations", "amount": 0.5,
    },
    "advice-staff": {
        "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "personnel", "fte": 3,
        "cost_per_fte": 1,
    },
    "patrol-staff": {
        "actor": "patrol", "tasks": "control", "line": "police-01", "kind": "personnel", "fte": 2,
        "cost_per_fte": 1,
    },
    "shelter-grant": {
        "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": 10,
        "administered_by": "scheme",
    },
    "other-grants": {
        "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": 6,
        "administered_by": "scheme",
    },
    "labour-work": {
        "actor": "labour", "tasks": "control", "line": "labour-01", "kind": "personnel", "fte": 5,
        "cost_per_fte": 1, "ordinary": True,
    },
    "shelter-staff": {
        "actor": "shelter", "tasks": "housing", "funded_by": "shelter-grant", "kind": "personnel", "fte": 8,
        "cost_per_fte": 0.8,
    },
}  # fmt: skip
PER_FTE: Records = {"dip": 0, "months": 0}
FORM: Records = {"hours_per_party_year": 175, "delay": 0.9, "loss": 0.9, "rework": 0.9}
TRANSITION: Records = {
    "no_move": {**PER_FTE, "nok_per_fte": 100_000},
    "new_host": {**PER_FTE, "nok_per_fte": 200_000},
    "geographic": {**PER_FTE, "nok_per_fte": 500_000},
    "new_post": {**PER_FTE, "nok_per_fte": 300_000},
    "new_agency": 2_000_000,
    "scheme_setup": 1_000_000,
    "legal_change": 400_000,
    "agreement": {
        "agreement": FORM,
        "joint_team": {**FORM, "delay": 0.5, "loss": 0.5},
        "shared_premises": {**FORM, "delay": 0.5, "loss": 0.95},
    },
}


class Plain(yaml.SafeDumper):
    """Writes what stands in two places twice, since a study has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def contents(files: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
    """The files of a format, each made."""
    return {name: content() for name, content in files.items()}


def small(**added: Any) -> Study:
    """The small study with records added to, or put in the place of, those of the named files.

    `study` and `transition` take fields, the others records by id; a record of None is left out.
    """
    files: dict[str, Any] = {
        "study": STUDY,
        "actors": ACTORS,
        "tasks": TASKS,
        "responsibilities": RESPONSIBILITIES,
        "powers": POWERS,
        "lines": LINES,
        "spending": SPENDING,
        "transition": TRANSITION,
    }
    for name, records in added.items():
        files[name] = records if name == "assumptions" else {**files.get(name, {}), **records}
    for name in ("actors", "tasks"):
        files[name] = {key: {"name": key, **record} for key, record in files[name].items()}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            kept = {key: value for key, value in content.items() if value is not None}
            Path(folder, f"{name}.yaml").write_text(
                yaml.dump(kept, Dumper=Plain, sort_keys=False), encoding="utf-8"
            )
        return read_study(Path(folder))


def quantity(unit: str, **spread: Any) -> Records:
    """An assumption; money is in the prices of 2020."""
    money = {"price_year": 2020} if "NOK" in unit and "formula" not in spread else {}
    return {"text": "Noe", "unit": unit, **money, **spread}


def assumed(*correlations: Records, **assumptions: Records) -> Records:
    """The file of assumptions; `_` in a name stands for `-`."""
    named = {key.replace("_", "-"): value for key, value in assumptions.items()}
    return {"assumptions": named, "correlations": list(correlations)}


def alternative(*changes: Records, key: str = "alt", zero: bool = False) -> Alternative:
    """An alternative of these changes: `c1`, `c2` … from January 2022, unless they say otherwise."""
    common = {"start": "2022-01", "reason": "Derfor"} | ({"adopted": "decision"} if zero else {})
    numbered = [{"id": f"c{n}", **common, **change} for n, change in enumerate(changes, 1)]
    return Alternative.model_validate(
        {"id": key, "name": key, "summary": "Kort", "zero": zero, "changes": numbered}
    )


def planned(study: Study, *changes: Records) -> Plan:
    return plan(study, alternative(*changes))


class Outcomes:
    """The figures of a plan over draws; one draw when every number is plain."""

    def __init__(self, made: Plan, draws: int = 1) -> None:
        self.plan = made
        self.valuation: Valuation = sample(made.today, draws, 1, made.versions)
        self.all = evaluate(made, self.valuation)

    def draws(self, name: str) -> Array:
        return self.all[name].values

    def __getitem__(self, name: str) -> float:
        """A figure of which there is one draw, in MNOK or as it is."""
        (value,) = self.all[name].values
        plain = name.startswith("admin.") or name in ("ceiling.strict", "ceiling.state", "ceiling.steady")
        return float(value) if plain else float(value) / MILLION

    def value(self, amount: Expression) -> float:
        return float(self.valuation.of(amount)[0])


def outcomes(study: Study, *changes: Records) -> Outcomes:
    return Outcomes(planned(study, *changes))


def one_off(made: Outcomes) -> dict[str, tuple[str, float]]:
    """Each one-off cost of a plan by its purpose: the line that bears it, and MNOK in all."""
    costs = [p for p in made.plan.journal if p.giver.account == "need:one-off"]
    return {p.purpose: (p.taker.account, _millions(made, p)) for p in costs}


def _millions(made: Outcomes, posting: Posting) -> float:
    return round(made.value(posting.amount) / MILLION, 9)


def recurring(made: Outcomes) -> list[tuple[str, str, float]]:
    """Recurring postings as (from, to, MNOK a year); rows by their id, other accounts by theirs."""
    return [
        (posting.giver.row or posting.giver.account, posting.taker.row or posting.taker.account, amount)
        for posting in made.plan.journal
        if posting.kind == "recurring" and (amount := _millions(made, posting))
    ]


def obligations(made: Plan) -> set[tuple[str, str | None]]:
    return {(o.kind, o.actor) for o in made.obligations}


def payments(made: Plan) -> list[Posting]:
    """What pays for one-off costs."""
    return [p for p in made.journal if p.taker.account == "need:one-off"]
