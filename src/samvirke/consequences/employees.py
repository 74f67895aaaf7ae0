"""What is owed to employees when people change employer, change town or become redundant.

The steps, and the addresses they were read at, are a table. Which of them an alternative sets off follows
from who moves and from what its changes require. It is a list of what must be done, not legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.alternatives.plan import Plan
from samvirke.language import Text

Cause = Literal["any", "employer", "place", "redundant"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing owed to employees.

    `cause` is what sets it off, `rests_on` the rule in words, `address` where it was read, and `unverified`
    what we have not been able to confirm.
    """

    cause: Cause
    text: Text
    rests_on: Text
    address: str
    unverified: Text | None = None


STEPS: tuple[Step, ...] = (
    Step(
        "any",
        Text(
            "Orientere de tillitsvalgte så snart oppdraget er mottatt, og la de ansatte medvirke etter "
            "Hovedavtalen og den lokale tilpasningsavtalen.",
            "Inform the union representatives as soon as the assignment is received, and let the employees "
            "take part under the Basic Agreement and the local adaptation agreement.",
        ),
        Text("Hovedavtalen i staten", "The Basic Agreement for the civil service"),
        "https://www.forsvaret.no/soldater-og-ansatte/ansatt/omstilling/medbestemmelse",
    ),
    Step(
        "any",
        Text(
            "Inngå en omstillingsavtale. Retningslinjene for personalpolitikk ved omstilling har en mal og "
            "skal brukes av departementer og etater.",
            "Make a reorganisation agreement. The guidelines on personnel policy in reorganisation have a "
            "template and must be used by ministries and agencies.",
        ),
        Text(
            "Retningslinjene «Personalpolitikk ved omstillingsprosesser»",
            "The guidelines “Personalpolitikk ved omstillingsprosesser”",
        ),
        "https://www.regjeringen.no/no/tema/arbeidsliv/Statlig-arbeidsgiverpolitikk/omstilling-i-staten/id2076349/",
    ),
    Step(
        "employer",
        Text(
            "Vurdere konkret om flyttingen er en virksomhetsoverdragelse. En administrativ omorganisering av "
            "offentlige organer kan falle utenfor reglene.",
            "Assess concretely whether the move is a transfer of undertaking. An administrative "
            "reorganisation of public bodies may fall outside the rules.",
        ),
        Text(
            "Arbeidsmiljøloven kapittel 16 (§§ 16-1 til 16-6)",
            "The Working Environment Act chapter 16 (sections 16-1 to 16-6)",
        ),
        "https://lovdata.no/dokument/SPH/sph-2017/KAPITTEL_2-7",
        Text(
            "Om reservasjonsretten (§ 16-3) ble unntatt for omorganisering i staten, er ikke bekreftet. "
            "Forslaget var på høring fra 10. november 2020.",
            "Whether the right of reservation (section 16-3) was lifted for reorganisation within the state "
            "is not confirmed. The proposal was in consultation from 10 November 2020.",
        ),
    ),
    Step(
        "employer",
        Text(
            "Avklare hvem som er arbeidsgiver før og etter, og hva som skjer med lønn og pensjon.",
            "Settle who the employer is before and after, and what becomes of pay and pension.",
        ),
        Text(
            "Statsansatteloven § 16 første ledd om plikten til å godta endrede oppgaver og omorganisering",
            "The Civil Service Act section 16, first paragraph, on the duty to accept changed tasks and "
            "reorganisation",
        ),
        "https://www.regjeringen.no/no/dokumenter/prop.-94-l-20162017/id2547960/?ch=12",
    ),
    Step(
        "place",
        Text(
            "Drøfte nytt arbeidssted og hvilke virkemidler som skal brukes for dem som ikke kan flytte med.",
            "Discuss the new place of work, and which means to use for those who cannot move along.",
        ),
        Text(
            "Retningslinjene og særavtalen om virkemidler ved omstilling",
            "The guidelines and the special agreement on means in reorganisation",
        ),
        "https://www.regjeringen.no/no/tema/arbeidsliv/Statlig-arbeidsgiverpolitikk/omstilling-i-staten/id2076349/",
    ),
    Step(
        "redundant",
        Text(
            "Tilby annet passende arbeid og gi fortrinnsrett til dem som blir overtallige.",
            "Offer other suitable work, and give a right of priority to those who become redundant.",
        ),
        Text("Intern og ekstern fortrinnsrett i staten", "Internal and external priority in the state"),
        "https://lovdata.no/dokument/SPH/sph-2017/KAPITTEL_2-7",
        Text(
            "At reglene står i statsansatteloven §§ 19 og 24, er ikke bekreftet.",
            "That the rules stand in sections 19 and 24 of the Civil Service Act is not confirmed.",
        ),
    ),
)


def causes(plan: Plan) -> tuple[Cause, ...]:
    """What a plan does to employees, by the causes in the table."""
    redundant = any(move.what == "redundant" for move in plan.moves)
    employer = any(move.employer for move in plan.moves)
    place = any(move.place for move in plan.moves)
    owed = any(obligation.kind == "employees" for obligation in plan.obligations)
    found: dict[Cause, bool] = {
        "any": owed or bool(plan.moves),
        "employer": employer,
        "place": place,
        "redundant": redundant,
    }
    return tuple(cause for cause in found if found[cause])


def employee_steps(plan: Plan) -> tuple[Step, ...]:
    """The steps that a plan sets off, in the order of the table."""
    set_off = causes(plan)
    return tuple(step for step in STEPS if step.cause in set_off)
