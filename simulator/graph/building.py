"""A scenario → its graph, as if every condition could hold."""

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from simulator.graph import aspects
from simulator.graph.model import (
    ANYWHERE,
    Edge,
    EdgeKind,
    Graph,
    Node,
    NodeKind,
    Speech,
)
from simulator.scenario.conditiontext import condition_text
from simulator.scenario.model import (
    STAY,
    Ending,
    Line,
    Reaction,
    Reply,
    Scenario,
    Scene,
)


def graph_of(scenario: Scenario) -> Graph:
    """Return the graph of a scenario.

    A reply without a target of its own has an edge for every reaction that may
    supply one, the first of which that holds is taken. Reactions of the scenario
    and its patience lead out of one node that stands for every scene.
    """
    nodes = [_scene(scene, scenario) for scene in scenario.scenes.values()]
    nodes += [_ending(ending, scenario) for ending in scenario.endings.values()]
    edges = [e for s in scenario.scenes.values() for e in _edges(s, scenario)]
    anywhere = list(_anywhere(scenario))
    if anywhere:
        nodes.append(Node(ANYWHERE, NodeKind.ANYWHERE))
    return Graph(
        scenario.title,
        scenario.language,
        {node.id: node for node in nodes},
        (*_numbered(edges), *_numbered(anywhere)),
    )


def reached(graph: Graph) -> frozenset[str]:
    """Return the nodes that can be come to, as if every condition could hold."""
    leads: dict[str, list[str]] = {}
    for edge in graph.edges:
        leads.setdefault(edge.source, []).append(edge.target)
    found = {node.id for node in graph.nodes.values() if node.start}
    waiting = [*found, ANYWHERE]
    while waiting:
        for target in leads.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)


def _scene(scene: Scene, scenario: Scenario) -> Node:
    return Node(
        scene.id,
        NodeKind.FORM if scene.form else NodeKind.SCENE,
        form=scene.form.kind if scene.form else None,
        start=scene.id == scenario.start,
        tests=tuple(str(principle) for principle in scene.tests),
        lines=_lines(scene.say, scenario),
        aspects=aspects.of_scene(scene),
    )


def _ending(ending: Ending, scenario: Scenario) -> Node:
    return Node(
        ending.id,
        NodeKind.ENDING,
        title=ending.title,
        text=ending.text,
        good=ending.good,
        lines=_lines(ending.say, scenario),
        aspects=aspects.of_ending(ending),
    )


def _lines(lines: Iterable[Line], scenario: Scenario) -> tuple[Speech, ...]:
    cast = scenario.cast
    return tuple(
        Speech(
            cast[line.who].name if line.who in cast else "",
            line.texts,
            condition_text(line.when),
        )
        for line in lines
    )


def _edges(scene: Scene, scenario: Scenario) -> Iterator[Edge]:
    """Yield what leads out of one scene and of no other."""
    for reply in scene.replies:
        yield from _of_reply(reply, scene, scenario)
    yield from _after_form(scene)
    for reaction in scene.reactions:
        yield _of_reaction(reaction, scene.id)


def _after_form(scene: Scene) -> Iterator[Edge]:
    """Yield the moves after a form, up to the first that always holds."""
    for number, move in enumerate(scene.form.then if scene.form else (), start=1):
        edge = Edge(
            scene.id,
            "",
            EdgeKind.FORM,
            str(number),
            when=condition_text(move.when),
            aspects=aspects.of_move(move),
        )
        yield _leading(scene.id, move.effects.to, edge)
        if move.when is None:
            return


def _of_reply(reply: Reply, scene: Scene, scenario: Scenario) -> Iterator[Edge]:
    edge = Edge(
        scene.id,
        "",
        EdgeKind.REPLY,
        reply.id,
        text=reply.text,
        when=condition_text(reply.when),
        aspects=aspects.of_reply(reply),
    )
    if reply.effects.to is not None:
        yield _leading(scene.id, reply.effects.to, edge)
        return
    codes = {use.code for use in reply.does}
    for reaction in (*scene.reactions, *scenario.reactions):
        if reaction.on in codes:
            when = _both(edge.when, condition_text(reaction.when))
            through = replace(edge, through=str(reaction.on), when=when)
            yield _leading(scene.id, reaction.effects.to, through)
            if reaction.when is None:
                return
    yield _leading(scene.id, STAY, edge)


def _anywhere(scenario: Scenario) -> Iterator[Edge]:
    """Yield what may happen in every scene and leads out of it."""
    for reaction in scenario.reactions:
        if reaction.effects.to not in (None, STAY):
            yield _of_reaction(reaction, ANYWHERE)
    if scenario.patience is not None:
        yield Edge(
            ANYWHERE,
            scenario.patience.to,
            EdgeKind.PATIENCE,
            "patience",
            when=f"fruitless >= {scenario.patience.turns}",
            aspects=aspects.of_patience(scenario.patience),
        )


def _of_reaction(reaction: Reaction, source: str) -> Edge:
    edge = Edge(
        source,
        "",
        EdgeKind.REACTION,
        str(reaction.on),
        when=condition_text(reaction.when),
        aspects=aspects.of_reaction(reaction),
    )
    return _leading(source, reaction.effects.to, edge)


def _leading(scene: str, to: str | None, edge: Edge) -> Edge:
    """Let an edge lead where a move leads; without a target it stays."""
    stays = to in (None, STAY)
    return replace(edge, target=scene if stays or to is None else to, stays=stays)


def _both(one: str, other: str) -> str:
    """Return both conditions as one."""
    if not one or not other:
        return one or other
    return " and ".join(
        f"({part})" if " or " in part else part for part in (one, other)
    )


def _numbered(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Tell apart moves of a scene that are called alike."""
    seen: dict[tuple[str, str, str, str, int], count[int]] = {}
    for edge in edges:
        number = next(seen.setdefault(edge.key, count(1)))
        yield replace(edge, nth=number)
