"""Random names, texts and literals, from pools small enough that they meet again and suggest each other."""

from __future__ import annotations

from random import Random

FIELD_NAMES = (
    "id name names nam title titel value values owner owners kind kinds next items item count counts parent friend friends best a b c "
    "foo bar fooBar foo_bar _hidden x1 x2 x10 size self date color"
).split()
TYPE_NAMES = (
    "Dog Cat Pet Pets Person People Thing Things Animal User Users Node Edge Page Box House Court Letter Letters Dossier Item Shape "
    "Circle Square Named Aged Entity"
).split()
ENUM_VALUES = "RED GREEN BLUE GREY GRAY NORTH SOUTH EAST WEST ON OFF SMALL LARGE lower a1 A2".split()
SCALAR_NAMES = "Date Time JSON Money Url".split()
DIRECTIVE_NAMES = "tag tags cost auth cache onField logged".split()
ARGUMENT_NAMES = "id first last after filter filters input by order flag size n x1 x2 x10".split()

WORDS = "the a letter court of year état 信访 法院 naïve Ω 𝒳 end 🙂 zero-width".split()
# Block strings are indented, broken, quoted and blank in every way that the two printers could read differently.
ODD_TEXTS = (
    "",
    " ",
    " leading",
    "trailing ",
    "two\nlines",
    "\n\nblank around\n\n",
    "  indented\n    more\n  back",
    'a "quoted" word',
    'ends with "quote"',
    'three """ quotes',
    "back\\slash",
    "ends with back\\",
    "tab\there",
    "first\n\n\nlast",
    "\tindented by a tab\n\tand again",
    "a line that is much longer than the seventy characters at which a short description would stay on one line",
    "control \x07 character",
    "delete \x7f and \x85 next line",
    "no-break\u00a0space",
    "line\u2028separator",
    "carriage\rreturn",
    "crlf\r\nend",
)


def text(rng: Random) -> str:
    """A text as a description or a string has."""
    if rng.random() < 0.35:
        return rng.choice(ODD_TEXTS)
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 6)))


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(rng: Random, value: str) -> str:
    """A quoted string of a value, written in one of several ways."""
    written = []
    for character in value:
        code = ord(character)
        if character in ESCAPES:
            written.append(ESCAPES[character])
        elif code < 0x20:
            written.append(f"\\u{code:04x}")
        elif rng.random() < 0.03:
            written.append(f"\\u{{{code:x}}}" if code > 0xFFFF or rng.random() < 0.5 else f"\\u{code:04X}")
        else:
            written.append(character)
    return '"' + "".join(written) + '"'


def block_literal(rng: Random, value: str) -> str:
    """A block string about a value; it may mean another one, as its white space is not all kept."""
    body = "".join(c for c in value if c in "\t\n\r" or ord(c) >= 0x20).replace('"""', '\\"""')
    if body.endswith(('"', "\\")):
        body += " "
    if rng.random() < 0.5:
        indent = " " * rng.randint(0, 4)
        body = "\n" + "\n".join(indent + line for line in body.split("\n")) + "\n" + indent
    return '"""' + body + '"""'


def any_string(rng: Random) -> str:
    """A string or a block string."""
    value = text(rng)
    return block_literal(rng, value) if rng.random() < 0.4 else string_literal(rng, value)


def number_literal(rng: Random) -> str:
    """A number as the grammar has it; none that a double cannot hold."""
    return rng.choice(
        ["0", "1", "-1", "42", "2147483647", "2147483648", "-2147483648", "-2147483649", "0.5", "-1.25", "1e3", "2.5e-1", "1E+2"]
    )


def untyped_literal(rng: Random, depth: int = 2) -> str:
    """Any constant value."""
    kind = rng.randrange(8 if depth > 0 else 6)
    if kind == 0:
        return number_literal(rng)
    if kind == 1:
        return any_string(rng)
    if kind == 2:
        return rng.choice(["true", "false"])
    if kind == 3:
        return "null"
    if kind in (4, 5):
        return rng.choice([rng.choice(ENUM_VALUES), number_literal(rng)])
    if kind == 6:
        return "[" + ", ".join(untyped_literal(rng, depth - 1) for _ in range(rng.randint(0, 3))) + "]"
    names = rng.sample(FIELD_NAMES, rng.randint(0, 3))
    return "{" + ", ".join(f"{name}: {untyped_literal(rng, depth - 1)}" for name in names) + "}"
