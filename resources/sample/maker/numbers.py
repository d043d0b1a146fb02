"""Write numbers for people, with whole-number arithmetic."""


def grouped(number):
    return f"{number:,}"


def percent(part, whole):
    """The share with one decimal, halves up."""
    thousandths = (2000 * part + whole) // (2 * whole)
    return f"{thousandths // 10}.{thousandths % 10} %"
