"""From format 1 to 2: `rests_on` of an answer becomes `figure` or `judgement`.

In format 1 one field held either the name of a figure or a judgement in words, and what it was had to be
guessed from how it looked. A name that was misspelt could pass for a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.study.document import FieldPath, read_document
from samvirke.study.writing import renamed

FIGURE = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)+")


def answers_say_what_they_are(texts: Mapping[str, str]) -> dict[str, str]:
    """The alternatives whose answers rest on something, with the field called by what it holds."""
    found: dict[str, str] = {}
    for name, text in texts.items():
        if name.startswith("alternatives/") and name.endswith(".yaml"):
            document = read_document(name, text)
            names = {} if document.problems else dict(_names(document.data))
            if names:
                found[name] = renamed(text, names)
    return found


def _names(data: Any) -> Iterator[tuple[FieldPath, str]]:
    answers = data.get("answers") if isinstance(data, dict) else None
    for challenge, answer in answers.items() if isinstance(answers, dict) else ():
        if isinstance(answer, dict) and "rests_on" in answer:
            yield ("answers", challenge, "rests_on"), _kind(answer["rests_on"])


def _kind(value: Any) -> str:
    """A figure by its look; a text in two languages was always a judgement."""
    return "figure" if isinstance(value, str) and FIGURE.fullmatch(value) else "judgement"
