"""Fill the empty sides of an event with participants that other words of the document give, and say by which rule."""

from __future__ import annotations

from dataclasses import replace

from tasks.records import Event


def fill(event: Event, how: str, initiators: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Event:
    """Return an event whose empty sides are filled, nobody standing on both; ``rule`` names how each side was found."""
    doing = event.initiators or tuple(actor for actor in initiators if actor not in event.recipients)
    undergoing = event.recipients or tuple(actor for actor in recipients if actor not in doing)
    sides = [f" initiators:{how}"] if doing and not event.initiators else []
    sides += [f" recipients:{how}"] if undergoing and not event.recipients else []
    if not sides:
        return event
    return replace(event, initiators=doing, recipients=undergoing, rule=event.rule + "".join(sides))
