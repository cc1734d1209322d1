"""A file of choices played in the terminal: the same pages, answered by the file."""

from __future__ import annotations

from game.language.words import Words
from game.play.choices import Choices, Reader, Step
from game.ui.text import pages
from game.ui.text.session import Session

FINE = 0


def play_choices(session: Session, file: Choices) -> int:
    """Play a file to the end of the book, and report what of it could not be done."""
    screen, campaign, reader = session.screen, session.campaign, Reader(file)
    session.front()
    while campaign.halt != "over":
        view = campaign.view()
        if view.questions:
            pages.question(screen, view.questions[0])
        offers = campaign.offers() if view.halt == "orders" else ()
        known = len(reader.faults)
        step = reader.step(campaign)
        for fault in reader.faults[known:]:
            screen.say(fault)
        for offer in offers:
            if step.kind == "order" and offer.lever == step.what:
                pages.order(screen, offer)
        screen.say(f"> {said(screen.words, step)}", "bold")
        after = campaign.view()
        session.aftermath(after)
        if after.stop == view.stop:
            session.spent(view, after)
    reported = len(reader.faults)
    reader.finish()
    for fault in reader.faults[reported:]:
        screen.say(fault)
    session.end()
    screen.say(screen.words("terminal.hash", hash=campaign.hash), "dim")
    return FINE


def said(words: Words, step: Step) -> str:
    """A step as a line."""
    return {
        "answer": f"{step.what}: {step.option}",
        "order": " ".join((step.what, *step.arguments)),
        "advance": words("terminal.step_on"),
        "go_on": words("terminal.step_go_on", who=step.what),
        "close": words("terminal.step_close"),
    }[step.kind]
