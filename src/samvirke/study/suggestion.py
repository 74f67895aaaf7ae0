"""What somebody may have meant by a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from samvirke.language import Text

ALIKE = 0.8  # below this, a guess puzzles more often than it helps
MOST_NAMES = 2_000  # comparing with more takes longer than a guess is worth
LONGEST_NAME = 80


def did_you_mean(name: str, known: Collection[str], otherwise: Text) -> Text:
    """A remedy: the known name most like `name`, or `otherwise` when none is close.

    >>> did_you_mean("scool", ("school", "social"), Text("Rett id-en.", "Mend the id."))["en"]
    'Did you mean `school`?'
    """
    guess = _guess(name, known)
    return Text(f"Mente du `{guess}`?", f"Did you mean `{guess}`?") if guess else otherwise


def _guess(name: str, known: Collection[str]) -> str | None:
    if len(known) > MOST_NAMES or len(name) > LONGEST_NAME:
        return None
    alike = difflib.get_close_matches(name.lower(), sorted(known), n=1, cutoff=ALIKE)
    longer = [other for other in sorted(known) if other.startswith(f"{name}-")]
    return alike[0] if alike else longer[0] if len(longer) == 1 else None
