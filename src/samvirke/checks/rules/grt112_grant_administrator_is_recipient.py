"""GRT112: whoever administers grants receives them too."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.outline import schemes_after
from samvirke.checks.places import Path, alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES
from samvirke.language import Text
from samvirke.study.grants import GrantScheme
from samvirke.study.schemes import administrators, rows_of
from samvirke.study.study import Study


def _receiving(study: Study, scheme: GrantScheme) -> Iterator[tuple[str, str]]:
    """(administrator, recipient) of the same agency."""
    recipients = dict.fromkeys(row.actor for row in rows_of(study, scheme))
    for one in administrators(study, scheme):
        for other in recipients:
            if study.agency(one) == study.agency(other):
                yield one, other


def _decides(study: Study, scheme: GrantScheme, one: str, other: str) -> bool:
    """Whether it is the recipient itself that decides."""
    return one == other and one in study.responsibility(scheme.task).decides


class GrantAdministratorIsRecipient(Rule):
    """An administrator, or the agency it belongs to, that receives grants of the scheme."""

    code, name, severity = "GRT112", "grant-administrator-is-recipient", "must"
    summary = Text(
        "Den som forvalter tilskuddene, mottar dem også.",
        "Whoever administers the grants receives them too.",
    )
    why = Text(
        "Den som selv er part, skal verken forberede eller avgjøre saken. Ligger forvalter og mottaker i "
        "samme etat, kan ingen utenfra stole på tildelingen, selv om to ulike enheter står for den.",
        "Whoever is a party shall neither prepare nor decide the matter. If administrator and recipient "
        "lie in the same agency, nobody outside can trust the award, even if two different units see to "
        "it.",
    )
    example = "spending.yaml:\n  shelter-grant: {actor: social}"
    good = "spending.yaml:\n  shelter-grant: {actor: shelter}"
    remedy = Text(
        "La en annen forvalte ordningen eller avgjøre søknaden fra mottakeren, og si i `impartiality` "
        "hvordan. Er det bare samme etat, unnskyld funnet med grunnen.",
        "Let somebody else administer the scheme or decide the recipient's application, and say in "
        "`impartiality` how. If it is only the same agency, excuse the finding with the reason.",
    )
    source = Text(
        "Forvaltningsloven §§ 6–10 om habilitet. At reglene bør følges også på etatsnivå, er prosjektets "
        "vurdering.",
        "The Public Administration Act, sections 6–10 on impartiality. That the rules should be followed "
        "at agency level too is the project's judgement.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Whoever both administers and receives today, and under an alternative what is not so today."""
        today: set[tuple[str, str, str]] = set()
        for key, scheme in study.grant_schemes.items():
            for one, other in _receiving(study, scheme):
                today.add((key, one, other))
                yield self._told(study, SCHEMES, (key,), key, one, other, _decides(study, scheme, one, other))
        for after in schemes_after(study):
            for one, other in _receiving(after.study, after.scheme):
                if (after.scheme.id, one, other) not in today:
                    file = alternative_file(after.alternative)
                    decides = _decides(after.study, after.scheme, one, other)
                    yield self._told(study, file, (), after.alternative, one, other, decides)

    def _told(
        self, study: Study, file: str, path: Path, subject: str, one: str, other: str, decides: bool
    ) -> Finding:
        if one == other:
            nb = f"`{one}` forvalter tilskudd som den selv mottar"
            en = f"`{one}` administers grants that it receives"
        else:
            nb = f"`{one}` forvalter tilskudd som `{other}` i samme etat mottar"
            en = f"`{one}` administers grants that `{other}` in the same agency receives"
        severity: Severity = "must" if decides else "should"
        return self.finding(study, file, path, nb, en, subject=subject, severity=severity)
