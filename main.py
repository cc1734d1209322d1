"""The command line: what it understands, and which part of the game each command goes to."""

from __future__ import annotations

import os
import signal
import sys


def _leave_at_once(*_: object) -> None:
    """Ctrl-C while modules are being imported: nothing has begun that would have to be put away."""
    os.write(2, b"Cancelled.\n")
    os._exit(130)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, _leave_at_once)

import argparse  # noqa: E402  imports take time, in which Ctrl-C may come
import re  # noqa: E402
from collections.abc import Callable, Sequence  # noqa: E402
from contextlib import suppress  # noqa: E402
from typing import NoReturn, TextIO  # noqa: E402

Command = Callable[[argparse.Namespace], int]

FINE, NO, BAD_INPUT, CANCELLED = 0, 1, 2, 130
EVERY = ("turn", "month", "quarter", "year")
DIFFICULTIES = ("easy", "normal", "hard")
SCENARIO = "dacha-1941"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. 0: fine, 1: the answer is no, 2: bad input (one sentence on stderr), 130: cancelled."""
    from game.lab.fault import BadInput

    _open_closed_streams()
    try:
        given = read(words if words is not None else sys.argv[1:] or ["play"])
        command = COMMANDS[given.command](given)
        _hear_interrupts()
        done = command(given)
        sys.stdout.flush()
        return done
    except BadInput as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        _complain("Cancelled.")
        return CANCELLED
    except SystemExit as left:
        # rich leaves with 1 when nobody reads what it prints.
        return _unheard() if isinstance(left.__context__, BrokenPipeError) else _code_of(left)
    except BrokenPipeError:
        return _unheard()
    except OSError as error:
        _drop(sys.stdout)
        what = f"{error.filename} cannot be used" if error.filename else "the output cannot be written"
        return _complain(f"main.py: {what}: {error.strerror} (make room for it, or choose another place)")


def _open_closed_streams() -> None:
    """A stream that is closed counts as one that holds nothing and takes everything."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _hear_interrupts() -> None:
    """From now on Ctrl-C is KeyboardInterrupt, for the command to put away what it has begun."""
    if signal.getsignal(signal.SIGINT) is _leave_at_once:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _complain(sentence: str) -> int:
    with suppress(OSError):
        print(sentence, file=sys.stderr)
    return BAD_INPUT


def _code_of(left: SystemExit) -> int:
    return left.code if isinstance(left.code, int) else FINE


def _unheard() -> int:
    """The reader of our output has left: that is no fault."""
    _drop(sys.stdout)
    return FINE


def _drop(stream: TextIO) -> None:
    """What a stream still holds goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


# commands, each importing no more than it needs -------------------------------------------------------------------


def _play(given: argparse.Namespace) -> Command:
    if given.text or given.choices:
        from game.ui import text

        return text.main
    from game.ui.app import start

    return start.main


def _simulate(given: argparse.Namespace) -> Command:
    from game.lab import simulate

    return simulate.main


def _bench(given: argparse.Namespace) -> Command:
    if given.ui:
        from game.ui.bench import command as of_window

        return of_window.main
    from game.lab.bench import command

    return command.main


def _shots(given: argparse.Namespace) -> Command:
    from game.ui.shots import command

    return command.main


def _replay(given: argparse.Namespace) -> Command:
    from game.lab import replay

    return replay.main


def _mods(given: argparse.Namespace) -> Command:
    from game.lab import check, reference, why

    return {"check": check.main, "docs": reference.main, "why": why.main}[given.what]


COMMANDS = {"play": _play, "simulate": _simulate, "bench": _bench, "shots": _shots, "replay": _replay, "mods": _mods}


# arguments --------------------------------------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the nearest word there is."""

    def __init__(self, **settings: object) -> None:
        settings.setdefault("allow_abbrev", False)
        super().__init__(**settings)  # type: ignore[arg-type]
        self.register("type", None, _something)

    def error(self, message: str) -> NoReturn:
        """Print the sentence and end with 2."""
        sys.exit(self._complain(message))

    def _complain(self, message: str) -> int:
        print(f"{self.prog}: {message}{self._hint(message)}", file=sys.stderr)
        return BAD_INPUT

    def _hint(self, message: str) -> str:
        from game.content.problem import did_you_mean

        wrong = re.search(r"invalid choice: '?([^' ]+)'?|unrecognized arguments: (\S+)", message)
        if wrong is None:
            return f" (see {self.prog} --help)"
        word = wrong[1] or wrong[2]
        known = re.findall(r"[\w-]+", message.partition("choose from")[2]) or sorted(self._option_string_actions)
        hint = did_you_mean(word.partition("=")[0], known)
        return f" ({hint})" if hint else f" (see {self.prog} --help)"


def _something(text: str) -> str:
    """Any argument but an empty one, which would look as if nothing had been asked for."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty: give a value, or leave the option out")
    return text


def read(words: Sequence[str]) -> argparse.Namespace:
    """The arguments; of those that a command does not know, the command itself complains."""
    given, extra = parser().parse_known_args(words)
    if extra:
        given.parser.error(f"unrecognized arguments: {' '.join(extra)}")
    return given


def parser() -> Parser:
    """All commands."""
    out = Parser(prog="main.py", description="Red Wedge: the Soviet leadership from 22 June 1941, played or simulated.")
    out.epilog = "Exit codes: 0 fine, 1 the answer is no, 2 bad input (one sentence), 130 cancelled."
    commands = out.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    commands.type = str  # its words are looked at one by one by the parser of the command
    _play_arguments(_command(commands, "play", "play one man of the room (the default)"))
    _simulate_arguments(_command(commands, "simulate", "run worlds with a policy in every seat, and say what happened"))
    bench = _command(commands, "bench", "measure speed and memory against the budgets")
    bench.add_argument("--slice", choices=("opening",), help="with 1,300 synthetic events, to the end of 1941")
    bench.add_argument("--ui", action="store_true", help="the window instead: frames, start, turns")
    bench.add_argument("--quick", action="store_true", help="fewer repetitions: rougher figures")
    _shots_arguments(_command(commands, "shots", "draw every screen from a scripted campaign, and check it"))
    replay = _command(commands, "replay", "rebuild a saved world from its seed and journal, and prove it the same")
    replay.add_argument("file", metavar="FILE", help="a save, or a file of choices")
    _many(replay, "--mod", "PATH", "a mod's folder")
    replay.add_argument("--until", metavar="DATE", help="stop on this date, and print the hash")
    _mods_arguments(_command(commands, "mods", "check mods, print the reference, explain an event"))
    return out


def _command(commands: argparse._SubParsersAction[Parser], name: str, text: str) -> Parser:
    made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    made.set_defaults(parser=made)
    return made


def _many(to: argparse.ArgumentParser, flag: str, shape: str, text: str) -> None:
    """An option that may be given several times."""
    to.add_argument(flag, action="append", default=[], metavar=shape, help=text)


def _world_arguments(to: argparse.ArgumentParser) -> None:
    """What a world is made of: the same for play, simulate and why."""
    to.add_argument("--scenario", default=SCENARIO, metavar="ID", help=f"the chapter (default {SCENARIO})")
    to.add_argument("--as", dest="protagonist", metavar="PERSON", help="who is played, or whose end is told")
    _many(to, "--premise", "NAME=VALUE", "the argument: breakdown=myth; VALUE may be draw")
    _many(to, "--side", "SEAT=POLICY", "who plays a person, a power or all: beria=historical")
    to.add_argument("--difficulty", default="normal", choices=DIFFICULTIES, help="reports and rivals, not the rules")
    _many(to, "--mod", "PATH", "a mod's folder")


def _play_arguments(to: argparse.ArgumentParser) -> None:
    _world_arguments(to)
    to.add_argument("--text", action="store_true", help="in the terminal, line by line, without a window")
    to.add_argument("--seed", metavar="N", help="which world; default: a new one")
    to.add_argument("--ironman", action="store_true", help="no undo, and a fall is the end")
    to.add_argument("--load", metavar="FILE", help="go on with a save")
    to.add_argument("--choices", metavar="FILE", help="take answers and orders from a file, one JSON line each")


def _simulate_arguments(to: argparse.ArgumentParser) -> None:
    _world_arguments(to)
    _run_arguments(to)
    to.add_argument("--worlds", default="1", metavar="K", help="how many: seeds N to N+K-1 (default 1)")
    to.add_argument("--seed", default="1", metavar="N", help="the first seed (default 1)")
    to.add_argument("--until", metavar="DATE", help="last day (default: the scenario's; later, systems run on)")
    _many(to, "--probe", "NAME=EXPRESSION", "one more figure: fear=organ.press.fear")
    to.add_argument("--every", default="month", choices=EVERY, help="dates of the series (default month)")
    to.add_argument("--raw", action="store_true", help="write probes.csv: every world's figures")
    to.add_argument("--chronicle", action="store_true", help="write chronicle.csv: what happened in every world")
    to.add_argument("--jobs", default="1", metavar="J", help="processes (default 1)")
    to.add_argument("--out", metavar="DIR", help="folder for manifest.json, worlds.csv, series.csv")
    to.add_argument("--quiet", action="store_true", help="no progress bar")


def _run_arguments(to: argparse.ArgumentParser) -> None:
    _many(to, "--choose", "EVENT=OPTION", "what every seat takes: week.ambassador=wait")
    _many(to, "--set", "COLUMN=VALUE", "a figure at the start: nerve=40")


def _shots_arguments(to: argparse.ArgumentParser) -> None:
    to.add_argument("folder", metavar="DIR", help="where the pictures go")
    to.add_argument("--size", default="1600x900", metavar="WxH", help="of the window, pixels (default 1600x900)")
    to.add_argument("--scale", default="100", metavar="S", help="size of the interface, percent (default 100)")
    to.add_argument("--only", metavar="NAME", help="pictures whose name begins so, or all of one screen")
    to.add_argument("--no-presses", action="store_true", help="check what is seen alone, and press nothing")


def _mods_arguments(to: argparse.ArgumentParser) -> None:
    whats = to.add_subparsers(dest="what", required=True, metavar="WHAT", parser_class=Parser)
    whats.type = str
    check = _command(whats, "check", "find all faults of mods (of the base game, if none is named)")
    check.add_argument("paths", nargs="*", metavar="PATH", help="folders of mods")
    docs = _command(whats, "docs", "print the reference of the rule language")
    docs.add_argument("--scenario", default=SCENARIO, metavar="ID", help="whose entities are named")
    _many(docs, "--mod", "PATH", "a mod's folder")
    why = _command(whats, "why", "each clause of an event's condition, met or unmet, in one world on one day")
    why.add_argument("event", metavar="EVENT", help="its id, as week.ambassador")
    why.add_argument("--seed", default="1", metavar="S", help="which world (default 1)")
    why.add_argument("--date", required=True, metavar="D", help="the day; the next turn's start counts")
    _world_arguments(why)
    _run_arguments(why)


if __name__ == "__main__":
    sys.exit(main())
