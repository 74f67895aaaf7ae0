"""100,000 evaluations of a small study, beside the same model run by EMA Workbench on the same numbers.

The peer is what an analyst would else write: a Python function of the assumptions, called once for each
experiment by `SequentialEvaluator`. It is given the very draws that this program makes, so that its answers
must be the same, and they are held against each other before any time is told.

Counted for Samvirke: the figures that the peer works out too; beside it, all figures of the plan. Counted for
the peer: `perform_experiments`, which calls the function and gathers what it returns. Both are given the
draws. In a second comparison each draws for itself: this program a Sobol sequence with rank correlations, the
peer a Latin hypercube of uniform numbers. Not counted: starting Python, reading the study and making the
plan, and making the peer's list of scenarios. CPU seconds; the median of five. The peer takes one experiment
at a time; a function written with arrays would be about as fast as this program, and EMA Workbench can also
spread its work over processes.

Needs `ema_workbench==2.5.3` beside this project's own requirements, in an environment of its own, since it is
large; docs/benchmarks.md tells how. Run from the repository's folder: `python -m benchmarks.peer`.
"""

from __future__ import annotations

import contextlib
import io
import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from samvirke.alternatives.plan import Plan, plan
from samvirke.consequences.ceiling import ceiling
from samvirke.consequences.economics.present_value import annual_values, course
from samvirke.consequences.evaluation import evaluate
from samvirke.consequences.expenditure import expenditure
from samvirke.consequences.today import today
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.study.alternative import Alternative
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample

STUDY = Path(__file__).resolve().parents[1] / "tests" / "studies" / "tiny"
EVALUATIONS = 100_000
TIMES = 5
GIVEN = 0.5  # NOK million a year that the grant gives up
INPUTS = ("salary", "overhead", "desk-fte")
TOLERANCE = 1e-9  # of the largest amount: both work in double precision, in different orders
COMPARED = (
    "today.total", "expenditure.total.2021", "expenditure.total.2022", "expenditure.total.2023",
    "ceiling.worst_year", "ceiling.strict", "annual_value",
)  # fmt: skip


def changes() -> Alternative:
    """One post more at the desk from 2022, paid by the grant as far as half a million goes."""
    common = {"start": "2022-01", "reason": "For målingen"}
    return Alternative.model_validate({
        "id": "measured", "name": "Målt", "summary": "En stilling til",
        "changes": [
            {"id": "post", "verb": "staff", "unit": "desk", "fte": 1, **common},
            {"id": "pay", "verb": "transfer", "from": {"row": "shelter-grant"}, "to": "recurring",
             "amount": GIVEN, **common},
            {"id": "rest", "verb": "transfer", "from": "new-appropriation", "to": "recurring",
             "amount": "as-needed", **common},
        ],
    })  # fmt: skip


def by_hand(salary: float, overhead: float, desk_fte: float) -> dict[str, float]:
    """The tiny study as a plain function: kroner, from kroner a work-year, a share and work-years."""
    post, grant, given = salary * (1 + overhead), 3.5e6, GIVEN * 1e6
    before = desk_fte * post + 2 * post + grant
    more = post - given
    first, second = 1 / 1.04, 1 / 1.04**2
    return {
        "today.total": before,
        "expenditure.total.2021": before,
        "expenditure.total.2022": before + more,
        "expenditure.total.2023": before + more,
        "ceiling.worst_year": max(0.0, more),
        "ceiling.strict": float(more <= 1),
        "annual_value": -1.2 * more * (first + second) / (1 + first + second),
    }


def same_figures(made: Plan, valuation: Valuation, zero: Plan) -> Mapping[str, Outcome]:
    """The figures that the peer works out too, and the few that come with them."""
    now = today(made.today, valuation)
    found = {**ceiling(made, valuation, now), **expenditure(made, valuation, now)}
    return {
        **found,
        "annual_value": annual_values({"zero": course(zero), "own": course(made)}, valuation, "zero")["own"],
    }


def seconds(work: Callable[[], Any]) -> float:
    """CPU seconds of the median run."""
    taken = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def peer(valuation: Valuation) -> tuple[float, float, dict[str, Any]]:
    """CPU seconds of the peer with the draws it is given and with its own, and its answers to the former."""
    warnings.simplefilter("ignore")  # of the evaluators that it could use and that are not installed
    from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator
    from ema_workbench.em_framework.points import Scenario

    columns = {name.replace("-", "_"): valuation.columns[name] for name in INPUTS}
    model = Model("tiny", function=by_hand)
    model.uncertainties = [RealParameter(name, 0, float(2 * all_.max())) for name, all_ in columns.items()]
    model.outcomes = [ScalarOutcome(name) for name in COMPARED]
    scenarios = [
        Scenario(str(n), **{name: float(all_[n]) for name, all_ in columns.items()})
        for n in range(valuation.draws)
    ]
    answers: dict[str, Any] = {}

    def work(asked: Any) -> Any:
        with contextlib.redirect_stderr(io.StringIO()), SequentialEvaluator(model) as evaluator:
            return evaluator.perform_experiments(scenarios=asked)[1]

    given = seconds(lambda: answers.update(work(scenarios)))
    return given, seconds(lambda: work(valuation.draws)), answers


def refuse_other_answers(answers: Mapping[str, Any], own: Mapping[str, Outcome]) -> None:
    """Stop when the two do not work out the same."""
    largest = float(np.abs(own["today.total"].values).max())
    for name in COMPARED:
        apart = float(np.abs(np.asarray(answers[name]) - own[name].values).max())
        if apart > TOLERANCE * largest:
            sys.exit(f"{name}: the two differ by {apart:g}, and their times cannot be compared.")


def compared(study: Study) -> dict[str, float]:
    """CPU seconds of both, and how many figures each works out."""
    made, zero = plan(study, changes(), study.zero), plan(study, study.zero, study.zero)

    def drawn() -> Valuation:
        return sample(study, EVALUATIONS, 1, made.versions)

    def given() -> Valuation:
        return Valuation(valuation.columns, valuation.draws)  # with nothing worked out yet

    valuation = drawn()
    peer_given, peer_drawn, answers = peer(valuation)
    every = evaluate(made, valuation, zero)
    refuse_other_answers(answers, every)
    return {
        "peer_given": peer_given,
        "peer_drawn": peer_drawn,
        "same_given": seconds(lambda: same_figures(made, given(), zero)),
        "same_drawn": seconds(lambda: same_figures(made, drawn(), zero)),
        "all_given": seconds(lambda: evaluate(made, given(), zero)),
        "all_drawn": seconds(lambda: evaluate(made, drawn(), zero)),
        "figures": len(every),
        "compared": len(COMPARED),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(compared(read_study(STUDY))) + "\n")
