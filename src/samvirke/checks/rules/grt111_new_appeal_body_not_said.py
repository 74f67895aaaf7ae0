"""GRT111: an alternative gives the grants a new decider, and not a word on who hears appeals."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.outline import SchemeAfter, schemes_after
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


def _wrong(study: Study, after: SchemeAfter) -> Text | None:
    """What is wrong with the appeal body that the alternative names, if anything."""
    chosen = study.alternatives[after.alternative].grant_administrator
    body = chosen.appeal_body if chosen is not None else None
    deciders = after.study.responsibility(after.scheme.task).decides
    if body is None:
        return Text("det er ikke sagt hvem som behandler klagene", "it is not said who hears appeals")
    if body in deciders:
        return Text(
            f"`{body}` skal behandle klager på seg selv", f"`{body}` is to hear appeals against itself"
        )
    above = all(body in after.study.above(decider) for decider in deciders)
    explained = chosen is not None and chosen.responsibility is not None
    if body == after.scheme.appeal_body and not above and not explained:
        return Text(
            f"klagene går fortsatt til `{body}`, som ikke står over den nye avgjøreren",
            f"appeals still go to `{body}`, which is not above the new decider",
        )
    return None


class NewAppealBodyNotSaid(Rule):
    """An alternative under which another agency decides on the grants, without an appeal body above it."""

    code, name, severity = "GRT111", "new-appeal-body-not-said", "should"
    summary = Text(
        "Et alternativ gir tilskuddene en ny avgjører, men sier ikke hvem som da behandler klagene.",
        "An alternative gives the grants a new decider, but does not say who then hears appeals.",
    )
    why = Text(
        "Klageinstansen følger den som avgjør. Går ordningen fra et departement til en etat, eller til en "
        "etat under et annet departement, får klagene et nytt sted å gå, og det må være sagt på forhånd.",
        "The appeal body follows the decider. If the scheme goes from a ministry to an agency, or to an "
        "agency under another ministry, appeals get a new place to go, and that must be said beforehand.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  grant_administrator: {actor: police, reason: Nærmere dem som hjelper}\n"
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  grant_administrator: {actor: police, reason: Nærmere dem som hjelper,\n"
        "    appeal_body: justice}\n"
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    remedy = Text(
        "Skriv `appeal_body` under `grant_administrator`. Skal klagene gå til samme organ som i dag uten "
        "at det står over den nye avgjøreren, må det fastsettes; si det i `responsibility`.",
        "Write `appeal_body` under `grant_administrator`. If appeals are to go to the same body as today "
        "without its being above the new decider, that must be laid down; say so in `responsibility`.",
    )
    source = Text(
        "Forvaltningsloven kapittel VI: klager går til organet over det som avgjorde, når ikke annet er "
        "bestemt. Bestemmelser om økonomistyring i staten punkt 6.2.4 om hvem som kan forvalte en "
        "ordning.",
        "The Public Administration Act, chapter VI: appeals go to the body above the one that decided, "
        "unless otherwise provided. Regulations on Financial Management in Central Government, 6.2.4, on "
        "who may administer a scheme.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative with a new decider where nothing is said of appeals, or they cannot go there."""
        for after in schemes_after(study):
            wrong = _wrong(study, after) if after.has_new_decider(study) else None
            if wrong is not None:
                nb = f"`{after.scheme.id}` får en ny avgjører: {wrong.nb}"
                en = f"`{after.scheme.id}` gets a new decider: {wrong['en']}"
                file = alternative_file(after.alternative)
                yield self.finding(study, file, ("grant_administrator",), nb, en, subject=after.alternative)
