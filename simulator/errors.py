"""The root of what this package raises.

SimulatorError
├── engine.errors.EngineError        an answer or an event the engine can't take
├── packs.errors.PackError           a pack, scenario, rulebook or rubric is missing
├── store.errors.StoreError          the store can't be opened, read or written
├── lrs.errors.LrsError              a record store does not take what it is sent
├── sessions.errors.SessionError     a use case asked for at the wrong time
├── cli.graphviz.*                   graphviz is not there, or did not draw
└── cli.versions.NotInGitError       git does not give a version of a file

Mistakes in a writer's files are never raised: they are `Finding`s.
"""

from collections.abc import Callable


class SimulatorError(Exception):
    """Base of everything that `simulator` raises on purpose.

    What a person may get to see is an English template with its values beside it,
    so that whoever shows it can say it in the person's language.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values

    def sentence(self, gettext: Callable[[str], str]) -> str:
        """Return what went wrong and what to do, in the language of a catalogue."""
        said = gettext(self.template)
        return said.format(**self.values) if self.values else said
