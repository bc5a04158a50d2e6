"""Where things stand in a text: lines, columns, and what belongs to an item.

A list's item owns its lines, the comments right above it, and those below that are
indented deeper than it: what is moved or deleted takes its comments along.
"""

from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node

_FOLDED = "|>"


class Page:
    """A text, and questions about the lines that nodes of it stand on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.eol = "\r\n" if "\r\n" in text else "\n"

    def line_start(self, offset: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return where the line after that of a place begins, or the text's end."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def column(self, offset: int) -> int:
        """Return how many characters stand before a place on its line."""
        return offset - self.line_start(offset)

    def last(self, node: Node) -> int:
        """Return where the last character of a node ends."""
        if isinstance(node, Leaf):
            whole = self.text[node.start : node.end]
            return node.start + len(whole.rstrip("\r\n ") if _block(node) else whole)
        if node.flow or not node.items:
            return node.end
        return self.last(node.items[-1])

    def below(self, node: Node) -> int:
        """Return where the line after the last one of a node begins."""
        return self.line_end(self.last(node))

    def head(self, of: Items | Fields, number: int) -> int:
        """Return where an item begins: at its dash or its key."""
        if isinstance(of, Fields):
            return of.keys[number].start
        return self._dash(of.items[number].start)

    def indent(self, of: Items | Fields) -> int:
        """Return the column of a list's dashes, or of a mapping's keys."""
        return self.column(self.head(of, 0))

    def tiles(self, of: Items | Fields) -> list[tuple[int, int]]:
        """Return the lines of each item with all that belongs to it.

        They touch each other. Only for what is not written in brackets, and does
        not begin on the line of something else.
        """
        starts = [self._lead(of, number) for number in range(len(of.items))]
        return list(zip(starts, [*starts[1:], self.tail(of)], strict=True))

    def tail(self, of: Items | Fields) -> int:
        """Return where the comments below the last item that are its own end."""
        column = self.indent(of)
        return self._own_comments(self.below(of), len(self.text), column)

    def trails(self, of: Fields, number: int) -> int:
        """Return where the lines of a key end, the deeper comments below included."""
        column = self.column(of.keys[number].start)
        limit = len(self.text)
        if number + 1 < len(of.keys):
            limit = self.line_start(of.keys[number + 1].start)
        return self._own_comments(self.below(of.items[number]), limit, column + 1)

    def commented(self, start: int, end: int, node: Node) -> bool:
        """Tell whether comments stand inside a stretch that holds a node."""
        return "#" in self._between(start, end, node)

    def _between(self, start: int, end: int, node: Node) -> str:
        """Return what stands in a stretch besides words."""
        found: list[str] = []
        for leaf in _leaves(node):
            if leaf.start >= start and self.last(leaf) <= end:
                found.append(self.text[start : leaf.start] + self.header(leaf))
                start = leaf.end
        return "".join([*found, self.text[start:end]])

    def header(self, leaf: Leaf) -> str:
        """Return the line of a value that begins with `|` or `>`; else nothing."""
        return self.text[leaf.start : self.line_end(leaf.start)] if _block(leaf) else ""

    def _dash(self, offset: int) -> int:
        """Return where the dash before an item stands."""
        place = offset
        while place > 0:
            begin = self.line_start(place)
            before = self.text[begin:place].rstrip()
            bare = before.split(" #")[0].rstrip()
            if bare.endswith("-") and not bare.lstrip().startswith("#"):
                return begin + len(bare) - 1
            place = begin - 1
        return offset

    def _lead(self, of: Items | Fields, number: int) -> int:
        """Return where the comments above an item begin that belong to it."""
        line = self.line_start(self.head(of, number))
        if number:
            above = self.below(of.items[number - 1])
            return self._own_comments(
                above, line, self.column(self.head(of, number)) + 1
            )
        while line > 0:
            before = self.line_start(line - 1)
            words = self.text[before:line].strip()
            if words and not words.startswith("#"):
                break
            line = before
        return line

    def _own_comments(self, start: int, limit: int, column: int) -> int:
        """Return where comments of at least this column end, from a line on."""
        found = place = start
        while place < limit:
            end = self.line_end(place)
            words = self.text[place:end].strip()
            deep = len(self.text[place:end]) - len(self.text[place:end].lstrip(" "))
            if words and (not words.startswith("#") or deep < column):
                break
            place = end
            found = end if words else found
        return found


def _block(leaf: Leaf) -> bool:
    return leaf.style != "" and leaf.style in _FOLDED


def _leaves(node: Node) -> list[Leaf]:
    found: list[Leaf] = []
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Leaf):
            found.append(here)
            continue
        if isinstance(here, Fields):
            found += here.keys
        waiting += here.items
    return sorted(found, key=lambda leaf: leaf.start)
