"""Turn what a trainee did into two scores, with the reasons for them.

Standalone: the standard library only, no clock, no files, no randomness.
The same talk, rubric and rulebook give the same scorecard on every machine.
Start reading at `scoring.scorecard.score`.
"""
