"""The papers that others read by machine are valid, and say what the program and the licence say."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

import samvirke
from samvirke.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SCHEMA = json.loads((ROOT / "tests" / "vendor" / "cff-1.2.0.schema.json").read_text(encoding="utf-8"))

# What the standard (publiccode.yml 0.5, its core) demands, and the words it allows.
STATUS = {"concept", "development", "beta", "stable", "obsolete"}
KINDS = {
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
    "standalone/other", "addon", "library", "configurationFiles",
}  # fmt: skip
PLATFORMS = {"web", "windows", "mac", "linux", "ios", "android"}
CATEGORIES = {"budgeting", "data-analytics", "resource-management"}  # of the standard's list, those in use
SCOPES = {"finance-and-economic-development", "justice", "welfare"}  # likewise
KEEPERS = {"internal", "contract", "community", "none"}
KEYS = {
    "publiccodeYmlVersion", "name", "url", "softwareVersion", "releaseDate", "platforms", "categories",
    "developmentStatus", "softwareType", "intendedAudience", "description", "legal", "maintenance",
    "localisation", "dependsOn",
}  # fmt: skip
SHORT, LONG_LEAST, LONG_MOST = 150, 150, 10_000


class Plain(yaml.SafeLoader):
    """YAML whose dates and versions stay words, as both standards want."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith((":timestamp", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def paper(name: str) -> dict[str, Any]:
    found = yaml.load((ROOT / name).read_text(encoding="utf-8"), Plain)
    assert isinstance(found, dict)
    return found


NOTES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## ([0-9][^\s,]*), ([0-9-]{10})$", NOTES, flags=re.MULTILINE)
CITATION, PUBLIC = paper("CITATION.cff"), paper("publiccode.yml")


def mistakes(citation: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(citation)]


def test_the_citation_is_valid_by_the_schema_of_its_format() -> None:
    assert mistakes(CITATION) == []


@pytest.mark.parametrize("key", ["authors", "cff-version", "message", "title"])
def test_a_citation_without_what_the_format_demands_is_not_valid(key: str) -> None:
    assert mistakes({name: value for name, value in CITATION.items() if name != key}) != []


def test_the_citation_says_what_the_project_says() -> None:
    assert CITATION["version"] == samvirke.__version__
    assert CITATION["license"] == PROJECT["license"]
    assert CITATION.get("date-released") == dict(RELEASES).get(samvirke.__version__)
    assert CITATION["authors"] == PROJECT["authors"] == [{"name": "Samvirke contributors"}]
    assert PROJECT["description"].lower() in CITATION["title"].lower()


def test_the_metadata_for_catalogues_has_what_the_standard_demands() -> None:
    assert set(PUBLIC) <= KEYS, "look up in the standard what a new key holds, and add it here"
    assert re.fullmatch(r"0\.[4-9](\.[0-9]+)?", PUBLIC["publiccodeYmlVersion"])
    assert PUBLIC["name"] == "Samvirke"
    assert re.fullmatch(r"https://\S+", PUBLIC["url"])
    assert set(PUBLIC["platforms"]) <= PLATFORMS
    assert set(PUBLIC["categories"]) <= CATEGORIES
    assert PUBLIC["developmentStatus"] in STATUS
    assert PUBLIC["softwareType"] in KINDS
    assert set(PUBLIC["intendedAudience"]["scope"]) <= SCOPES
    assert PUBLIC["localisation"]["localisationReady"] is True
    assert all(re.fullmatch("[A-Z]{2}", one) for one in PUBLIC["intendedAudience"]["countries"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_software_is_described_in_every_language_that_it_speaks(language: str) -> None:
    told = PUBLIC["description"][language]
    assert 0 < len(told["shortDescription"]) <= SHORT
    assert "\n" not in told["shortDescription"]
    assert LONG_LEAST <= len(told["longDescription"]) <= LONG_MOST
    assert 5 <= len(told["features"]) <= 20
    assert PUBLIC["localisation"]["availableLanguages"] == list(LANGUAGES) == list(PUBLIC["description"])


def test_a_maintainer_is_named_where_the_standard_demands_it() -> None:
    keeping = PUBLIC["maintenance"]
    assert keeping["type"] in KEEPERS
    wanted = {"community": "contacts", "internal": "contacts", "contract": "contractors"}.get(keeping["type"])
    assert wanted is None or all(one["name"] for one in keeping[wanted])


def test_the_metadata_for_catalogues_says_what_the_project_says() -> None:
    latest = next(iter(RELEASES), (None, None))
    assert (PUBLIC.get("softwareVersion"), PUBLIC.get("releaseDate")) == latest
    assert PUBLIC["legal"] == {"license": PROJECT["license"], "mainCopyrightOwner": "Samvirke contributors"}
    (python,) = PUBLIC["dependsOn"]["open"]
    assert PROJECT["requires-python"] == f">={python['versionMin']}"


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "changelog.d/README.md"])
def test_every_link_and_every_path_of_a_paper_for_contributors_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = {ROOT / page / ".." / link for link in re.findall(r"\]\(([^)#]+)", text)}
    paths = {ROOT / path for path in re.findall(r"`((?:src|tests|docs|scripts)/[^`<]+?)`", text)}
    assert links
    assert [str(path) for path in links | paths if not path.resolve().exists()] == []


def test_every_make_target_that_contributors_are_told_of_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"\bmake ([a-z]+)", text))
    assert {"run", "test", "reference", "samples", "audit", "release"} <= told
    assert told <= set(re.findall(r"^\.PHONY: (\S+)", makefile, flags=re.MULTILINE))
