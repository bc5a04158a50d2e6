"""Keys that do something in a box, done in the order in which they were pressed."""

from textual import events
from textual.widget import Widget


async def act_in_order(box: Widget, event: events.Key) -> None:
    """Do at once what a key is bound to in a box; leave others alone.

    Letters reach the box, and a bound key, such as Backspace or Enter, goes on from it
    to the app, which looks it up: typed quickly, «12», Backspace, «3» would become «12»
    and Enter would come before the correction.
    """
    for binding in box._bindings.key_to_bindings.get(event.key, ()):
        if not binding.priority and await box.app.run_action(binding.action, box):
            event.stop()
            event.prevent_default()
            return
