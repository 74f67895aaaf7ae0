"""Arithmetic that is written down before it is worked out.

A numeric field of a study is an expression: a plain number, the id of an assumption, or what changes have
made of them. Expressions are frozen and compare by value, so that two postings of the same amount are the
same amount in every draw. They are evaluated over draws in `samvirke.consequences.valuation`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constant:
    """A plain number, in base units."""

    value: float


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an assumption, possibly as a change has set it (`id@change`)."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`+`, `-`, `*` or `/` of two expressions, or the lesser (`min`) or greater (`max`) of them."""

    sign: str
    left: Expression
    right: Expression


Expression = Constant | Reference | Operation
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
    return left if right == ONE or left == ZERO else _joined("/", left, right)


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


def total(terms: Iterator[Expression] | list[Expression] | tuple[Expression, ...]) -> Expression:
    """The sum of any number of expressions; nothing at all is zero."""
    found: Expression = ZERO
    for term in terms:
        found = plus(found, term)
    return found


def references(expression: Expression) -> frozenset[str]:
    """Every assumption an expression mentions."""
    if isinstance(expression, Reference):
        return frozenset((expression.name,))
    if isinstance(expression, Operation):
        return references(expression.left) | references(expression.right)
    return frozenset()


def replaced(expression: Expression, names: Mapping[str, str]) -> Expression:
    """The same arithmetic with assumptions renamed."""
    if isinstance(expression, Reference):
        return Reference(names.get(expression.name, expression.name))
    if isinstance(expression, Operation):
        return Operation(expression.sign, replaced(expression.left, names), replaced(expression.right, names))
    return expression


TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:@[a-z0-9-]+)?)|([-+*/×÷()]))"
)
MAX_FORMULA = 500
MAX_DEPTH = 40
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}
JOIN: dict[str, Callable[[Expression, Expression], Expression]] = {
    "+": plus, "-": minus, "*": times, "/": over,
}  # fmt: skip


def written(expression: Expression) -> str:
    """A formula's expression as text that `parse_formula` reads back."""
    match expression:
        case Constant(value):
            return repr(value) if value >= 0 else f"(0 - {-value!r})"
        case Reference(name):
            return name
        case Operation(sign, left, right):
            return f"({written(left)} {sign} {written(right)})"


class FormulaError(ValueError):
    """A formula that cannot be read; the message says at which character."""


def parse_formula(text: str) -> Expression:
    """Read `a * b / 2 + (c - d)`: ids, plain numbers, + − × ÷ and parentheses.

    A hyphen inside an id belongs to the id; write spaces around a minus sign.
    Raises FormulaError, and nothing else, on whatever is not a formula.

    >>> parse_formula("2 * posts")
    Operation(sign='*', left=Constant(value=2.0), right=Reference(name='posts'))
    """
    if len(text) > MAX_FORMULA:
        raise FormulaError(f"longer than {MAX_FORMULA} characters")
    tokens = _tokens(text)
    expression, position = _parse(tokens, 0, 1, 0)
    if position < len(tokens):
        raise FormulaError(f"`{tokens[position]}` is not expected here")
    return expression


def _tokens(text: str) -> list[str]:
    found, position = [], 0
    text = text.strip().replace("−", "-")
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise FormulaError(f"`{text[position:].strip()[:12]}` cannot be read")
        found.append(match[0].strip().replace("×", "*").replace("÷", "/"))
        position = match.end()
    return found


def _parse(tokens: list[str], position: int, least: int, depth: int) -> tuple[Expression, int]:
    """Precedence climbing: operators of `least` precedence or more, from `position` on."""
    if depth > MAX_DEPTH:
        raise FormulaError("too many parentheses inside each other")
    left, position = _atom(tokens, position, depth)
    while position < len(tokens) and PRECEDENCE.get(tokens[position], 0) >= least:
        sign = tokens[position]
        right, position = _parse(tokens, position + 1, PRECEDENCE[sign] + 1, depth + 1)
        left = JOIN[sign](left, right)
    return left, position


def _atom(tokens: list[str], position: int, depth: int) -> tuple[Expression, int]:
    if position >= len(tokens):
        raise FormulaError("it ends where a number or an id should come")
    token = tokens[position]
    if token == "(":
        inner, position = _parse(tokens, position + 1, 1, depth + 1)
        if position >= len(tokens) or tokens[position] != ")":
            raise FormulaError("a parenthesis is not closed")
        return inner, position + 1
    if token[0].isdigit():
        return Constant(float(token)), position + 1
    if token[0].isalpha():
        return Reference(token), position + 1
    raise FormulaError(f"`{token}` is not expected here")
