"""How much of the common gain a counterpart wants, by the time that is left.

Time-dependent tactics after Faratin, Sierra and Jennings (1998): the share of both gains together
that a side asks for itself falls from the first minute to the last, late and steeply (Boulware),
evenly (linear), or early (Conceder). Shares are thousandths and everything is a whole number, so
that every machine chooses alike.
"""


def boulware(spent: int, talk: int) -> int:
    """.20 + .55 (1 - t^5): hardly anything until the end."""
    spent = min(spent, talk)
    return 200 + 550 * (talk**5 - spent**5) // talk**5


def linear(spent: int, talk: int) -> int:
    """.15 + .60 (1 - t)."""
    spent = min(spent, talk)
    return 150 + 600 * (talk - spent) // talk


def conceder(spent: int, talk: int) -> int:
    """.15 + .50 (1 - cube root of t): most of it at once."""
    spent = min(spent, talk)
    return 150 + 500 * (1000 - _cube_root(1000**3 * spent // talk)) // 1000


def _cube_root(number: int) -> int:
    """The largest whole number whose cube is not above a number."""
    low, high = 0, 1001
    while high - low > 1:
        middle = (low + high) // 2
        if middle**3 <= number:
            low = middle
        else:
            high = middle
    return low
