"""Whole numbers as words, both ways: a recogniser writes words, AMAZON.NUMBER hands the skill figures."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNDER_TWENTY = _UNITS.split()
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(_UNDER_TWENTY)} | {
    word: number * 10 for number, word in enumerate(_TENS) if number > 1
}
_LONGEST = 6
_SCALES = {"hundred": 100, "thousand": 1000}


def spelled(figures: str) -> str:
    """Spell a string of figures; past a million, and after a leading zero, figure by figure."""
    if len(figures) > _LONGEST or (len(figures) > 1 and figures[0] == "0"):
        return " ".join(_UNDER_TWENTY[int(figure)] for figure in figures)
    return " ".join(_spelled(int(figures)))


def _spelled(number: int) -> list[str]:
    if number < 20:
        return [_UNDER_TWENTY[number]]
    if number < 100:
        return [_TENS[number // 10], *(_spelled(number % 10) if number % 10 else [])]
    scale, unit = (100, "hundred") if number < 1000 else (1000, "thousand")
    return [*_spelled(number // scale), unit, *(_spelled(number % scale) if number % scale else [])]


def number(words: tuple[str, ...]) -> str | None:
    """Read words such as ("one", "hundred", "and", "five") as figures; None unless every word belongs to the number."""
    total = current = 0
    last = ""
    for word in words:
        if word in _VALUES:
            if last in _VALUES and not _joins(last, word):
                return None
            current += _VALUES[word]
        elif word in _SCALES and current:
            current *= _SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        elif word != "and" or last not in _SCALES:
            return None
        last = word
    return None if not words or last == "and" else str(total + current)


def _joins(tens: str, units: str) -> bool:
    return _VALUES[tens] >= 20 and 0 < _VALUES[units] < 10
