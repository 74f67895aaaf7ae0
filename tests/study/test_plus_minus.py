"""The plus–minus scale: a matrix of data, with a rule behind the one that comes with the program."""

import pytest

from samvirke.study.plus_minus import UNREAD

MAGNITUDES = range(-3, 4)


@pytest.mark.parametrize("importance", [1, 2, 3])
@pytest.mark.parametrize("magnitude", MAGNITUDES)
def test_the_scale_follows_the_rule_it_is_said_to_follow(importance: int, magnitude: int) -> None:
    """The sign of the magnitude, and importance plus its size less two, never less than nothing."""
    size = max(0, importance + abs(magnitude) - 2) if magnitude else 0
    assert UNREAD.consequence(importance, magnitude) == (size if magnitude > 0 else -size)


def test_a_gain_and_a_loss_of_the_same_size_weigh_the_same() -> None:
    for importance in (1, 2, 3):
        for magnitude in MAGNITUDES:
            assert UNREAD.consequence(importance, magnitude) == -UNREAD.consequence(importance, -magnitude)
