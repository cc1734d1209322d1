"""An event: pushed and free. It comes when its condition holds and asks a seat, or nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from game.content.models.common import Fault, Formula, Id, Ids, Many, Words18, check_unique, rule
from game.content.models.happening import Happening, Outcome
from game.content.problem import did_you_mean, one_of

MOST_OPTIONS = 5


class Option(Outcome):
    """One answer to an event; `text` says what is done."""

    id: Id
    text: Words18 = ""
    historical: bool = False


class Event(Happening):
    """An event with its trigger (exactly one of a signal, a schedule, or a condition polled) and its options."""

    decides: Formula | None = None
    when: Formula | None = None
    chance: Formula | None = None
    mean_days: Formula | None = None
    on: Id | None = None
    scheduled: bool = False
    timeout: Annotated[int, Field(ge=1, le=3650)] | None = None
    default: Id | None = None
    tags: Ids = ()
    options: Many[Option] = Field(alias="option")

    @property
    def polled(self) -> bool:
        """Whether the condition is asked each step, rather than a signal or a schedule awaited."""
        return self.on is None and not self.scheduled

    @property
    def default_option(self) -> Option:
        """The option that applies when nobody decides."""
        return next((option for option in self.options if option.id == self.default), self.options[0])

    @rule("on", "scheduled", "when", "window")
    def _has_one_trigger(self) -> Iterator[Fault]:
        if self.on is not None and self.scheduled:
            yield Fault("an event has one trigger: 'on' or 'scheduled', not both", "remove one", ("scheduled",))
        if self.polled and self.when is None and self.window is None:
            yield Fault("nothing triggers this event", "add when, window, on or scheduled = true", spoils="on")

    @rule("on", "scheduled", "chance", "mean_days", "once")
    def _waits_as_its_trigger_allows(self) -> Iterator[Fault]:
        if self.chance is not None and self.mean_days is not None:
            yield Fault("'chance' and 'mean_days' exclude each other", "remove one", ("mean_days",))
        elif self.chance is not None and self.polled and not self.once:
            hint = "add once = true, or write mean_days instead"
            yield Fault("'chance' is legal only with on, once or scheduled", hint, ("chance",))
        elif self.mean_days is not None and not self.polled:
            hint = "write chance instead"
            yield Fault("'mean_days' is legal only while 'when' is polled", hint, ("mean_days",))

    @rule("decides", "option")
    def _has_options_enough(self) -> Iterator[Fault]:
        count = len(self.options)
        if self.decides is not None and not 2 <= count <= MOST_OPTIONS:
            message = f"an event that somebody decides has 2 to {MOST_OPTIONS} options, not {count}"
            yield Fault(message, "add or remove an [[event.option]]", spoils="default")
        if self.decides is None and count != 1:
            message = f"an event that nobody decides has one option, not {count}"
            yield Fault(message, "add decides, or keep one option", spoils="decides")

    @rule("option.id")
    def _has_different_options(self) -> Iterator[Fault]:
        yield from check_unique(self.options, "id", "option", "option", spoils="default")

    @rule("option.historical")
    def _has_one_historical_option(self) -> Iterator[Fault]:
        historical = [index for index, option in enumerate(self.options) if option.historical]
        if len(historical) > 1:
            yield Fault("at most one option is historical", "remove one", ("option", historical[1], "historical"))

    @rule("decides", "option")
    def _says_what_is_done(self) -> Iterator[Fault]:
        for index, option in enumerate(self.options):
            if self.decides is not None and not option.text and "text" not in option.unsound:
                yield Fault(f"the option '{option.id}' has no text", "say what is done", ("option", index))

    @rule("decides", "default", "option.id")
    def _has_a_default(self) -> Iterator[Fault]:
        names = [option.id for option in self.options]
        if self.default is not None and self.default not in names:
            hint = did_you_mean(self.default, names, one_of(names))
            yield Fault(f"the default '{self.default}' is not an option of this event", hint, ("default",))
        if self.default is None and self.decides is not None:
            yield Fault("the key 'default' is missing", "name the option that applies when nobody decides")

    @rule("decides", "timeout")
    def _waits_for_somebody(self) -> Iterator[Fault]:
        if self.timeout is not None and self.decides is None:
            yield Fault("'timeout' in an event that nobody decides", "remove it, or add decides", ("timeout",))

    @rule("public", "decides", "option.news")
    def _tells_what_is_public(self) -> Iterator[Fault]:
        told = [index for index, option in enumerate(self.options) if option.news]
        if told and not self.public:
            yield Fault("news of an event that is not public", "add public = true", ("option", told[0], "news"))
        if self.public and self.decides is not None and not told:
            yield Fault("a public event of which nobody hears", "add news to an option, or remove it", ("public",))
