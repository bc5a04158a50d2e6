"""The made-up stories that benchmarks play."""

from bench.stories import scenario_yaml
from simulator.scenario.parsing import parse
from simulator.scenario.sense import MOST_SCENES


def test_a_made_up_story_has_no_findings_and_no_dead_end() -> None:
    parsed = parse(scenario_yaml(60))
    assert parsed.findings == ()
    assert parsed.scenario is not None
    assert len(parsed.scenario.scenes) == 60
    for scene in parsed.scenario.scenes.values():
        assert scene.replies[0].when is None
        assert not scene.replies[0].once
        for reply in scene.replies:
            assert reply.effects.to in parsed.scenario.scenes


def test_the_same_arguments_make_the_same_story() -> None:
    assert scenario_yaml(5, 4, 3) == scenario_yaml(5, 4, 3)
    assert scenario_yaml(5, 4, 3) != scenario_yaml(5, 4, 2)


def test_the_smallest_story_can_be_read() -> None:
    assert parse(scenario_yaml(1, 1)).scenario is not None


def test_more_scenes_than_allowed_are_told() -> None:
    scene = "  s%d: {replies: [{id: a, text: b, does: [stall]}]}\n"
    many = "".join(scene % number for number in range(MOST_SCENES + 1))
    findings = parse(f"scenes:\n{many}".encode()).findings
    assert ("SCN407", 2, 3) in [(f.code, f.line, f.column) for f in findings]
