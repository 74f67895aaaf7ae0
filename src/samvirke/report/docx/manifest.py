"""What a Word report knows of itself: how it was made, which texts it has, and what stands around them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any
from xml.etree import ElementTree

NAMESPACE = "urn:samvirke:report:1"
N = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Held:
    """Something in a text that Word must not change: as it is written in the study, and as it is printed."""

    tag: str
    written: str
    printed: str


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text of the study as it was when the report was made."""

    name: str
    digest: str
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPassage:
    """What stood from one heading to the next outside the texts; `marks` tell its paragraphs apart."""

    bookmark: str
    heading: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`places` are the bookmarks that texts link to, and the anchors they stand for."""

    language: str
    version: str
    seed: int
    draws: int
    study: str
    texts: tuple[HeldText, ...]
    passages: tuple[HeldPassage, ...]
    notes: tuple[str, ...]
    places: dict[str, str]


PLAIN = ("language", "version", "seed", "draws", "study")


def digest_of(text: str) -> str:
    """What tells one version of a text from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def to_xml(manifest: Manifest) -> bytes:
    """The manifest as a part of a Word file."""
    root = ElementTree.Element(f"{N}report", {key: str(getattr(manifest, key)) for key in PLAIN})
    for text in manifest.texts:
        inner = ElementTree.SubElement(root, f"{N}text", name=text.name, digest=text.digest)
        for one in text.held:
            ElementTree.SubElement(inner, f"{N}held", asdict(one))
    for passage in manifest.passages:
        given = {"bookmark": passage.bookmark, "heading": passage.heading, "marks": " ".join(passage.marks)}
        ElementTree.SubElement(root, f"{N}passage", given)
    ElementTree.SubElement(root, f"{N}notes", marks=" ".join(manifest.notes))
    for bookmark, anchor in manifest.places.items():
        ElementTree.SubElement(root, f"{N}place", bookmark=bookmark, anchor=anchor)
    ElementTree.register_namespace("", NAMESPACE)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def from_xml(root: Any) -> Manifest:
    """The manifest of a part. Raises KeyError or ValueError for one that is not whole."""
    plain = {key: root.attrib[key] for key in PLAIN}
    return Manifest(
        **{**plain, "seed": int(plain["seed"]), "draws": int(plain["draws"])},
        texts=tuple(
            HeldText(one.attrib["name"], one.attrib["digest"], tuple(_held(one)))
            for one in root.iter(f"{N}text")
        ),
        passages=tuple(
            HeldPassage(one.attrib["bookmark"], one.attrib["heading"], tuple(one.attrib["marks"].split()))
            for one in root.iter(f"{N}passage")
        ),
        notes=tuple(root.find(f"{N}notes").attrib["marks"].split()),
        places={one.attrib["bookmark"]: one.attrib["anchor"] for one in root.iter(f"{N}place")},
    )


def _held(text: Any) -> Iterator[Held]:
    for one in text.iter(f"{N}held"):
        yield Held(**{each.name: one.attrib[each.name] for each in fields(Held)})
