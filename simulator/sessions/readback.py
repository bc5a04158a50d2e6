"""Many kept talks, gone through again one after the other."""

from msgspec import Struct

from simulator.engine import BadEventsError
from simulator.packs import Library, Loaded, PackError
from simulator.sessions.past import Past, gone_through
from simulator.store import Header, Store, StoreError


class KeptTalk(Struct, frozen=True):
    """A talk as it was kept."""

    loaded: Loaded
    """The scenario it was played on, with the rubric and the rulebook of today."""
    past: Past


class Readback:
    """Goes through talks; a scenario of which there are many talks is read once."""

    def __init__(self, library: Library, store: Store, texts: int | None = None):
        """Prepare.

        Args:
            library: Has the rubrics and the rulebooks.
            store: Where the talks are kept; nothing is written there.
            texts: How many scenarios are read at most; None: as many as there are.
        """
        self._library, self._store, self._texts = library, store, texts
        self._loaded: dict[tuple[str, str], Loaded] = {}

    def talk(self, attempt: str) -> KeptTalk | None:
        """Return a talk; None where it is damaged, or too many scenarios were read."""
        try:
            loaded = self._kit(self._store.attempt(attempt).header)
            if loaded is None:
                return None
            past = gone_through(loaded.scenario, self._store.events(attempt))
        except (StoreError, PackError, BadEventsError):
            return None
        return KeptTalk(loaded, past)

    def _kit(self, header: Header) -> Loaded | None:
        key = header.digest, header.source
        if key not in self._loaded:
            if self._texts is not None and len(self._loaded) >= self._texts:
                return None
            text = self._store.text(header.digest)
            place = self._library.place(header.source)
            self._loaded[key] = self._library.loaded(text, place, header.source)
        return self._loaded[key]
