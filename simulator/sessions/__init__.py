"""The use cases that every front end goes through.

Start reading at `simulator.sessions.usecases.Sessions`. Nothing is imported here: who
counts talks needs little of what plays them.
"""
