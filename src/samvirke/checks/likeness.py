"""How texts are compared: without capitals, spacing and the full stop; and when one says next to nothing."""

from __future__ import annotations

import re

from samvirke.language import Text

FEWEST_WORDS = 3
TO_BE_WRITTEN = re.compile(r"^\W*$|\b(todo|tbd|tba|xxx+|fyll (ut|inn)|kommer senere|skriv her|lorem ipsum)\b")


def plain(text: Text) -> str:
    """What a text says in bokmål, whatever its capitals, its spacing and the full stop at its end.

    >>> plain(Text("Som  i dag.")) == plain(Text("som i dag"))
    True
    """
    return " ".join(text.nb.casefold().split()).rstrip(".")


def says_little(text: Text) -> bool:
    """Whether a text has fewer words than a reason needs, or only keeps a place for one.

    >>> says_little(Text("For dyrt.")), says_little(Text("Fyll inn grunnen her siden"))
    (True, True)
    """
    said = plain(text)
    return len(said.split()) < FEWEST_WORDS or TO_BE_WRITTEN.search(said) is not None
