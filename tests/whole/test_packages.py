"""What is installed is known: asked for, under a licence that is allowed, and in the bill of materials."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from scripts.packages import Pin, Terms, asked, installed, is_allowed, licence, pins, reached, terms
from scripts.sbom import COMMAND, LICENCES, PLACE, licences, sbom

import samvirke

SAID = terms()
CORE, DEV = pins("core.txt"), pins("dev.txt")
GROUPS = {"core.txt": ("build",), "dev.txt": ("build", "installer", "dev")}
VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)
BILL = PLACE.read_text(encoding="utf-8")
CONTENT: Mapping[str, Any] = json.loads(BILL)


@pytest.mark.parametrize("pin", DEV.values(), ids=lambda pin: pin.name)
def test_every_package_is_under_a_licence_that_is_allowed(pin: Pin) -> None:
    found = licence(pin, SAID)
    assert found is not None, (
        f"the metadata of {pin.name} {pin.version} do not give its licence in SPDX: read its licence file, "
        "and say in requirements/licences.toml what it is and where that stands"
    )
    assert is_allowed(found, SAID), f"{pin.name} is under {found}; see requirements/licences.toml"


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("GPL-2.0-or-later OR MIT", True),
        ("MIT AND GPL-3.0-or-later", False),
        ("MIT AND (GPL-3.0-only OR BSD-3-Clause)", True),
        ("AGPL-3.0-only OR GPL-3.0-only", False),
    ],
)
def test_a_licence_is_allowed_when_one_that_may_be_chosen_is(expression: str, allowed: bool) -> None:
    assert is_allowed(expression, Terms(frozenset({"MIT", "BSD-3-Clause"}), {})) is allowed


def test_what_was_read_of_one_version_is_not_taken_for_another() -> None:
    name = next(iter(SAID.read))
    assert licence(Pin(name, SAID.read[name]["version"], ()), SAID) is not None
    assert licence(Pin(name, "0.0.0", ()), SAID) is None


def test_nothing_is_said_of_packages_that_are_not_there() -> None:
    assert set(SAID.read) <= set(DEV)


@pytest.mark.parametrize("file", GROUPS)
def test_every_package_is_asked_for_by_the_project_or_by_something_that_it_asks_for(file: str) -> None:
    unknown = sorted(set(pins(file)) - reached(asked(*GROUPS[file])))
    assert unknown == [], f"nothing asks for these; run `make lock`, and look at what it writes in {file}"


@pytest.mark.parametrize("pin", CORE.values(), ids=lambda pin: pin.name)
def test_what_is_installed_is_what_is_pinned(pin: Pin) -> None:
    there = installed(pin.name)
    if there is None:
        pytest.skip("for another system")
    assert there.version == pin.version


def test_the_bill_of_materials_and_the_page_of_licences_are_not_stale() -> None:
    assert sbom() == BILL, f"sbom.cdx.json is stale; run `{COMMAND}`."
    assert licences() == LICENCES.read_text(encoding="utf-8"), f"docs/licences.md is stale; run `{COMMAND}`."


def test_the_bill_of_materials_is_valid_by_the_strict_schema_of_cyclonedx() -> None:
    assert VALIDATOR.validate_str(BILL) is None


@pytest.mark.parametrize(
    "broken",
    [{"bomFormat": "SPDX"}, {"components": [{"name": "numpy"}]}, {"serialNumber": "one"}, {"made-up": 1}],
)
def test_a_bill_that_is_not_valid_is_found_out(broken: dict[str, Any]) -> None:
    assert VALIDATOR.validate_str(json.dumps({**CONTENT, **broken})) is not None


def test_the_bill_has_every_package_that_a_user_gets_with_its_version_licence_and_files() -> None:
    told = {
        one["name"]: (
            one["version"],
            one["licenses"][0]["expression"],
            tuple(file["content"] for file in one["externalReferences"][0]["hashes"]),
        )
        for one in CONTENT["components"]
    }
    assert told == {
        name: (pin.version, licence(pin, SAID), tuple(sorted(pin.hashes))) for name, pin in CORE.items()
    }


def test_the_bill_is_of_this_version_and_every_package_in_it_is_needed_by_another() -> None:
    root = CONTENT["metadata"]["component"]
    assert (root["name"], root["version"]) == ("samvirke", samvirke.__version__)
    graph = {one["ref"]: one.get("dependsOn", []) for one in CONTENT["dependencies"]}
    assert {ref for refs in graph.values() for ref in refs} | {root["bom-ref"]} == set(graph)
    assert len(graph) == len(CORE) + 1


def test_the_bill_holds_neither_a_time_nor_an_address() -> None:
    assert "timestamp" not in BILL
    assert re.findall(r"\w+://[^\"]*", BILL) == [CONTENT["$schema"]]
