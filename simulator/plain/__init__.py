"""The whole game as lines of text: for screen readers, pipes and bare terminals.

No colours, no cursor tricks, no drawing with signs; every choice is a number or
a word, in either keyboard layout. Start reading at `simulator.plain.game.play`.
"""
