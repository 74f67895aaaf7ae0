"""HTML read back into a small tree, for tests that look at a page as its reader does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "meta", "link", "img", "hr", "input"}


@dataclass
class Element:
    """An element with its attributes and what stands in it, in order."""

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None = field(default=None, repr=False)
    content: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def all(self, *tags: str) -> Iterator[Element]:
        """This element and those inside it, in reading order; only some tags when these are given."""
        if not tags or self.tag in tags:
            yield self
        for child in self.content:
            if isinstance(child, Element):
                yield from child.all(*tags)

    def under(self, *tags: str) -> list[Element]:
        """The elements right under this one."""
        return [c for c in self.content if isinstance(c, Element) and (not tags or c.tag in tags)]

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.content)

    @property
    def language(self) -> str:
        """The language that this element is marked as, by itself or what it stands in."""
        return self["lang"] or (self.parent.language if self.parent else "")

    def by_id(self) -> dict[str, Element]:
        return {one["id"]: one for one in self.all() if one["id"]}

    def targets(self) -> list[str]:
        """Where the links in this element lead."""
        return [one["href"] for one in self.all("a")]

    def runs(self) -> Iterator[tuple[str, str]]:
        """Every piece of text with the language it is marked as."""
        for child in self.content:
            if isinstance(child, str):
                yield child, self.language
            else:
                yield from child.runs()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        made = Element(tag, dict(attrs), self.here)
        self.here.content.append(made)
        if tag not in VOID:
            self.here = made

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


def parsed(page: str) -> Element:
    """The page as a tree; fails when an element is not closed where it was opened."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.here is builder.root, f"<{builder.here.tag}> is not closed"
    return builder.root
