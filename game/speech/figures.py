"""Points as a person reads them. Worth is counted in hundredths of a point and shown in tenths.

Rounded each for itself, figures would not always come to the sum that stands under them. So what stands in one list
with its sum is rounded together, by largest remainders (Hamilton's rule of 1792, for seats).
"""

from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"


def hundredths(value: int) -> str:
    """Hundredths of a point in tenths: 5976 is 59.8."""
    tenths = abs(_tenths(value))
    return f"{MINUS if value < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def gain(value: int) -> str:
    """A change of worth with its sign: +4.4, −2.0, 0.0."""
    figure = hundredths(value)
    return figure if figure == "0.0" or value < 0 else f"+{figure}"


def signed(value: int) -> str:
    """A whole number with its sign: +2, −1."""
    return f"{value:+d}".replace("-", MINUS)


def figure(value: float) -> str:
    """A number, with a minus sign and no hyphen where it is below 0, and without a fraction where it has none."""
    return f"{value:g}".replace("-", MINUS)


def between(now: int, then: int) -> int:
    """The hundredths from one figure to another as both are shown, where both are shown: 59.8 to 66.8 is 7.0."""
    return 10 * (_tenths(now) - _tenths(then))


def adding_up(parts: Sequence[int]) -> list[int]:
    """Parts rounded to tenths so that, as they are shown, they come to their sum as it is shown; in hundredths."""
    floors = [part // 10 for part in parts]
    missing = _tenths(sum(parts)) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda number: -(parts[number] % 10))
    for number in by_remainder[:missing]:
        floors[number] += 1
    return [10 * tenths for tenths in floors]


def _tenths(value: int) -> int:
    rounded = (abs(value) + 5) // 10
    return -rounded if value < 0 else rounded
