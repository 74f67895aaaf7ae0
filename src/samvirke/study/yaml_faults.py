"""What the YAML parser complains of, in words for somebody who has never heard of YAML."""

from __future__ import annotations

import yaml

from samvirke.errors import Place, Problem
from samvirke.language import Text

Message = tuple[Text, Text]

ALIAS: Message = (
    Text(
        "ankere og henvisninger (`&`, `*`, `<<`) brukes ikke",
        "anchors and aliases (`&`, `*`, `<<`) are not used",
    ),
    Text(
        "Skriv verdien ut der den gjelder; en tekst som begynner med et slikt tegn, settes i hermetegn.",
        "Write the value out where it applies; quote a text that begins with such a sign.",
    ),
)
TOO_LARGE: Message = (
    Text("filen er for stor eller har for mange nivåer", "the file is too large or has too many levels"),
    Text("Ta bort det som ikke hører til studien.", "Take away what does not belong to the study."),
)
TOO_MANY: Message = (
    Text("filen har flere feil enn det som er vist her", "the file has more mistakes than are shown here"),
    Text("Rett disse først, og les studien på nytt.", "Mend these first, and read the study again."),
)
BAD_KEY: Message = (
    Text("`{key}` kan ikke være navnet på et felt", "`{key}` cannot be the name of a field"),
    Text(
        "Navnet foran kolonet skal være et ord eller et årstall; sett en tekst med kolon i hermetegn.",
        "The name before the colon is a word or a year; put quotation marks round a text with a colon.",
    ),
)
REPEATED: Message = (
    Text("`{key}` står også på linje {line}", "`{key}` also stands on line {line}"),
    Text("Behold én av dem.", "Keep one of them."),
)
TAGGED: Message = (
    Text("merkelapper (`!`) brukes ikke", "tags (`!`) are not used"),
    Text(
        "Ta bort merkelappen, eller sett teksten i hermetegn.",
        "Take the tag away, or put the text in quotation marks.",
    ),
)
DIRECTIVE: Message = (
    Text("en linje som begynner med %, brukes ikke", "a line that begins with % is not used"),
    Text("Ta linjen bort.", "Take the line away."),
)
SEVERAL: Message = (
    Text("filen har flere dokumenter, skilt med `---`", "the file holds several documents, parted by `---`"),
    Text("Behold ett dokument i hver fil.", "Keep one document in each file."),
)
CONTROL: Message = (
    Text("linjen har et usynlig styretegn", "the line has an invisible control character"),
    Text(
        "Skriv linjen på nytt; tegnet følger gjerne med når noe limes inn.",
        "Type the line again; the character often comes along when something is pasted.",
    ),
)
ESCAPED: Message = (
    Text(
        "teksten har koden for et usynlig styretegn, slik som `\\e` eller `\\u202e`",
        "the text has the code of an invisible control character, such as `\\e` or `\\u202e`",
    ),
    Text("Ta koden bort.", "Take the code away."),
)
COLON: Message = (
    Text("her står et kolon der det ikke kan stå", "there is a colon where none can stand"),
    Text(
        "Se om linjen over er uferdig eller innrykket galt; en tekst med kolon settes i hermetegn.",
        "See whether the line above is unfinished or the indent wrong; quote a text that has a colon.",
    ),
)
UNCLOSED: Message = (
    Text("et hermetegn blir ikke lukket", "a quotation mark is not closed"),
    Text("Sett samme slags hermetegn bak teksten.", "Put the same kind of quotation mark after the text."),
)
BRACKET: Message = (
    Text("en parentes (`[` eller `{{`) blir ikke lukket", "a bracket (`[` or `{{`) is not closed"),
    Text(
        "Lukk den, og skill det som står i den, med komma.",
        "Close it, and part what stands in it with commas.",
    ),
)
SIGN: Message = (
    Text("en verdi kan ikke begynne slik", "a value cannot begin like this"),
    Text(
        "Bruk mellomrom i stedet for tabulator, og sett tekster som begynner med @, % eller ` i hermetegn.",
        "Use spaces instead of tabs, and put quotation marks round texts that begin with @, % or `.",
    ),
)
ESCAPE: Message = (
    Text(
        "en omvendt skråstrek (`\\`) i teksten betyr ikke noe",
        "a backslash (`\\`) in the text has no meaning",
    ),
    Text(
        "Bruk enkle hermetegn (') rundt teksten, eller skriv `\\\\`.",
        "Use single quotation marks (') round the text, or write `\\\\`.",
    ),
)
MISFIT: Message = (
    Text("linjen passer ikke sammen med linjene over", "the line does not fit with the lines above it"),
    Text(
        "Se etter manglende kolon, bindestrek, innrykk eller hermetegn på linjen eller linjen over.",
        "Look for a missing colon, hyphen, indent or quotation mark on this line or the one above.",
    ),
)
# (words of the parser, message, whether the place is where the thing began)
PHRASES: tuple[tuple[str, Message, bool], ...] = (
    ("mapping values are not allowed", COLON, False),
    ("found unexpected end of stream", UNCLOSED, True),
    ("found unexpected document indicator", UNCLOSED, True),
    ("expected ',' or", BRACKET, True),
    ("cannot start any token", SIGN, False),
    ("found a tab", SIGN, False),
    ("escape character", ESCAPE, False),
    ("hexdecimal", ESCAPE, False),
    ("Unicode character escape", ESCAPE, False),
    ("alphabetic or numeric", ALIAS, False),
    ("tag", TAGGED, False),
)


def problem(name: str, line: int | None, message: Message, /, **values: object) -> Problem:
    """A message at a line of a file, with its blanks filled in."""
    text, remedy = (part.format(**values) for part in message)
    return Problem(Place(name, line), text, remedy)


def syntax_problem(name: str, error: yaml.MarkedYAMLError) -> Problem:
    """Why the parser gave up, and where."""
    why = f"{error.problem} {error.context}"
    message, at_start = next(((m, start) for words, m, start in PHRASES if words in why), (MISFIT, False))
    marks = (error.context_mark, error.problem_mark) if at_start else (error.problem_mark, error.context_mark)
    mark = next((mark for mark in marks if mark is not None), None)
    return problem(name, None if mark is None else mark.line + 1, message)
