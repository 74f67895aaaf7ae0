"""ALT112: two alternatives are judged differently in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.likeness import plain
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

Judged = tuple[str, object, Text]  # the alternative, what it was judged to be, and why


def _contradictions(judged: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """Every alternative with an earlier one that has the same reason and another verdict."""
    first: dict[str, tuple[str, object]] = {}
    for alternative, verdict, reason in judged:
        earlier, otherwise = first.setdefault(plain(reason), (alternative, verdict))
        if otherwise != verdict:
            yield earlier, alternative


class SameWordsAnotherVerdict(Rule):
    """One reason under two magnitudes of an effect, or one `how` under two degrees for a challenge."""

    code, name, severity = "ALT112", "same-words-another-verdict", "should"
    summary = Text(
        "To alternativer er vurdert ulikt med de samme ordene.",
        "Two alternatives are judged differently in the same words.",
    )
    why = Text(
        "Grunnen skal vise hva som gjør det ene bedre enn det andre. Er den lik, er enten vurderingen eller "
        "grunnen feil, og ingen kan etterprøve den.",
        "The reason is to show what makes the one better than the other. If it is the same, either the "
        "judgement or the reason is wrong, and nobody can verify it.",
    )
    example = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      moved: {magnitude: 2, reason: Kontoret møter de unge}\n"
        "      one-more: {magnitude: -1, reason: Kontoret møter de unge}"
    )
    good = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      moved: {magnitude: 0, reason: Kontoret møter de unge}\n"
        "      one-more: {magnitude: 0, reason: Kontoret møter de unge}"
    )
    remedy = Text(
        "Skriv hva som skiller de to, eller vurder dem likt.",
        "Say what sets the two apart, or judge them alike.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.4: virkninger uten pris skal begrunnes for "
        "hvert alternativ.",
        "DFØ's guide to socio-economic analysis, 3.4: effects without a price are to be given reasons for "
        "each alternative.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Contradictions among the sizes of each effect, then among the answers to each challenge."""
        for key, effect in study.effects.items():
            sizes = ((name, size.magnitude, size.reason) for name, size in effect.by_alternative.items())
            for earlier, other in _contradictions(sizes):
                at = (key, "by_alternative", other)
                yield self._told(study, "effects.yaml", at, earlier, other, key)
        for challenge in study.challenges:
            answers = (
                (key, one.answers[challenge].degree, one.answers[challenge].how)
                for key, one in study.alternatives.items()
                if challenge in one.answers
            )
            for earlier, other in _contradictions(answers):
                path = ("answers", challenge)
                yield self._told(study, alternative_file(other), path, earlier, other, challenge)

    def _told(
        self, study: Study, file: str, path: tuple[str, ...], earlier: str, other: str, about: str
    ) -> Finding:
        nb = f"`{earlier}` og `{other}` er vurdert ulikt på `{about}`, med samme grunn"
        en = f"`{earlier}` and `{other}` are judged differently on `{about}`, for the same reason"
        return self.finding(study, file, path, nb, en, subject=f"{about} {other}")
