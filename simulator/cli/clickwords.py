"""Make click speak the user's language.

Click looks its words up through names of its own modules that are bound when
they are imported, so the language of the process' locale would decide. Here they
are bound to a catalogue for as long as a command line is being worked on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Final

from click import core, decorators, exceptions, formatting, parser, types

from simulator.messages import N_, NN_

_SPEAKERS: Final = (core, decorators, exceptions, formatting, parser, types)

WORDS: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("default: {default}"),
    N_("required"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("No such option: {name}"),
    N_("Error: {message}"),
    N_("{value} is not in the range {range}."),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("Choose from:\n\t{choices}"),
)
"""Click's own messages that a user of this program can meet."""

FORMS: Final = (
    NN_(
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


@contextmanager
def click_speaks(texts: NullTranslations) -> Iterator[None]:
    """Let click speak the language of a catalogue, then its own again."""
    ours = {"_": texts.gettext, "ngettext": texts.ngettext}
    before = [(module, dict(vars(module))) for module in _SPEAKERS]
    for module, names in before:
        for name, function in ours.items():
            if name in names:
                setattr(module, name, function)
    try:
        yield
    finally:
        for module, names in before:
            for name in ours.keys() & names.keys():
                setattr(module, name, names[name])
