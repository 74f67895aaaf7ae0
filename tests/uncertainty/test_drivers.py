"""What an alternative's money hangs on: its own asking, of rows, hosts and new appropriations alike."""

from tests.making import alternative, assumed, quantity, small

from samvirke.uncertainty.results import run


def test_what_a_host_pays_counts_as_asked_for_and_what_zero_asks_for_does_not() -> None:
    """Zero asks a frame for an amount that varies widely; the alternative asks for one that varies little."""
    study = small(
        assumptions=assumed(
            wide=quantity("MNOK/yr", uniform={"low": 1, "high": 9}, price_year=2020),
            narrow=quantity("MNOK/yr", uniform={"low": 1, "high": 1.1}, price_year=2020),
        )
    )

    def asked(amount: str) -> dict[str, object]:
        new = {
            "id": f"{amount}-row", "actor": "centre", "tasks": "guidance", "line": "police-01",
            "kind": "operations", "amount": amount,
        }  # fmt: skip
        given = {"from": {"line": "justice-01"}, "to": {"new_row": new}, "amount": amount}
        adopted = {"adopted": "decision"} if amount == "wide" else {}
        return {"id": f"ask-{amount}", "verb": "transfer", **given, **adopted}

    zero = alternative(asked("wide"), key="zero", zero=True)
    other = alternative(asked("narrow"))
    results = run(study.with_(alternatives={"zero": zero, "alt": other}), draws=256)
    assert results.drivers["zero"] == ("wide",)
    assert results.drivers["alt"] == ("narrow",)
    added = results.added("alt", "funding.outside.justice-01.2023")
    assert added is not None
    assert 1 <= added.p10 <= added.p90 <= 1.1
