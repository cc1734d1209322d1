"""A file of choices played in the terminal: the same pages, answered by the file."""

from __future__ import annotations

from game.play.choices import Choices, Reader, Step
from game.ui.text import pages
from game.ui.text.session import Session

FINE = 0


def play_choices(session: Session, file: Choices) -> int:
    """Play a file to the end of the book, and report what of it could not be done."""
    screen, campaign, reader = session.screen, session.campaign, Reader(file)
    session.front()
    while campaign.halt != "over":
        asked = campaign.view().questions
        if asked:
            pages.question(screen, asked[0])
        known = len(reader.faults)
        step = reader.step(campaign)
        for fault in reader.faults[known:]:
            screen.say(fault)
        screen.say(f"> {said(step)}", "bold")
        session.aftermath(campaign.view())
    reported = len(reader.faults)
    reader.finish()
    for fault in reader.faults[reported:]:
        screen.say(fault)
    session.end()
    screen.say(f"Hash of the world: {campaign.hash}", "dim")
    return FINE


def said(step: Step) -> str:
    """A step as a line."""
    return {
        "answer": f"{step.what}: {step.option}", "order": step.what, "advance": "on to the next stop",
        "go_on": f"go on as {step.what}", "close": "close the book",
    }[step.kind]  # fmt: skip
