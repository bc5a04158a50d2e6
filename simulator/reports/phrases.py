"""Sentences that know no language yet: a template and what fills it.

Reports keep them so; whoever draws a report renders them with a catalogue.
"""

from collections.abc import Mapping
from gettext import NullTranslations

from msgspec import Struct


class Phrase(Struct, frozen=True):
    """One message, translated when it is drawn."""

    template: str
    """English, with `{names}`; marked with `N_` or `NN_` where it is written."""
    params: Mapping[str, "str | int | Phrase"] = {}
    """What fills it; a phrase among them is rendered first."""
    many: str | None = None
    """The plural template; the number that chooses is `params["n"]`."""

    def render(self, texts: NullTranslations) -> str:
        """Return the phrase in the language of a catalogue."""
        filled = {name: _filled(value, texts) for name, value in self.params.items()}
        return self._template(texts).format(**filled)

    def _template(self, texts: NullTranslations) -> str:
        if self.many is None:
            return texts.gettext(self.template) if self.template else ""
        n = self.params["n"]
        return texts.ngettext(self.template, self.many, n if isinstance(n, int) else 0)


def phrase(template: str, **params: "str | int | Phrase") -> Phrase:
    """Return a phrase of a template marked with `N_`."""
    return Phrase(template, params)


def counted(forms: tuple[str, str], n: int, **params: "str | int | Phrase") -> Phrase:
    """Return a phrase of two forms marked with `NN_`; `{n}` is the number."""
    return Phrase(forms[0], {"n": n, **params}, forms[1])


def verbatim(words: str) -> Phrase:
    """Return words that are in the reader's language already, as they are."""
    return Phrase("{words}", {"words": words})


def _filled(value: "str | int | Phrase", texts: NullTranslations) -> str | int:
    return value.render(texts) if isinstance(value, Phrase) else value
