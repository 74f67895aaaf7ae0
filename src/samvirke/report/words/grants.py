"""What the parts of a grant scheme are called, in a sentence and in a table."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.study.grants import Measured

NOT_KNOWN = Text("Ikke kjent", "Not known")
LACKING = Text("Mangler i regelverket", "Lacking in the rules")
# Field → what it is called; in the order in which a scheme is told.
WHAT: dict[str, Text] = {
    "goal": Text("målet", "the goal"),
    "target_group": Text("målgruppen", "the target group"),
    "achievement_criteria": Text("kriteriene for måloppnåelse", "the criteria of goal achievement"),
    "award_criteria": Text("tildelingskriteriene", "the award criteria"),
    "recipients": Text("hvem som kan få tilskudd", "who can receive grants"),
    "announcement": Text("hvordan ordningen lyses ut", "how the scheme is announced"),
    "follow_up": Text("oppfølging og kontroll", "follow-up and control"),
    "reporting": Text("hva mottakerne må rapportere", "what recipients must report"),
    "evaluation": Text("om ordningen er evaluert", "whether the scheme has been evaluated"),
    "rules": Text("hva slags regelverk ordningen har", "what kind of rules the scheme has"),
    "appeal_body": Text("hvem som behandler klager", "who hears appeals"),
    "impartiality": Text("hvordan habiliteten sikres", "how impartiality is seen to"),
    "administrative_cost": Text("hva forvaltningen koster", "what the administration costs"),
}
MEASURES: dict[Measured, Text] = {
    "user": Text("måler virkning for brukerne", "measures the effect for users"),
    "society": Text("måler virkning for samfunnet", "measures the effect for society"),
    "activity": Text("måler bare aktivitet", "measures activity only"),
}
YES_OR_NO: dict[bool | None, Text] = {
    True: Text("ja", "yes"),
    False: Text("nei", "no"),
    None: Text("ikke kjent", "not known"),
}
