"""The one thing to do differently next time."""

from collections.abc import Sequence

from scoring.principles import HIGHEST_LEVEL
from scoring.scorecard import Scorecard
from simulator.messages import N_
from simulator.reports.model import TurnNote
from simulator.reports.names import code_name
from simulator.reports.phrases import Phrase, phrase
from simulator.reports.turns import Teller


def advice(card: Scorecard, turns: Sequence[TurnNote], teller: Teller) -> Phrase:
    """Choose one piece of advice.

    A red flag comes first, since it caps everything else; then the principle that
    cost most, with a reply that was on offer where it was served worst.
    """
    if not turns:
        return phrase(N_("Say something first: there is nothing to judge yet."))
    if card.red_flags:
        flag = card.red_flags[0]
        return phrase(
            N_("Leave this out, whatever you hear: {what}, as at turn {turn}."),
            what=code_name(flag.code, ()),
            turn=flag.turn,
        )
    if card.advice is None:
        return phrase(
            N_("Nothing to mend in what was put to the test. Take a harder talk.")
        )
    return _on_principle(card, turns, teller)


def _on_principle(card: Scorecard, turns: Sequence[TurnNote], teller: Teller) -> Phrase:
    assert card.advice is not None
    principle, number = card.advice.principle, card.advice.turn
    best = teller.rubric.principles[principle].anchors[HIGHEST_LEVEL]
    title, aim = teller.principle(principle), best.get(teller.language, "")
    told = next((turn for turn in turns if turn.turn == number), None)
    if told is None or told.stronger is None:
        return phrase(
            N_("{title}. The top level is: “{aim}”. Turn {turn} was the place for it."),
            title=title,
            aim=aim,
            turn=number,
        )
    return phrase(
        N_(
            "{title}. The top level is: “{aim}”. At turn {turn} you could have said: "
            "“{text}”"
        ),
        title=title,
        aim=aim,
        turn=number,
        text=told.stronger.text,
    )
