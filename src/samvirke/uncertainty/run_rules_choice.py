"""The rules of a run about the choice: what is recommended, and what is claimed of figures."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.uncertainty.run_rule import OWN_RULE, RunRule

RULES = (
    RunRule(
        code="ASG901",
        name="recommendation-that-misses-a-requirement",
        severity="should",
        summary=Text(
            "Det anbefalte alternativet innfrir ikke selv et krav i oppdraget.",
            "The recommended alternative does not itself meet a requirement of the assignment.",
        ),
        why=Text(
            "Kravet er møtt fordi et annet alternativ møter det. Det er lov, men den som leser "
            "anbefalingen, tror gjerne at den holder seg innenfor det som ble bestilt.",
            "The requirement is met since another alternative meets it. That is allowed, but whoever reads "
            "the recommendation tends to think that it keeps within what was asked for.",
        ),
        example=(
            "study.yaml:\n"
            "  recommendation: one-more\n"
            "  recommendation_reason: Flere får svar når kontoret er større\n"
            "alternatives/one-more.yaml:\n"
            "  changes:\n"
            "    - {id: add-post, verb: staff, start: 2023-01, unit: desk, fte: 1,\n"
            "       reason: Kontoret rekker ikke alt}\n"
            "    - {id: pay-post, verb: transfer, start: 2023-01, from: new-appropriation, to: recurring,\n"
            "       amount: as-needed, reason: Ingen andre kan betale}"
        ),
        remedy=Text(
            "Si i `recommendation_reason` at alternativet går utover kravet og hvorfor, og unnskyld "
            "funnet, eller anbefal et som holder seg innenfor.",
            "Say in `recommendation_reason` that the alternative goes beyond the requirement and why, and "
            "excuse the finding, or recommend one that keeps within.",
        ),
        source=Text(
            "Oppdragsbrevet, og utredningsinstruksen punkt 2-1, spørsmål 5, om hvilket tiltak som "
            "anbefales og hvorfor.",
            "The letter of assignment, and the instructions for official studies, 2-1, question 5, on which "
            "measure is recommended and why.",
        ),
    ),
    RunRule(
        code="ASG902",
        name="met-by-a-figure-that-is-not-there",
        severity="must",
        summary=Text(
            "Et krav sies å være møtt av et tall som kjøringen ikke har.",
            "A requirement is said to be met by a figure that the run does not have.",
        ),
        why=Text(
            "Oppdragsgiveren som slår det opp, finner ingenting.",
            "The client who looks it up finds nothing.",
        ),
        example="study.yaml: {requirements: {within-total: {met_by: Se ceiling.strikt for alle}}}",
        remedy=Text(
            "Skriv navnet på et tall som finnes. Se navnene med `samvirke explain ALTERNATIV`.",
            "Give the name of a figure that is there. See the names with `samvirke explain ALTERNATIVE`.",
        ),
        source=OWN_RULE,
    ),
    RunRule(
        code="UTR901",
        name="recommendation-that-leaves-a-breach",
        severity="should",
        summary=Text(
            "Det anbefalte alternativet lar en regel være brutt eller en plikt være udekket.",
            "The recommended alternative leaves a rule broken or a duty uncovered.",
        ),
        why=Text(
            "Den som følger anbefalingen, skal vite hva den ikke løser. En plikt som ingen oppfyller, blir "
            "ikke borte ved å bli valgt bort.",
            "Whoever follows the recommendation must know what it does not solve. A duty that nobody meets "
            "does not go away by being left out.",
        ),
        example=(
            "study.yaml: {recommendation: moved, recommendation_reason: Én dør er best for de unge}\n"
            "duties.yaml:\n"
            "  counting: {text: Staten skal føre statistikk, source: budget, tasks: [statistics], on: social}"
        ),
        remedy=Text(
            "La alternativet rette det, eller si i `recommendation_reason` hva som gjenstår, og unnskyld "
            "funnet.",
            "Let the alternative mend it, or say in `recommendation_reason` what is left, and excuse the "
            "finding.",
        ),
        source=Text(
            "Utredningsinstruksen punkt 2-1, spørsmål 3 og 5: de prinsipielle spørsmålene, og hva som "
            "anbefales og hvorfor.",
            "The instructions for official studies, 2-1, questions 3 and 5: the questions of principle, "
            "and what is recommended and why.",
        ),
    ),
    RunRule(
        code="UTR902",
        name="measure-turned-round",
        severity="must",
        summary=Text(
            "Et mål leses motsatt vei av det tallet betyr.",
            "A goal is read the other way than its figure means.",
        ),
        why=Text(
            "Da ser det alternativet som er dårligst på målet, ut som det beste.",
            "Then the alternative that is worst on the goal looks like the best.",
        ),
        example="study.yaml:\n  goals: {fewer-gaps: {measures: [{figure: admin.gaps, better: higher}]}}",
        remedy=Text(
            "Snu `better`, eller velg tallet som viser det målet handler om.",
            "Turn `better` round, or choose the figure that shows what the goal is about.",
        ),
        source=OWN_RULE,
    ),
)
