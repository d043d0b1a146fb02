"""Random numbers that are the same on every machine and in every Python."""

MASK = (1 << 64) - 1
WHOLE = 10_000
"""Chances and cumulative shares are whole numbers out of this."""


class Stream:
    """A splitmix64 generator seeded by a name, so that one column or defect never disturbs another.

    Whole numbers only: floating-point functions differ between machines in their last digit.
    Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014).
    """

    def __init__(self, name):
        self.state = 0xCBF29CE484222325
        for byte in name.encode("utf-8"):
            self.state = ((self.state ^ byte) * 0x100000001B3) & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit):
        """A whole number from 0 to limit - 1."""
        return (self.next() * limit) >> 64

    def happens(self, chance):
        """True with a chance out of WHOLE."""
        return self.below(WHOLE) < chance

    def pick(self, weights):
        """A key of `weights`, as often as its weight says."""
        at = self.below(sum(weights.values()))
        for value, weight in weights.items():
            at -= weight
            if at < 0:
                return value
        raise AssertionError("weights are whole and positive")

    def between(self, knots):
        """A value from a distribution given as [(cumulative share out of WHOLE, value), ...]."""
        at = self.below(WHOLE)
        for (low, from_value), (high, to_value) in zip(knots, knots[1:]):
            if at < high:
                return from_value + (to_value - from_value) * (at - low) // (high - low)
        raise AssertionError("knots end at WHOLE")

    def noise(self, reach):
        """A bell-shaped whole number from -reach to reach, standard deviation about reach / 3."""
        third = reach // 3
        return sum(self.below(2 * third + 1) - third for _ in range(3))

    def sample(self, items, count):
        """`count` different items, in the order in which they were drawn."""
        pool = list(items)
        for at in range(count):
            other = at + self.below(len(pool) - at)
            pool[at], pool[other] = pool[other], pool[at]
        return pool[:count]
