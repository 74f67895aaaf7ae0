"""The first sheet: how the workbook is filled in and read back, and what the other sheets hold."""

from __future__ import annotations

from samvirke.language import Text

SHEET = Text("Les meg", "Read me")
CODES = Text("Kodeord", "Code words")
FIELD, VALUE, MEANING = Text("Felt", "Field"), Text("Verdi", "Value"), Text("Hva det er", "What it is")
HOW: tuple[Text, ...] = (
    Text(
        "Hvert ark er en tabell i studien. Fyll ut, rett og slett rader, og lagre. Ingenting endres i "
        "studien før arbeidsboken leses inn med `samvirke excel import`, som først viser hva som blir "
        "annerledes.",
        "Each sheet is a table of the study. Fill in, mend and delete rows, and save. Nothing changes in "
        "the study until the workbook is read with `samvirke excel import`, which first shows what becomes "
        "different.",
    ),
    Text(
        "Hold pekeren over en overskrift for å se hva kolonnen betyr. Mørke overskrifter må fylles ut.",
        "Hold the pointer over a heading to see what the column means. Dark headings must be filled in.",
    ),
    Text(
        "Den første kolonnen er id-en. Andre ark viser til den. Er det pil i cellen, kan id-en velges fra "
        "en liste; nye rader kommer med i listen.",
        "The first column is the id. Other sheets refer to it. Where the cell has an arrow, the id can be "
        "chosen from a list; new rows become part of the list.",
    ),
    Text(
        "Overskriftene er låst, uten passord. Kolonner kan flyttes når låsen er tatt bort; egne kolonner og "
        "ark leses ikke. Tomme rader gjør ingenting. Mangler et ark eller en kolonne, blir det som står der "
        "i studien, stående.",
        "The headings are locked, without a password. Columns can be moved once the lock is taken off; "
        "columns and sheets of your own are not read. Blank rows do nothing. What the study has on a sheet "
        "or in a column that is missing stays as it is.",
    ),
    Text(
        "Ett tall, én celle: skriv 0,25 og ikke «ca. 25 %». Det som er usikkert, er en forutsetning i arket "
        "Forutsetninger, og cellen viser til id-en.",
        "One number, one cell: write 0.25 and not “about 25 %”. What is uncertain is an assumption on the "
        "sheet Assumptions, and the cell refers to its id.",
    ),
    Text(
        "Prosaen i mappen texts er ikke med i arbeidsboken, og blir stående som den er.",
        "The prose in the folder texts is not part of the workbook, and stays as it is.",
    ),
)
TABLE_HEADS = (Text("Ark", "Sheet"), Text("Hva det har", "What it holds"), Text("Rader", "Rows"))
MADE_FROM = Text(
    "Laget fra studien med fingeravtrykk {digest}.", "Made from the study with fingerprint {digest}."
)
