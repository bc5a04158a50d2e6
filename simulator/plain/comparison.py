"""Two talks side by side as lines of text: turn by turn, one after the other."""

from gettext import NullTranslations

from simulator.plain.console import Console
from simulator.reach.onward import Onward
from simulator.reports.comparison import Comparison
from simulator.reports.comparisontext import Teller, Told


class ComparisonWriter:
    """Writes one comparison."""

    def __init__(
        self, console: Console, texts: NullTranslations, language: str
    ) -> None:
        self.console, self.texts = console, texts
        self.teller = Teller(texts, language)

    def write(self, now: Comparison, found: Onward) -> None:
        """Write it all: the talks, their turns, what each came to, what could be."""
        _, teller, say = self.texts.gettext, self.teller, self.console.say
        self.console.heading(_("Side by side: {title}").format(title=now.title))
        for line in teller.sides(now):
            say(line)
        self.console.gap()
        for line in teller.beginning(now):
            say(line)
        self.console.gap()
        for said in teller.parting(now):
            say(str(said))
        for turn in teller.turns(now):
            self._turn(turn)
        for title, lines in (
            (_("How it ended"), teller.outcomes(now)),
            (_("Scores"), teller.scores(now)),
            (_("Principles, 0 to 4"), teller.levels(now)),
            (_("How far the differences may be chance"), teller.chance(now)),
            (_("What could still be reached"), teller.reachable(now, found)),
        ):
            told = list(lines)
            if told:
                self.console.heading(title)
            for line in told:
                say(line)

    def _turn(self, turn: Told) -> None:
        self.console.heading(turn.head)
        for column in turn.columns:
            for place, line in enumerate(column.lines):
                mark = "  " if place else f"{column.name}."
                self.console.item(mark, str(line))
