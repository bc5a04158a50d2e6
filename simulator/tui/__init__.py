"""The game on a screen: `simulator.tui.app.run_app`, drawn with Textual.

A screen shows what sessions, engine and reports give it and posts wishes; the
app answers wishes with navigation. Nothing here computes a score or keeps data.
"""
