"""What talks of a scenario can come to: played through the engine, scored by the rules.

`walk` plays, each turn that many talks share once; `extremes` finds the best and the
worst scores of all talks; `onward` the best from a moment on.
"""
