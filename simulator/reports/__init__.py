"""What a talk came to, said once for all front ends.

    from simulator.reports.debrief import debrief

    note = debrief(scenario, events, scorecard, rubric, rulebook, language)
    note.advice.render(texts)

Start reading at `simulator.reports.model`. Nothing is imported here: a page of progress
needs none of what a debrief does.
"""
