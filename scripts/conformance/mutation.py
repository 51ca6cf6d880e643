"""Small changes to a text of GraphQL: most of them break a rule, some break the syntax, a few change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from random_text import DIRECTIVE_NAMES, ENUM_VALUES, FIELD_NAMES, TYPE_NAMES, any_string, number_literal, untyped_literal

TOKEN = re.compile(
    r'"""(?:\\"""|(?!""").)*"""|"(?:\\.|[^"\\\n\r])*"|\.\.\.|[_A-Za-z][_0-9A-Za-z]*|-?[0-9][0-9.eE+-]*|#[^\n\r]*|\s+|.', re.DOTALL
)
NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]*\Z")
NUMBER = re.compile(r"-?[0-9]")
PUNCTUATORS = ["{", "}", "(", ")", "[", "]", "!", "$", ":", "=", "@", "|", "&", "..."]
KEYWORDS = (
    "query mutation subscription fragment on type interface union enum input scalar directive extend schema implements repeatable "
    "true false null FIELD OBJECT FIELD_DEFINITION Int String Boolean ID Float __typename __schema __type __Type skip include if "
    "deprecated reason specifiedBy oneOf Query Mutation"
).split()
ODD_NUMBERS = ["00", "01", "-", "-0", "1.", ".5", "1e", "1e+", "1.e1", "0x1", "1_000", "1.5.2", "-01", "1a", "12345e", "0.0", "1.0e-3"]
ODD_STRINGS = [
    '"unterminated',
    '"bad \\x escape"',
    '"\\u12"',
    '"\\uD83D\\uDE00"',
    '"\\uD83D"',
    '"\\uDE00"',
    '"\\u{1F600}"',
    '"\\u{110000}"',
    '"\\u{}"',
    '"\\u{D800}"',
    '"\\u{00041}"',
    '"\\u{12"',
    '"\\uXYZW"',
    '"line\nbreak"',
    '"""unterminated',
    '"""a \\""" b"""',
    '""',
    '""""""',
    "'single'",
    '"tab\there"',
    '"\x07"',
    '"\\/\\b\\f\\n\\r\\t\\\\\\""',
]
ODD_CHARACTERS = [
    "?",
    "%",
    "^",
    "*",
    "~",
    "`",
    "\\",
    ";",
    "<",
    "é",
    "信",
    "🙂",
    "\ufeff",
    "\x00",
    "\x07",
    "\u2028",
    "\u00a0",
    "..",
    ".",
    "-",
    "\r",
    "\r\n",
    ",",
    "# c\n",
]


def tokens_of(text: str) -> list[str]:
    """The tokens of a text, white space and all."""
    return TOKEN.findall(text)


def mutate(rng: Random, text: str, changes: int, *, syntax: float = 0.5) -> str:
    """Changes a text in some places; `syntax` is the share of changes that do not care for the grammar."""
    tokens = tokens_of(text)
    for _ in range(changes):
        places = [index for index, token in enumerate(tokens) if token.strip()]
        if not places:
            break
        change = rng.choice(BLIND if rng.random() < syntax else LIKE)
        change(rng, tokens, places)
    return "".join(tokens)


def delete(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Takes a token away."""
    del tokens[rng.choice(places)]


def duplicate(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Says a token twice."""
    place = rng.choice(places)
    tokens[place : place + 1] = [tokens[place], " ", tokens[place]]


def swap(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Swaps two neighbours."""
    if len(places) > 1:
        which = rng.randrange(len(places) - 1)
        one, other = places[which], places[which + 1]
        tokens[one], tokens[other] = tokens[other], tokens[one]


def insert(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Puts some token in."""
    token = rng.choice([*PUNCTUATORS, *KEYWORDS, *ODD_NUMBERS, *ODD_STRINGS, *ODD_CHARACTERS])
    tokens.insert(rng.choice(places), f" {token} " if rng.random() < 0.8 else token)


def truncate(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Ends the text early."""
    del tokens[rng.choice(places) :]


def odd_literal(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Puts a literal that is badly written for a token."""
    literals = [place for place in places if tokens[place][0] == '"' or NUMBER.match(tokens[place])] or places
    tokens[rng.choice(literals)] = rng.choice([*ODD_NUMBERS, *ODD_STRINGS])


def rename(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Puts another name for a name: one of the text, a known one, or one with a slip of the pen."""
    names = [place for place in places if NAME.match(tokens[place])]
    if not names:
        return
    place = rng.choice(names)
    how = rng.randrange(4)
    if how == 0:
        tokens[place] = tokens[rng.choice(names)]
    elif how == 1:
        tokens[place] = rng.choice([*FIELD_NAMES, *TYPE_NAMES, *ENUM_VALUES, *DIRECTIVE_NAMES, *KEYWORDS])
    else:
        tokens[place] = slip(rng, tokens[place])


def slip(rng: Random, name: str) -> str:
    """A name with a letter too many, too few, another or swapped."""
    place = rng.randrange(len(name))
    how = rng.randrange(4)
    if how == 0 and len(name) > 1 and place > 0:
        return name[:place] + name[place + 1 :]
    if how == 1:
        return name[:place] + rng.choice("abcxyz_") + name[place:]
    if how == 2 and place > 0:
        return name[:place] + rng.choice("abcxyzXYZ") + name[place + 1 :]
    return name.swapcase() if rng.random() < 0.3 else name + rng.choice(["s", "1", "Id"])


def other_value(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Puts another literal for a literal."""
    literals = [
        place
        for place in places
        if tokens[place][0] == '"' or NUMBER.match(tokens[place]) or tokens[place] in ("true", "false", "null") or tokens[place].isupper()
    ]
    if literals:
        tokens[rng.choice(literals)] = rng.choice([number_literal(rng), any_string(rng), untyped_literal(rng, 1)])


def other_punctuator(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Adds or takes away what makes a type required, or a list."""
    marks = [place for place in places if tokens[place] in ("!", "]")]
    if marks and rng.random() < 0.5:
        place = rng.choice(marks)
        tokens[place] = "" if tokens[place] == "!" else "]!"
    else:
        after = [place for place in places if NAME.match(tokens[place])]
        if after:
            tokens[rng.choice(after)] += "!"


def move_block(rng: Random, tokens: list[str], places: list[int]) -> None:
    """Says a block in brackets twice, or takes it away."""
    opening = [place for place in places if tokens[place] in ("{", "(", "[")]
    if not opening:
        return
    start = rng.choice(opening)
    depth = 0
    for end in range(start, len(tokens)):
        depth += (tokens[end] in ("{", "(", "[")) - (tokens[end] in ("}", ")", "]"))
        if depth == 0:
            block = tokens[start : end + 1]
            if rng.random() < 0.5:
                del tokens[start : end + 1]
            elif len(block) > 2:
                inner = block[1:-1]
                tokens[start + 1 : start + 1] = [*inner, " "]
            return


Change = Callable[[Random, list[str], list[int]], None]
BLIND: list[Change] = [delete, delete, duplicate, swap, insert, insert, truncate, odd_literal]
LIKE: list[Change] = [rename, rename, rename, other_value, other_punctuator, move_block]


def reformat(rng: Random, text: str) -> str:
    """Writes the same tokens with other white space, commas and comments."""
    written: list[str] = []
    for token in tokens_of(text):
        if token.isspace():
            written.append(
                rng.choice(
                    [token, token, "\t", " ", "\n", "\r\n", "\r", ",", " # a comment, 信访\n", "\n\n\n", "\ufeff" if not written else " "]
                )
            )
        else:
            written.append(token)
    return "".join(written)
