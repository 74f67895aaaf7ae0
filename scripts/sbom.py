"""Writes `sbom.cdx.json`, what a user gets installed, and `docs/licences.md`, under which licences.

Run from the repository's folder once Samvirke is installed for developers: `make sbom`. CycloneDX JSON, from
requirements/core.txt and the metadata of the installed packages. The same packages give the same bytes: there
is no time in it, and its serial number is made of what it is made from. There are no addresses either, since
everyone has an index of their own.
"""

from collections.abc import Iterable
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from scripts.markdown import table
from scripts.packages import PROJECT, Pin, Terms, asked, licence, needs, pins, terms

from samvirke import __version__

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "sbom.cdx.json"
LICENCES = ROOT / "docs" / "licences.md"
COMMAND = "make sbom"
UNKNOWN = "not known"


def bill() -> Bom:
    """Samvirke, every package that comes with it, and which needs which."""
    said, pinned = terms(), pins("core.txt")
    root = Component(
        name="samvirke",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="samvirke",
        description=PROJECT["project"]["description"],
        licenses=[LicenseExpression(PROJECT["project"]["license"])],
    )
    parts = {name: _component(pin, said) for name, pin in pinned.items()}
    whole = Bom(components=parts.values())
    whole.metadata.component = root
    whole.metadata.timestamp = None  # type: ignore[assignment]  # the library leaves out what is None
    whole.metadata.tools.components.clear()
    whole.serial_number = uuid5(NAMESPACE_OID, f"samvirke {__version__} {sorted(map(str, pinned.values()))}")
    whole.register_dependency(root, [parts[name] for name in asked("build")])
    for name, part in parts.items():
        whole.register_dependency(part, [parts[other] for other in needs(name) if other in parts])
    return whole


def _component(pin: Pin, said: Terms) -> Component:
    """A package. Its files are told by their SHA-256, one for each system and version of Python."""
    address = PackageURL("pypi", name=pin.name, version=pin.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(address.to_string()),
        comment="the files that may be installed, as in requirements/core.txt",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in pin.hashes],
    )
    known = licence(pin, said)
    builds = pin.name in asked("build") and pin.name not in asked()
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=address.to_string(),
        purl=address,
        scope=ComponentScope.EXCLUDED
        if builds
        else ComponentScope.REQUIRED,  # excluded: not used at run time
        licenses=[LicenseExpression(known)] if known else [],
        external_references=[files],
    )


def sbom() -> str:
    """The bill as CycloneDX JSON."""
    return str(JsonV1Dot6(bill()).output_as_string(indent=1)) + "\n"


def licences() -> str:
    """The page of licences: what users get, and what developers get besides."""
    said = terms()
    users, developers = pins("core.txt"), pins("dev.txt")
    more = {name: pin for name, pin in developers.items() if name not in users}
    introduction = (
        f"# Licences\n\nSamvirke itself is under the [MIT licence](../LICENSE). `{COMMAND}` writes this page "
        "from the metadata of the installed packages, and from `requirements/licences.toml`: which licences "
        "are allowed, and what was read where the metadata are not clear. A test fails when a package is "
        "under a licence that is not allowed.\n"
    )
    besides = "None of this is part of Samvirke or comes with it.\n"
    return "\n".join(
        [
            introduction,
            "## What a user gets installed\n",
            _table(users.values(), said),
            "## What developers get besides\n",
            besides,
            _table(more.values(), said),
        ]
    )


def _table(rows: Iterable[Pin], said: Terms) -> str:
    found = [
        (pin.name, pin.version, licence(pin, said) or UNKNOWN, said.read.get(pin.name, {}).get("where", ""))
        for pin in rows
    ]
    return table(("Package", "Version", "Licence", "Read in"), found)


def main() -> None:
    """Write both."""
    for place, text in ((PLACE, sbom()), (LICENCES, licences())):
        place.write_text(text, encoding="utf-8", newline="\n")
        print(f"Wrote {place.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
