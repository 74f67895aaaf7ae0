"""How large a made-up study is."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Size:
    """How many of each a study has: `parts` are task × part × actor, `rows` are of spending.

    The zero alternative comes besides `alternatives`.
    """

    actors: int = 500
    tasks: int = 2_000
    parts: int = 10_000
    rows: int = 5_000
    assumptions: int = 500
    alternatives: int = 30

    def times(self, share: float) -> Size:
        """The same study with more or fewer of everything but alternatives."""
        scaled = {f.name: round(getattr(self, f.name) * share) for f in fields(self)}
        return Size(**{**scaled, "alternatives": self.alternatives})


LARGE = Size()
SMALL = LARGE.times(0.08)  # the least that has enough units for changes of all twelve verbs
