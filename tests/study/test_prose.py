"""Texts in a plain part of Markdown, with figures, claims and sources bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.study.bindings import Bound, Cited, Claim, FigureRef, NotABinding, claim
from samvirke.study.prose import Linked, Plain, Span, stretches


def spans(text: str) -> tuple[Span, ...]:
    (stretch,) = stretches(text)
    (item,) = stretch.items
    return item


def test_words_stand_as_they_are_written() -> None:
    assert spans("Ni av ti, og *ikke* mer.") == (Plain("Ni av ti, og "), Plain("ikke", True), Plain(" mer."))


def test_a_figure_is_bound_with_its_alternative_and_line() -> None:
    first, bound, last = spans("Det koster {{joint: one_off.total}}.")
    assert bound == Bound(FigureRef("joint", "one_off.total"), False, 1)
    assert (first, last) == (Plain("Det koster "), Plain("."))


def test_a_figure_without_alternative_is_that_of_zero_and_may_come_with_its_range() -> None:
    assert spans("{{ today.total | range }}") == (Bound(FigureRef(None, "today.total"), True, 1),)


def test_the_line_of_a_binding_is_counted_through_the_text() -> None:
    *_, last = stretches("# Først\n\nEn linje\nog en til {{a: b.c}}")
    assert [span.line for span in last.items[0] if isinstance(span, Bound)] == [4]


@pytest.mark.parametrize(
    ("written", "left", "sign", "right"),
    [
        ("holds: a: x.y >= 0.9", FigureRef("a", "x.y"), ">=", 0.9),
        ("holds: any: x.y.2022 < -1", FigureRef("any", "x.y.2022"), "<", -1.0),
        ("holds: x.y = a-b: x.kap-440-70.full_year", FigureRef(None, "x.y"), "=",
         FigureRef("a-b", "x.kap-440-70.full_year")),
    ],
)  # fmt: skip
def test_a_claim_holds_a_figure_against_a_number_or_another_figure(
    written: str, left: FigureRef, sign: str, right: float | FigureRef
) -> None:
    found = claim(written)
    assert (found.left, found.sign, found.right) == (left, sign, right)
    assert spans("{{" + written + "}}") == (Claim(left, found.sign, right, 1, written),)


def test_sources_are_cited_by_their_ids() -> None:
    assert spans("Slik [@a-b; @c]")[1] == Cited(("a-b", "c"))


@pytest.mark.parametrize("wrong", ["{{}}", "{{a b.c}}", "{{a: b}}", "{{holds: a: b.c}}", "[@A]", "[@a, @b]"])
def test_a_binding_that_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(NotABinding):
        stretches(wrong)


def test_headings_paragraphs_and_lists_keep_their_order() -> None:
    found = stretches("## Hode\n\nEn.\n\n- to\n- tre\n\nFire.")
    assert [(s.kind, len(s.items)) for s in found] == [
        ("heading", 1), ("paragraph", 1), ("list", 2), ("paragraph", 1),
    ]  # fmt: skip


def test_a_link_keeps_its_words_and_target() -> None:
    assert spans("Se [vedlegget](#sharing).")[1] == Linked("vedlegget", "#sharing")


@pytest.mark.parametrize("text", ["<script>x</script>", "[a](javascript:alert(1))", "![b](http://x)"])
def test_html_scripts_and_pictures_stay_words_or_plain_links(text: str) -> None:
    targets = [span.target for span in spans(text) if isinstance(span, Linked)]
    assert all(not target.startswith("javascript") for target in targets)
    assert all(isinstance(span, Plain | Linked) for span in spans(text))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        stretches(text)
    except NotABinding:
        assert "{{" in text or "[@" in text
