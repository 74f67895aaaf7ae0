"""The pages of what a run finds about work left undone and lines that are too small."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.uncertainty.run_rule import RunRule

RULES = (
    RunRule(
        code="MNY903",
        name="saving-by-doing-less",
        severity="must",
        summary=Text(
            "Et alternativ sparer på å gjøre mindre, og sier ikke hva som går tapt.",
            "An alternative saves by doing less and does not say what is lost.",
        ),
        why=Text(
            "Færre årsverk på en oppgave gir lavere utgifter i regnestykket. Står det ingenting på den "
            "andre siden, ser det ut som en gevinst.",
            "Fewer work-years on a task give lower expenditure in the sum. When nothing stands on the "
            "other side, it looks like a gain.",
        ),
        example=(
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: cut, verb: staff, start: 2023-01, row: grant-staff, fte: -1,\n"
            "       by: vacancy, reason: Sparing}\n"
            "effects.yaml: {reach: null}"
        ),
        remedy=Text(
            "Skriv i effects.yaml hva som går tapt, med en negativ `magnitude` for alternativet, eller "
            "la årsverkene stå.",
            "Say in effects.yaml what is lost, with a negative `magnitude` for the alternative, or "
            "leave the work-years.",
        ),
        source=Text(
            "Utredningsinstruksen punkt 2-1, spørsmål 4: positive og negative virkninger. Grensen på en "
            "tidel er prosjektets egen.",
            "The instructions for official studies, 2-1, question 4: positive and negative effects. The "
            "limit of a tenth is the project's own.",
        ),
        good=(
            "effects.yaml:\n"
            "  slower: {text: Søkere venter lenger, group: Søkere, duration: Varig,\n"
            "    importance: 2, reason: Tid,\n"
            "    by_alternative: {moved: {magnitude: -1, reason: Halvparten så mange}}}\n"
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: cut, verb: staff, start: 2023-01, row: grant-staff, fte: -1,\n"
            "       by: vacancy, reason: Sparing}"
        ),
    ),
    RunRule(
        code="MNY904",
        name="line-overdrawn-in-the-draws",
        severity="should",
        summary=Text(
            "En budsjettpost rommer ikke det som skal gå over den.",
            "A budget line does not hold what is to go over it.",
        ),
        why=Text(
            "Mer enn bevilgningen kan ikke brukes uten et nytt vedtak i Stortinget. Skjer det i færre "
            "enn halvparten av trekningene, er funnet til opplysning.",
            "No more than the appropriation can be spent without a new decision of the Storting. Where "
            "it happens in fewer than half of the draws, the finding is for information.",
        ),
        example=("lines.yaml:\n  social-line: {appropriation: {amount: 4, year: 2020}}"),
        remedy=Text(
            "La en annen post avgi pengene med `transfer`, eller be om ny bevilgning. Rett bevilgningen "
            "hvis den er feil.",
            "Let another line give up the money by `transfer`, or ask for a new appropriation. Mend the "
            "appropriation if it is wrong.",
        ),
        source=Text(
            "Bevilgningsreglementet §§ 3 og 4: Stortingets vedtak binder beløpet på hver post.",
            "The Appropriation Regulations, sections 3 and 4: the Storting's decision binds the amount "
            "of each item.",
        ),
    ),
)
