#!/usr/bin/env python3
"""Draws a terminal screen, given as text with SGR sequences, as an SVG picture.

Usage: screen_svg.py COLUMNS ROWS < screen > picture.svg
"""

import re
import sys
import unicodedata
from dataclasses import dataclass, replace
from html import escape

WIDTH, HEIGHT, MARGIN = 8.4, 17, 10
INK, PAPER = "#d8dee9", "#1c1c1c"
BASIC = [
    "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9",
    "#5c6370", "#ff7b86", "#b5e890", "#ffd68a", "#82c4ff", "#de9cf0", "#7fd5e0", "#ffffff",
]


@dataclass(frozen=True)
class Style:
    ink: str | None = None
    paper: str | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underlined: bool = False
    reverse: bool = False


def palette(number: int) -> str:
    if number < 16:
        return BASIC[number]
    if number < 232:
        levels = [0, 95, 135, 175, 215, 255]
        number -= 16
        rgb = levels[number // 36], levels[number // 6 % 6], levels[number % 6]
    else:
        rgb = (8 + 10 * (number - 232),) * 3
    return "#%02x%02x%02x" % rgb


def styled(style: Style, codes: list[int]) -> Style:
    codes = list(codes)
    while codes:
        code = codes.pop(0)
        if code in (38, 48) and codes:
            kind = codes.pop(0)
            count = 3 if kind == 2 else 1
            values, codes = codes[:count], codes[count:]
            colour = "#%02x%02x%02x" % tuple(values) if kind == 2 else palette(values[0])
            style = replace(style, **{"ink" if code == 38 else "paper": colour})
        elif code == 0:
            style = Style()
        elif code in (1, 2, 3, 4, 7):
            name = {1: "bold", 2: "dim", 3: "italic", 4: "underlined", 7: "reverse"}[code]
            style = replace(style, **{name: True})
        elif code == 22:
            style = replace(style, bold=False, dim=False)
        elif code in (23, 24, 27):
            style = replace(style, **{{23: "italic", 24: "underlined", 27: "reverse"}[code]: False})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, ink=palette(code - 30 if code < 90 else code - 82))
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, paper=palette(code - 40 if code < 100 else code - 92))
        elif code in (39, 49):
            style = replace(style, **{"ink" if code == 39 else "paper": None})
    return style


def columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def runs(line: str, style: Style):
    """Pieces of one style and one width per character, with the column where each begins."""
    column, found = 0, []
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            style = styled(style, [int(code or 0) for code in part[2:-1].split(";")])
            continue
        for character in part:
            width = columns(character)
            last = found[-1] if found else None
            if last and (width == 0 or (last[1] == style and last[3] == width == 1)):
                last[2] += character
            else:
                found.append([column, style, character, width])
            column += width
    return found, style


def main() -> None:
    width, height = int(sys.argv[1]), int(sys.argv[2])
    papers, texts = [], []
    style = Style()
    for row, line in enumerate(sys.stdin.read().split("\n")[:height]):
        found, style = runs(line, style)
        for column, look, text, size in found:
            ink, paper = look.ink or INK, look.paper
            if look.reverse:
                ink, paper = paper or PAPER, ink
            count = size if size == 2 else sum(columns(c) for c in text)
            x, y = MARGIN + column * WIDTH, MARGIN + row * HEIGHT
            if paper:
                papers.append(
                    f'<rect x="{x:.1f}" y="{y}" width="{count * WIDTH:.1f}" height="{HEIGHT}" fill="{paper}"/>')
            if not text.strip():
                continue
            more = ' font-weight="bold"' if look.bold else ""
            more += ' opacity="0.65"' if look.dim else ""
            more += ' font-style="italic"' if look.italic else ""
            more += ' text-decoration="underline"' if look.underlined else ""
            texts.append(
                f'<text x="{x:.1f}" y="{y + 13}" textLength="{count * WIDTH:.1f}" fill="{ink}"{more}>'
                f"{escape(text)}</text>")
    total = width * WIDTH + 2 * MARGIN, height * HEIGHT + 2 * MARGIN
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total[0]:.1f} {total[1]}" '
        'font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace" '
        'font-size="14" xml:space="preserve">')
    print(f'<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>')
    print("\n".join(papers + texts))
    print("</svg>")


main()
