"""The rules of a run: what its findings mean, as data, like the pages of the rules of the linter."""

from __future__ import annotations

from collections.abc import Mapping

from samvirke.language import Text
from samvirke.uncertainty import run_rules_choice, run_rules_money, run_rules_organisation
from samvirke.uncertainty.run_rule import OWN_RULE, RunRule

_ALL = (
    RunRule(
        code="ALT901",
        name="answer-without-its-figure",
        severity="must",
        summary=Text(
            "Et svar på en utfordring bygger på et tall som kjøringen ikke har.",
            "An answer to a challenge rests on a figure that the run does not have.",
        ),
        why=Text(
            "Svaret ser ut til å være regnet ut, men ingen kan slå opp det som bærer det.",
            "The answer looks as if it were worked out, but nobody can look up what carries it.",
        ),
        example=(
            "alternatives/moved.yaml:\n"
            "  answers:\n"
            "    scattered: {degree: wholly, how: Én avgjør, figure: admin.gapps}"
        ),
        remedy=Text(
            "Skriv navnet på et tall i results.json, eller en vurdering med egne ord.",
            "Give the name of a figure in results.json, or a judgement in words.",
        ),
        source=OWN_RULE,
    ),
    RunRule(
        code="EVD901",
        name="named-figure-missing",
        severity="must",
        summary=Text(
            "En tekst, et mål, et krav eller et stoppkriterium nevner et tall som kjøringen ikke har.",
            "A text, a goal, a requirement or a criterion for stopping names a figure that the run does not "
            "have.",
        ),
        why=Text(
            "Der tallet skulle stått, får leseren ingenting å holde seg til.",
            "Where the figure should stand, the reader gets nothing to go by.",
        ),
        example=("texts/effects.nb.md: |\n  Engangskostnaden er {{moved: one_off.totl}}."),
        remedy=Text(
            "Se navnene med `samvirke explain ALTERNATIV`.",
            "See the names with `samvirke explain ALTERNATIVE`.",
        ),
        source=OWN_RULE,
    ),
    RunRule(
        code="EVD902",
        name="claim-that-does-not-hold",
        severity="must",
        summary=Text(
            "Studien hevder noe om et tall som ikke stemmer.",
            "The study claims something of a figure that does not hold.",
        ),
        why=Text(
            "En tekst som var riktig da den ble skrevet, blir gal når en forutsetning endres.",
            "A text that was right when it was written becomes wrong when an assumption changes.",
        ),
        example=("texts/effects.nb.md: |\n  Kontoret blir dyrere. {{holds: moved: ceiling.strict < 0.5}}"),
        remedy=Text("Rett det som er skrevet, eller påstanden.", "Mend what is written, or the claim."),
        source=OWN_RULE,
    ),
    RunRule(
        code="EVD903",
        name="claim-of-unlike-figures",
        severity="must",
        summary=Text(
            "Studien sammenligner tall som ikke kan sammenlignes.",
            "The study compares figures that cannot be compared.",
        ),
        why=Text(
            "En påstand om at kroner er flere enn oppgaver, kan verken holde eller svikte. Et beløp for "
            "alle år og et for ett år er begge penger, men bare det ene er per år; da er funnet "
            "mildere.",
            "A claim that kroner are more than tasks can neither hold nor fail. An amount for all years "
            "and one for a single year are both money, but only one is per year; the finding is then "
            "milder.",
        ),
        example=(
            "texts/effects.nb.md: |\n  Kontoret koster mer. {{holds: moved: today.total > zero: admin.gaps}}"
        ),
        remedy=Text(
            "Sammenlign to tall i samme enhet. `samvirke explain ALTERNATIV` viser enhetene.",
            "Compare two figures in the same unit. `samvirke explain ALTERNATIVE` shows the units.",
        ),
        source=OWN_RULE,
        good=(
            "texts/effects.nb.md: |\n"
            "  Kontoret koster det samme. {{holds: moved: today.total = zero: today.total}}"
        ),
    ),
    RunRule(
        code="MNY901",
        name="cut-deeper-than-its-row",
        severity="must",
        summary=Text(
            "En endring tar mer fra en utgiftsrad enn raden har.",
            "A change takes more from a spending row than the row has.",
        ),
        why=Text(
            "Penger som ikke finnes, kan ikke flyttes. Modellen stanser på null og regner da med mindre enn "
            "endringen sier. Skjer det i høyst én av hundre trekninger, er funnet bare til opplysning.",
            "Money that is not there cannot be moved. The model stops at zero, and so counts with less than "
            "the change says. Where it happens in at most one draw in a hundred, the finding is for "
            "information only.",
        ),
        example=(
            "alternatives/one-more.yaml:\n"
            "  changes:\n"
            "    - {id: pay, verb: transfer, start: 2023-01, from: {row: desk-staff}, to: recurring,\n"
            "       amount: 3.5, reason: Dekning}"
        ),
        remedy=Text(
            "Ta mindre, ta fra en større rad, eller bruk `share` eller `fte: all`.",
            "Take less, take from a larger row, or use `share` or `fte: all`.",
        ),
        source=Text(
            "Prosjektets egen regel: en reduksjon må ha noe å ta av.",
            "The project's own rule: a reduction must have something to take from.",
        ),
    ),
    RunRule(
        code="MNY902",
        name="need-that-nothing-pays-for",
        severity="must",
        summary=Text(
            "Et alternativ koster noe som ingen betaler, når alt er regnet ut.",
            "An alternative costs something that nobody pays for, when all is worked out.",
        ),
        why=Text(
            "MNY102 ser om alternativet sier hvem som betaler. En kjøring viser om det også er nok. Er det "
            "ikke det, kan alternativet ikke kalles innenfor dagens samlede utgifter.",
            "MNY102 sees whether the alternative says who pays. A run shows whether it is also enough. If "
            "it is not, the alternative cannot be said to lie within today's total expenditure.",
        ),
        example=(
            "alternatives/one-more.yaml:\n"
            "  changes:\n"
            "    - {id: two-more, verb: staff, start: 2023-01, unit: desk, fte: 2, reason: Flere saker}\n"
            "    - {id: pay, verb: transfer, start: 2023-01, from: {row: desk-courses}, to: recurring,\n"
            "       amount: 0.1, reason: Dekning}"
        ),
        remedy=Text(
            "La en rad avgi pengene med `transfer`, eller be om en ny bevilgning.",
            "Let a row give up the money with `transfer`, or ask for a new appropriation.",
        ),
        source=Text(
            "Bevilgningsreglementet § 3: alle utgifter skal være med. Utredningsinstruksen punkt 2-2: "
            "budsjettvirkninger for staten skal utredes.",
            "The Appropriation Regulations, section 3: all outlays are to be included. The instructions for "
            "official studies, 2-2: budget effects for the state are to be studied.",
        ),
    ),
    RunRule(
        code="TRN901",
        name="start-before-it-can-be-in-place",
        severity="must",
        summary=Text(
            "En endring starter før den etter alt å dømme kan være på plass.",
            "A change starts before it can, in all likelihood, be in place.",
        ),
        why=Text(
            "Vedtak, regelverk, prosess med de ansatte og ansettelse tar tid. Starter endringen før dette "
            "kan være gjort, kommer både nytte og kostnader for tidlig. Funnet kommer når sjansen for å være "
            "ferdig er under en halv.",
            "Decisions, rules, the process with the employees and recruitment take time. If the change "
            "starts in the study before these can be done, benefits and costs both come too early. The "
            "finding comes when the chance of being ready is below one half.",
        ),
        example=(
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: move-desk, verb: move, start: 2021-01, unit: desk, to: social, reason: Nær hjelpen}"
        ),
        remedy=Text(
            "Skriv en senere måned i `start`, eller rett varighetene i transition.yaml.",
            "Write a later month in `start`, or mend the durations in transition.yaml.",
        ),
        source=Text(
            "Prosjektets egen regel: en plan skal kunne gjennomføres i den tiden den sier.",
            "The project's own rule: a plan must be possible in the time that it states.",
        ),
    ),
    *run_rules_choice.RULES,
    *run_rules_money.RULES,
    *run_rules_organisation.RULES,
)
RUN_RULES: Mapping[str, RunRule] = {one.code: one for one in _ALL}


def run_rule(code: str) -> RunRule | None:
    """A rule of the run by its code or its name."""
    return next((one for one in _ALL if code.upper() == one.code or code == one.name), None)
