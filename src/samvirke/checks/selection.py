"""Which rules are listened to: chosen by their codes, or by what their codes begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samvirke.checks.registry import all_rules
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean

FAMILY = 3  # letters that every code begins with
OF_A_RUN = "9"  # the first digit of what only a run can find
UNKNOWN = Text(
    "ingen regel har en kode som er slik eller begynner slik",
    "no rule has this code, or one that begins so",
)
BY_A_RUN = Text(
    "slike funn kommer av en kjøring, ikke av `check`", "such findings come from a run, not from `check`"
)
ALL_OF_THEM = Text("`samvirke rule` viser alle.", "`samvirke rule` lists them all.")


def selected(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The codes that are listened to: those selected, or all when none is, without those ignored.

    Each is a code or its beginning, such as `EVD101`, `EVD10` or `EVD`. Raises StudyError for those that no
    code begins with.
    """
    codes = [one.code for one in all_rules()]
    if unknown := [one for one in (*select, *ignore) if not _begun_with(one, codes)]:
        raise StudyError(_refused(one, codes) for one in unknown)
    wanted = {code for one in select for code in _begun_with(one, codes)} if select else set(codes)
    return frozenset(wanted - {code for one in ignore for code in _begun_with(one, codes)})


def _begun_with(start: str, codes: Iterable[str]) -> list[str]:
    return [code for code in codes if code.startswith(start.upper())] if len(start) >= FAMILY else []


def _refused(given: str, codes: Sequence[str]) -> Problem:
    families = dict.fromkeys(code[:FAMILY] for code in codes)
    of_a_run = given[:FAMILY].upper() in families and given[FAMILY:].startswith(OF_A_RUN)
    known = [name.lower() for name in (*families, *codes)]
    remedy = ALL_OF_THEM if of_a_run else did_you_mean(given, known, ALL_OF_THEM)
    return Problem(Place(shown(given, 80) or "''"), BY_A_RUN if of_a_run else UNKNOWN, remedy)
