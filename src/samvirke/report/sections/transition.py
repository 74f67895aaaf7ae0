"""Section: when each alternative can be in force, what must be done first, and what that hangs on."""

from __future__ import annotations

from samvirke.alternatives.plan import Plan
from samvirke.consequences.transition import Readiness, Schedule, Timing
from samvirke.language import Language, Text
from samvirke.quantities.months import Month
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Column,
    Notice,
    Paragraph,
    Piece,
    Section,
    Table,
    Tone,
    Words,
    cell,
    lines,
    words,
)
from samvirke.report.pictures.transition import transition as drawn
from samvirke.report.words.activities import activity_told, body_name, changes_told
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.references import basis
from samvirke.report.words.steps import counted_from, for_body, lacks_body, steps, whole_months
from samvirke.report.words.wording import both, inside_sentence, linked, month_name, names, percent, told
from samvirke.uncertainty.results import Results

HEADING = Text("Tidsplan for overgangen", "Timetable of the transition")
SLACK = Text(
    "Slakk er hvor lenge et steg kan vente uten at en oppgitt start må utsettes. Står det «for sent», er det "
    "så mye tidligere steget måtte ha begynt. Slakken er en median: et steg som mange venter på, kan være "
    "for sent også når hver av dem trolig rekker sin dato. Noen steg avgjør når det siste er i kraft.",
    "Slack is how long a step can wait before a stated start must be put off. “Too late” says how much "
    "earlier the step would have had to begin. The slack is a median: a step that many others wait for can "
    "be too late although each of them will probably meet its date. Some steps settle when the last change "
    "is in force.",
)


def transition_section(results: Results) -> Section:
    """One part for each alternative; a sentence where the study does not say how long things take."""
    if not results.schedules:
        unknown = words(
            "Studien sier ikke hvor lang tid overgangen tar.",
            "The study does not say how long the transition takes.",
        )
        return Section("transition", HEADING, (Paragraph((unknown,)),))
    parts = tuple(_alternative(results, name) for name in results.compared if name in results.schedules)
    return Section("transition", HEADING, (_intro(results), Paragraph((Words(SLACK),))), parts)


def _intro(results: Results) -> Paragraph:
    deadline = next(iter(results.schedules.values())).deadline
    from_month = month_name(Month(deadline.year, deadline.month))
    transition = results.study.transition
    rests_on = transition.durations if transition is not None else None
    counted = (
        Text(f"utredningens frist i {from_month.nb}", f"the study's deadline in {from_month['en']}")
        if results.study.assignment.commissioned
        else from_month
    )
    return Paragraph(
        (
            words(
                f"Planen regner fra {counted.nb}. En regel må være vedtatt før den "
                "brukes. Penger flyttes mellom kapitler bare fra 1. januar, og må være bestemt i god tid før "
                "budsjettet legges frem. Datoene er medianer: sjansen for å være ferdig til da er minst "
                "femti prosent. ",
                f"The plan counts from {counted['en']}. A rule must be adopted "
                "before it is used. Money moves between chapters only from 1 January, and this must be "
                "decided well before the budget is laid before the Storting. The dates are medians: the "
                "chance of being done by then is at least fifty per cent. ",
            ),
            *(basis(results.study, rests_on) if rests_on is not None else ()),
        )
    )


def _alternative(results: Results, name: str) -> Section:
    plan, timed = results.plans[name], results.schedules[name]
    heading, anchor = alternative_name(results.study, name), f"transition-{name}"
    if not timed.timings:
        nothing = words("Ingenting gjenstår å bestemme.", "Nothing remains to be decided.")
        return Section(anchor, heading, (Paragraph((nothing,)),))
    picture = drawn(name, results)
    blocks: tuple[Block, ...] = (
        Paragraph(_answer(results, name), lead=True),
        _kept_or_not(results, name),
        *(() if picture is None else (picture,)),
        _steps(plan, timed),
        _changes(plan, timed),
    )
    return Section(anchor, heading, blocks)


def _answer(results: Results, name: str) -> tuple[Piece, ...]:
    """When all can be in force at the earliest, and by way of what."""
    plan, timed = results.plans[name], results.schedules[name]
    low, high, earliest = timed.low, timed.high, timed.earliest
    assert low is not None and high is not None and earliest is not None
    when, through = month_name(earliest), _critical_path(plan, timed)
    months = results.figure(name, "transition.months")
    assert months is not None
    counted = both(lambda g: f"{told(months)[g]} {'måneder' if g == 'nb' else 'months'}")
    spread = (
        Text("", "")
        if low == high
        else Text(
            f" (åtte av ti ganger mellom {month_name(low).nb} og {month_name(high).nb})",
            f" (eight times in ten between {month_name(low)['en']} and {month_name(high)['en']})",
        )
    )
    return (
        words(
            f"Kan ventes i kraft: {when.nb}",
            f"Can be expected in force: {when['en']}",
            strong=True,
        ),
        Words(spread),
        words(". I gjennomsnitt går det ", ". On average it takes "),
        linked(months, counted),
        words(
            f" fra {counted_from(plan).nb}. Det som avgjør når, er {through.nb}.",
            f" from {counted_from(plan)['en']}. What settles when is {through['en']}.",
        ),
    )


def _critical_path(plan: Plan, timed: Schedule) -> Text:
    """The steps that settle when the last change can be in force, one after the other."""
    steps = [timed.timing(key).activity for key in timed.path]
    way = [(inside_sentence(activity_told(plan, step)), step) for step in steps if step.stated is None]
    return names(for_body(plan, text, step) for text, step in way)


def timetable(results: Results) -> Table:
    """One row for each alternative: when it can be in force, how sure its own starts are, what decides."""
    rows = []
    for name in results.compared:
        plan, timed = results.plans[name], results.schedules[name]
        chance = results.figure(name, "transition.chance")
        if timed.earliest is None or timed.low is None or timed.high is None or chance is None:
            continue
        low, high = month_name(timed.low), month_name(timed.high)
        between = Text(f"{low.nb} til {high.nb}", f"{low['en']} to {high['en']}")
        sure = linked(chance, both(lambda g, chance=chance: percent(chance.expected, g)))  # type: ignore[misc]
        rows.append(
            (
                cell(Words(alternative_name(results.study, name), f"#transition-{name}")),
                cell(month_name(timed.earliest), Break(), between),
                cell(sure),
                cell(_critical_path(plan, timed)),
            )
        )
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(
            Text("Kan ventes i kraft (åtte av ti utfall)", "To be expected in force (eight outcomes in ten)")
        ),
        Column(Text("Sjanse for at alle datoer holder", "Chance that every date is met"), numeric=True),
        Column(Text("Det som avgjør når", "What decides when")),
    )
    caption = Text("Når alternativene kan være i kraft", "When the alternatives can be in force")
    return Table(caption, columns, tuple(rows))


def _kept_or_not(results: Results, name: str) -> Block:
    """Whether the starts that the alternative states can be kept, said plainly."""
    timed = results.schedules[name]
    late, chance = (results.figure(name, f"transition.{which}") for which in ("late", "chance"))
    assert late is not None and chance is not None
    sure = linked(chance, both(lambda g: percent(chance.expected, g)))
    tail = (
        words("Sannsynligheten for at alle rekker det, er ", "The probability that all of them do is "),
        sure,
        words(".", "."),
    )  # fmt: skip
    if not late.expected:
        good = words(
            "Hver endring for seg rekker trolig sin dato. ",
            "Each change taken alone will probably meet its date. ",
        )
        return Paragraph((good, *tail))
    every, one = sum(len(group.changes) for group in timed.changes), late.expected == 1
    count = linked(late, both(lambda g: f"{late.expected:.0f} {'av' if g == 'nb' else 'of'} {every}"))
    rest = words(
        " endringer starter tidligere enn det trolig er mulig. ",
        f" changes {'starts' if one else 'start'} earlier than is probably possible. ",
    )
    heading = Text("Oppgitt start er for tidlig", "The stated start is too early")
    return Notice(heading, (count, rest, *tail), "bad")


def _steps(plan: Plan, timed: Schedule) -> Table:
    """Every step but the putting in force; those that are alike in one row."""
    rows = [
        (cell(one.what), cell(one.who), cell(one.after), cell(_when(one.timing)), _leeway(one.timing))
        for one in steps(plan, timed)
    ]
    columns = (
        Column(Text("Steg", "Step")),
        Column(Text("Hvem", "Who")),
        Column(Text("Etter", "After")),
        Column(Text("Tidligst", "Earliest")),
        Column(Text("Slakk", "Slack")),
    )
    return Table(Text("Det som må gjøres først", "What must be done first"), columns, tuple(rows))


def _when(one: Timing) -> Text:
    begins, ends = month_name(one.begins), month_name(one.ends)
    if one.begins == one.ends:
        return begins
    if one.begins.year == one.ends.year:
        begins = Text(begins.nb.rpartition(" ")[0], begins["en"].rpartition(" ")[0])
    return Text(f"{begins.nb} – {ends.nb}", f"{begins['en']} – {ends['en']}")


def _leeway(one: Timing) -> Cell:
    """Whether a step is critical, and its slack in whole months."""
    months = whole_months(one.slack)
    tone: Tone = "bad" if months < 0 else "plain"
    critical = (
        (words("Avgjør sluttdatoen", "Settles the end date", strong=True), words("; ", "; "))
        if one.critical
        else ()
    )
    return cell(*critical, both(lambda g: _slack(months, g, bool(critical))), tone=tone)


def _slack(months: int, language: Language, inside: bool) -> str:
    count = abs(months)
    if language == "nb":
        unit = "måned" if count == 1 else "måneder"
        text = f"{count} {unit} for sent" if months < 0 else f"{count} {unit} slakk"
        return "uten slakk" if not months and inside else "Uten slakk" if not months else text
    unit = "month" if count == 1 else "months"
    text = f"{count} {unit} too late" if months < 0 else f"{count} {unit} of slack"
    return "no slack" if not months and inside else "No slack" if not months else text


def _changes(plan: Plan, timed: Schedule) -> Table:
    """When the changes can be in force: those that start too early first, and one by one."""
    in_turn = sorted(timed.changes, key=lambda group: not group.late)
    alike: dict[tuple[object, ...], list[Readiness]] = {}
    for group in in_turn:
        kind = timed.timing(group.waits_for).activity.kind
        key = (group.stated, group.earliest, group.low, group.high, round(group.chance, 2), kind)
        alike.setdefault(key, []).append(group)
    rows = tuple(_change(plan, timed, groups) for groups in alike.values())
    columns = (
        Column(Text("Endring", "Change")),
        Column(Text("Oppgitt start", "Stated start")),
        Column(Text("Tidligst", "Earliest")),
        Column(Text("Sjanse for oppgitt start", "Chance of the stated start"), numeric=True),
        Column(Text("Venter lengst på", "Waits longest for")),
    )
    caption = Text("Når endringene kan være i kraft", "When the changes can be in force")
    return Table(caption, columns, rows)


def _change(plan: Plan, timed: Schedule, groups: list[Readiness]) -> tuple[Cell, ...]:
    """One row of changes that stand alike; only those that start too early are all told."""
    one = groups[0]
    changes = tuple(change for group in groups for change in group.changes)
    said = (
        [changes_told(plan, (change,)) for change in changes] if one.late else [changes_told(plan, changes)]
    )
    earliest, low, high = (month_name(month) for month in (one.earliest, one.low, one.high))
    spread = Text(f" ({low.nb} til {high.nb})", f" ({low['en']} to {high['en']})")
    steps = [timed.timing(group.waits_for).activity for group in groups]
    waits_for = dict.fromkeys(activity_told(plan, step) for step in steps)
    bodies = dict.fromkeys(body_name(plan, step.who) for step in steps if lacks_body(step))
    whose = names(bodies)
    stated, too_early = month_name(one.stated), Text("For tidlig: ", "Too early: ")
    return (
        Cell(lines(said)),
        cell(Text(f"{too_early.nb}{stated.nb}", f"{too_early['en']}{stated['en']}"), tone="bad")
        if one.late
        else cell(stated),
        cell(
            earliest
            if one.low == one.high
            else Text(f"{earliest.nb}{spread.nb}", f"{earliest['en']}{spread['en']}")
        ),
        cell(both(lambda g: percent(one.chance, g))),
        cell(names(waits_for), Text(f" ({whose.nb})", f" ({whose['en']})") if bodies else Text("", "")),
    )
