"""Alternatives held against each other on effects without a price: judged alike, or one no better.

Nothing is summed. Alternatives are alike when every effect is judged the same under both; only then may what
they cost decide alone, which is a cost-effectiveness analysis. One is no better than another when no effect
is judged better under it. What somebody has not judged is not known, and then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.study.study import Study


def magnitudes(study: Study, alternative: str) -> tuple[int, ...] | None:
    """The magnitude of every effect in the order of the file; None when one of them is not judged.

    The zero alternative is what the effects are judged against, so that every effect is 0 under it.
    """
    if study.zero is not None and alternative == study.zero.id:
        return (0,) * len(study.effects)
    found = [effect.by_alternative.get(alternative) for effect in study.effects.values()]
    judged = tuple(one.magnitude for one in found if one is not None)
    return judged if found and len(judged) == len(found) else None


def alike(study: Study, alternatives: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more alternatives that are judged the same on every effect, in the order given."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for name in alternatives:
        judged = magnitudes(study, name)
        if judged is not None:
            groups.setdefault(judged, []).append(name)
    return tuple(tuple(names) for names in groups.values() if len(names) > 1)


def no_better(study: Study, one: str, other: str) -> bool:
    """Whether no effect is judged better under the one than under the other."""
    own, theirs = magnitudes(study, one), magnitudes(study, other)
    if not own or not theirs:
        return False
    return all(here <= there for here, there in zip(own, theirs, strict=True))
