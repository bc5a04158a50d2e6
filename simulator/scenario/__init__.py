"""Read what trainers write, with findings in place of exceptions.

    from simulator.scenario.parsing import parse

    parsed = parse(data, "talk.yaml")
    parsed.scenario, parsed.findings

Its siblings read drills, play-throughs, answers, clients, rubrics, rulebooks and
packs, and `kinds.parse_any` reads whatever it is given. Whatever the bytes, they return
a result with everything that is wrong at once. Nothing is imported here: to show a list
takes little of what reads a scenario.
"""
