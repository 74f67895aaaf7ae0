"""Arithmetic that is written down before it is worked out.

A numeric field of a study is an expression: a plain number, the id of an assumption, or what changes have
made of them. Expressions are frozen and compare by value, so that two postings of the same amount are the
same amount in every draw. They are evaluated over draws in `samvirke.consequences.valuation`.
"""

from __future__ import annotations

import hashlib
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from samvirke.language import Text


@dataclass(frozen=True, slots=True)
class Constant:
    """A plain number, in base units."""

    value: float

    @property
    def key(self) -> bytes:
        """What the number is known by inside other expressions."""
        return f"c{(self.value + 0.0).hex()}".encode()

    @property
    def mentions(self) -> frozenset[str]:
        """A number mentions no assumption."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an assumption, possibly as a change has set it (`id@change`)."""

    name: str

    @property
    def key(self) -> bytes:
        """What the reference is known by inside other expressions."""
        return f"r{self.name}".encode()

    @property
    def mentions(self) -> frozenset[str]:
        """The one assumption."""
        return frozenset((self.name,))


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """`+`, `-`, `*` or `/` of two expressions, or the lesser (`min`) or greater (`max`) of them.

    Changes share each other's amounts, so an expression of a few nodes can stand for a tree of millions. Each
    node therefore carries a digest of all below it, by which it compares and hashes in one step.
    """

    sign: str
    left: Expression
    right: Expression
    key: bytes = field(init=False, repr=False)
    mentions: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        left, right = self.left, self.right
        parts = b"\0".join((self.sign.encode(), left.key, right.key))
        object.__setattr__(self, "key", hashlib.blake2b(parts, digest_size=16).digest())
        object.__setattr__(self, "mentions", left.mentions | right.mentions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Operation) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


Expression = Constant | Reference | Operation
MOST = 1e15  # of anything: beyond this a number in a study is a slip
ZERO = Constant(0.0)
ONE = Constant(1.0)


def plus(left: Expression, right: Expression) -> Expression:
    """The sum, without adding nothing."""
    if left == ZERO:
        return right
    return left if right == ZERO else _joined("+", left, right)


def minus(left: Expression, right: Expression) -> Expression:
    """The difference; equal expressions leave exactly nothing."""
    if right == ZERO:
        return left
    return ZERO if left == right else _joined("-", left, right)


def times(left: Expression, right: Expression) -> Expression:
    """The product, without multiplying by one."""
    if ZERO in (left, right):
        return ZERO
    if left == ONE:
        return right
    return left if right == ONE else _joined("*", left, right)


def over(left: Expression, right: Expression) -> Expression:
    """The quotient, without dividing by one; a plain zero below is left for the draws to show."""
    return left if right == ONE or (left == ZERO != right) else _joined("/", left, right)


def _joined(sign: str, left: Expression, right: Expression) -> Expression:
    """Two expressions joined; two plain numbers become one."""
    if isinstance(left, Constant) and isinstance(right, Constant) and not (sign == "/" and right == ZERO):
        return Constant(ARITHMETIC[sign](left.value, right.value))
    return Operation(sign, left, right)


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip


def lesser(left: Expression, right: Expression) -> Expression:
    """The lesser of two."""
    return left if left == right else Operation("min", left, right)


def greater(left: Expression, right: Expression) -> Expression:
    """The greater of two."""
    return left if left == right else Operation("max", left, right)


def total(terms: Iterable[Expression]) -> Expression:
    """The sum of any number of expressions; nothing at all is zero."""
    found: Expression = ZERO
    for term in terms:
        found = plus(found, term)
    return found


def references(expression: Expression) -> frozenset[str]:
    """Every assumption an expression mentions."""
    return expression.mentions


def parts_first(expression: Expression) -> Iterator[Expression]:
    """Every different node of an expression once, parts before wholes, however deep it goes."""
    done: set[Expression] = set()
    pending = [expression]
    while pending:
        node = pending[-1]
        wanted = (node.left, node.right) if isinstance(node, Operation) else ()
        missing = [part for part in wanted if part not in done]
        pending.extend(missing)
        if not missing:
            pending.pop()
            if node not in done:
                done.add(node)
                yield node


def replaced(expression: Expression, names: Mapping[str, str]) -> Expression:
    """The same arithmetic with assumptions renamed; what mentions none of them is left as it is."""
    if not expression.mentions & names.keys():
        return expression
    made: dict[Expression, Expression] = {}
    for node in parts_first(expression):
        if isinstance(node, Reference):
            made[node] = Reference(names.get(node.name, node.name))
        elif isinstance(node, Operation):
            made[node] = Operation(node.sign, made[node.left], made[node.right])
        else:
            made[node] = node
    return made[expression]


TOKEN = re.compile(
    r"\s*(?:([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"  # a number
    r"|([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:@[a-z0-9-]+)?)"  # an id, possibly as a change has set it
    r"|([-+*/×÷()]))"
)
MAX_TOKENS = 600
MAX_DEPTH = 60
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}
JOIN: dict[str, Callable[[Expression, Expression], Expression]] = {
    "+": plus, "-": minus, "*": times, "/": over,
}  # fmt: skip


def written(expression: Expression) -> str:
    """A formula's expression as text that `parse_formula` reads back, with no more parentheses than needed.

    >>> written(parse_formula("2 * (posts + 1) - share"))
    '2.0 * (posts + 1.0) - share'
    """
    match expression:
        case Constant(value):
            return repr(value)
        case Reference(name):
            return name
        case Operation(sign, left, right):
            weight = PRECEDENCE[sign]
            above, below = _weight(left) < weight, _weight(right) <= weight
            return f"{_enclosed(left, above)} {sign} {_enclosed(right, below)}"


def _weight(expression: Expression) -> int:
    """How tightly the outermost operator binds; a plain number or an id has none to lose."""
    return PRECEDENCE[expression.sign] if isinstance(expression, Operation) else 3


def _enclosed(expression: Expression, enclosed: bool) -> str:
    return f"({written(expression)})" if enclosed else written(expression)


class FormulaError(ValueError):
    """A formula that cannot be read, with the reason in both languages."""

    def __init__(self, nb: str, en: str) -> None:
        self.text = Text(nb, en)
        super().__init__(en)


def parse_formula(text: str) -> Expression:
    """Read `a * b / 2 + (c - d)`: ids, plain numbers, + − × ÷ and parentheses.

    A hyphen inside an id belongs to the id; write spaces around a minus sign.
    Raises FormulaError, and nothing else, on whatever is not a formula.

    >>> parse_formula("2 * posts")
    Operation(sign='*', left=Constant(value=2.0), right=Reference(name='posts'))
    """
    tokens = _tokens(text)
    expression, position = _parse(tokens, 0, 1, 0)
    if position < len(tokens):
        raise _unexpected(tokens[position])
    _refuse_impossible(expression)
    return expression


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    position = 0
    text = text.strip().replace("−", "-")
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            rest = text[position:].split()[0][:12]
            raise FormulaError(
                f"`{rest}` er verken et tall, en id eller et regnetegn",
                f"`{rest}` is neither a number, an id nor a sign",
            )
        found.append(match[0].strip().replace("×", "*").replace("÷", "/"))
        if len(found) > MAX_TOKENS:
            raise FormulaError("den er for lang", "it is too long")
        position = match.end()
    return found


def _parse(tokens: list[str], position: int, least: int, depth: int) -> tuple[Expression, int]:
    """Precedence climbing: operators of `least` precedence or more, from `position` on."""
    if depth > MAX_DEPTH:
        raise FormulaError(
            "for mange parenteser står inni hverandre", "too many parentheses stand inside each other"
        )
    left, position = _atom(tokens, position, depth)
    while position < len(tokens) and PRECEDENCE.get(tokens[position], 0) >= least:
        sign = tokens[position]
        right, position = _parse(tokens, position + 1, PRECEDENCE[sign] + 1, depth + 1)
        left = JOIN[sign](left, right)
    return left, position


def _atom(tokens: list[str], position: int, depth: int) -> tuple[Expression, int]:
    if position >= len(tokens):
        raise FormulaError(
            "den slutter der et tall eller en id skulle stått", "it ends where a number or an id should come"
        )
    token = tokens[position]
    if token == "(":
        inner, position = _parse(tokens, position + 1, 1, depth + 1)
        if position >= len(tokens) or tokens[position] != ")":
            raise FormulaError("en parentes er ikke lukket", "a parenthesis is not closed")
        return inner, position + 1
    if token == "-":  # a minus sign in front of a number or an id
        negated, position = _parse(tokens, position + 1, PRECEDENCE["*"] + 1, depth + 1)
        return minus(ZERO, negated), position
    if token[0].isdigit():
        return Constant(float(token)), position + 1
    if token[0].isalpha():
        return Reference(token), position + 1
    raise _unexpected(token)


def _unexpected(token: str) -> FormulaError:
    return FormulaError(f"`{token}` kan ikke stå der det står", f"`{token}` cannot stand where it stands")


def _refuse_impossible(expression: Expression) -> None:
    match expression:
        case Constant(value) if not abs(value) <= MOST:
            raise FormulaError("et tall i den er for stort", "a number in it is too large")
        case Operation("/", _, Constant(0.0)):
            raise FormulaError("den deler på null", "it divides by zero")
        case Operation(_, left, right):
            _refuse_impossible(left)
            _refuse_impossible(right)
        case _:
            pass
