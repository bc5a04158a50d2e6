"""What is said in a talk of many chapters: eight kinds of scenes, one a principle.

Each way to answer can be said shortly, at middling length and at length. All short
words hold a number, and all long ones something polite.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple


class Way(NamedTuple):
    """One way to answer: its codes, and words for it, short, middling and long."""

    does: str
    texts: tuple[str, ...]


class Kind(NamedTuple):
    """A kind of scene: what it tests, and three ways to answer, from good to bad."""

    tests: str
    line: str
    ways: tuple[Way, ...]


_TABLE: Final = """\
P1, P3 | Three years I have run him.
  acknowledge, ask_fact(history)
    7 good years; since when?
    You won him. How did he come to us?
    You brought him in, thank you. What came first?
  ask_fact(history)
    Did he buy 5 years ago?
    How did he come to us at first?
    Tell me please how he came to us, in order.
  attack
    3 years, and so little?
    Have you hidden behind him long enough?
    I am sorry to say so, but anybody sells more.
P2 | He pays on time. What more?
  offer_options, business_effect
    Both earn 4 % more: you choose.
    Alone or with Irina: which earns us more?
    Please weigh both: alone, or earning with Irina.
  business_effect
    We lose 6 groups a month.
    The company loses what he buys elsewhere.
    I understand, and still we lose a half to others.
  pull_rank
    I have 12 such. I decide.
    I am the head here, so it is settled.
    I respect that, but the head of sales decides.
P3 | His shelves are all shared out.
  ask_fact(share), verify_data
    What share of 100, by whom?
    What is our share, and who counted it?
    What is our share, please, and from which file?
  ask_fact(share)
    Is it more than 5 in 100?
    What share of it is ours today?
    Thank you; and what share of that do we hold?
  deceive
    Put down 10; who counts?
    Write a half; who will ever look into it?
    Sorry, but had we better not show that figure?
P4 | He is a friend, not a number.
  apply_rule(wallet), same_rules
    All pass by 20 of wallet.
    By his wallet, as we do with everyone.
    I see; let his wallet tell, as for all others.
  same_rules
    1 rule book for all of us.
    The rules are the same for all of us.
    I appreciate that; the rules hold for all of us.
  bend_rule
    Call it 70, and he is key.
    For him we can turn the rule a little.
    Please leave the rule aside, just for this one.
P5 | And what do I live on then?
  offer_options, offer_terms
    6 months' bonus, or a share.
    Half a year of bonus, or a part of growth.
    I see that. A bonus till June, or part of growth?
  ask_interest
    What are the 2 main worries?
    What is it that matters to you here?
    Tell me please what you would not like to lose.
  bad_deal
    You get 9 % for ever.
    You keep his bonus for ever, whatever comes.
    Thank you for asking: all of it stays with you.
P6 | So you have decided it already.
  state_stance, business_effect
    I decide: 7 groups are lost.
    It is mine to decide: we lose by waiting.
    I understand; I decide it by what we would lose.
  propose_transfer
    Irina takes him on day 1.
    Let Irina take him from the next month.
    I would ask that he goes to Irina now, thank you.
  ask_permission
    Would 1 week do, if I may?
    May I look into it, if you allow me to?
    Sorry, would you let me have a look at the base?
P7 | We can talk on like this for ever.
  propose_meeting, set_step
    Thursday at 10, your list.
    On Thursday we meet; you bring the base.
    Please bring the base on Thursday, we all meet.
  propose_meeting
    Let the 4 of us sit down.
    Let us sit down on it with everyone.
    Thank you. Let us sit down on it with everyone.
  stall
    Some day, in 2 months or so.
    Let us come back to it some other time.
    I see. We had better come back to it some day.
P8, P7 | And who will calm him down?
  protect_client, set_step
    Call him by 5, both of you.
    Call him together on Monday, and say so.
    Please call him together on Monday to say so.
  set_step
    You call by 9 on Monday.
    You write to him on Monday morning.
    Thank you. You write to him on Monday morning.
  concede
    All 8 groups stay yours.
    Very well, then he remains with you.
    Sorry I began; then he remains with you, as he was.
"""
"""A kind of scene a paragraph: what it tests and the line said; then three ways to
answer, from good to bad, each with its codes and its short, middling and long words."""
_ROWS: Final = 13
"""Lines of the table for each kind."""


def _kinds() -> Iterator[Kind]:
    rows = [row.strip() for row in _TABLE.splitlines()]
    for first in range(0, len(rows), _ROWS):
        tests, line = rows[first].split(" | ")
        ways = (rows[first + n : first + n + 4] for n in (1, 5, 9))
        yield Kind(tests, line, tuple(Way(one[0], tuple(one[1:])) for one in ways))


KINDS: Final = tuple(_kinds())
