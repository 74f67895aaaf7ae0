"""Pictures: the transition of each alternative as a Gantt chart, with the critical path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samvirke.consequences.transition import Timing
from samvirke.language import Language, Text
from samvirke.quantities.months import Month
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import LIGHT, QUIET, WARM, WIDTH, Specification, chart, rows
from samvirke.report.pictures.labels import AXIS, LINE, broken, lines_of, offset
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.steps import Step, steps
from samvirke.report.words.wording import month_name, quoted
from samvirke.uncertainty.results import Results

ON_PATH = Text("På den kritiske veien", "On the critical path")
BESIDE = Text("Ved siden av", "Beside it")
ROW, LABEL = 24, 64


def name(alternative: str) -> str:
    """The name of an alternative's picture."""
    return f"transition-{alternative}"


def transition(alternative: str, results: Results) -> Picture | None:
    """The steps of one alternative from the deadline until all is in force; None where there are none."""
    timed = results.schedules.get(alternative)
    if timed is None or not timed.timings or timed.earliest is None:
        return None
    called, until = quoted(alternative_name(results.study, alternative)), month_name(timed.earliest)
    caption = Text(f"Tidsplan for {called.nb}", f"Timetable of {called['en']}")
    drawn = steps(results.plans[alternative], timed)
    critical = sum(one.timing.critical for one in drawn)
    alt = Text(
        f"Et Gantt-diagram med {len(drawn)} steg fra fristen til alt kan være i kraft, trolig i "
        f"{until.nb}. {critical} av dem ligger på den kritiske veien. Stegene står med tid i tabellen.",
        f"A Gantt chart of {len(drawn)} steps from the deadline until all can be in force, probably in "
        f"{until['en']}. {critical} of them lie on the critical path. The steps stand with times in the "
        "table.",
    )
    return Picture(name(alternative), caption, alt, chart(lambda language: _drawn(drawn, language)))


def _label(step: Step) -> Text:
    """What is done and by whom; a handover says already who takes over."""
    if step.timing.activity.kind == "handover":
        return step.what
    return Text(f"{step.what.nb} ({step.who.nb})", f"{step.what['en']} ({step.who['en']})")


def _drawn(drawn: Sequence[Step], language: Language) -> Specification:
    labels = broken((_label(one)[language] for one in drawn), LABEL)
    records = [_record(one.timing, label, language) for one, label in zip(drawn, labels, strict=True)]
    order = list(dict.fromkeys(record["n"] for record in records))
    down = {**AXIS, "labelOffset": -offset(order)}
    colours = {"domain": [ON_PATH[language], BESIDE[language]], "range": [WARM, LIGHT]}
    return {
        "data": rows(records),
        "width": WIDTH - 120,
        "height": max(ROW, LINE * lines_of(order) + 4) * len(order),
        "mark": {"type": "bar", "height": 13, "stroke": QUIET, "strokeWidth": 0.6},
        "encoding": {
            "y": {"field": "n", "type": "nominal", "sort": order, "title": None, "axis": down},
            "x": {
                "field": "b",
                "type": "temporal",
                "title": None,
                "axis": {"format": "%Y", "tickCount": "year"},
            },
            "x2": {"field": "e"},
            "color": {"field": "p", "type": "nominal", "title": None, "scale": colours},
        },
    }


def _record(one: Timing, label: str, language: Language) -> dict[str, Any]:
    # A step that takes less than a month is drawn as one, so that it is seen.
    ends = max(one.ends, one.begins.plus(1))
    place = ON_PATH if one.critical else BESIDE
    return {"n": label, "b": _day(one.begins), "e": _day(ends), "p": place[language]}


def _day(month: Month) -> str:
    return f"{month.year:04d}-{month.month:02d}-01"
