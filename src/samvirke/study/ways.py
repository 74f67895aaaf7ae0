"""Mistakes in the ways of persons: somebody is said to meet the person without doing the task."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.errors import Problem
from samvirke.language import Text
from samvirke.study.study import Study


def way_problems(study: Study) -> Iterator[Problem]:
    """Everyone named in `by` who does not do the task of the point today."""
    for key, person in study.pathways.persons.items():
        for number, point in enumerate(person.way):
            doers = study.responsibility(point.task).doers
            for actor in point.by or ():
                if actor not in doers:
                    place = study.place("pathways.yaml", "persons", key, "way", number, "by")
                    yield Problem(
                        place,
                        Text(
                            f"`{actor}` utfører ikke `{point.task}`",
                            f"`{actor}` does not do `{point.task}`",
                        ),
                        Text(
                            "Nevn noen som utfører oppgaven i responsibilities.yaml, eller ta bort `by`.",
                            "Name somebody who does the task in responsibilities.yaml, or take `by` away.",
                        ),
                    )
