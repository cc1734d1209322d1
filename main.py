"""The command line: what it understands, and which part of the game each command goes to."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

FINE, NO, BAD_INPUT, CANCELLED = 0, 1, 2, 130
EVERY = ("turn", "month", "quarter", "year")
DIFFICULTIES = ("easy", "normal", "hard")
SCENARIO = "dacha-1941"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. 0: fine, 1: the answer is no, 2: bad input (one sentence on stderr), 130: cancelled."""
    from game.lab.fault import BadInput

    given = read(words if words is not None else sys.argv[1:] or ["play"])
    try:
        return int(COMMANDS[given.command](given))
    except BadInput as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return CANCELLED
    except BrokenPipeError:
        # The reader of our output has left; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


# commands, each importing no more than it needs -------------------------------------------------------------------


def _play(given: argparse.Namespace) -> int:
    from game.ui import text

    return int(text.main(given))


def _simulate(given: argparse.Namespace) -> int:
    from game.lab import simulate

    return simulate.main(given)


def _bench(given: argparse.Namespace) -> int:
    from game.lab.bench import command

    return command.main(given)


def _replay(given: argparse.Namespace) -> int:
    from game.lab import replay

    return replay.main(given)


def _mods(given: argparse.Namespace) -> int:
    from game.lab import check, reference, why

    return {"check": check.main, "docs": reference.main, "why": why.main}[given.what](given)


COMMANDS = {"play": _play, "simulate": _simulate, "bench": _bench, "replay": _replay, "mods": _mods}


# arguments --------------------------------------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the nearest word there is."""

    def __init__(self, **settings: object) -> None:
        settings.setdefault("allow_abbrev", False)
        super().__init__(**settings)  # type: ignore[arg-type]

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


def read(words: Sequence[str]) -> argparse.Namespace:
    """The arguments; of those that a command does not know, the command itself complains."""
    given, extra = parser().parse_known_args(words)
    if extra:
        given.parser.error(f"unrecognized arguments: {' '.join(extra)}")
    return given


def parser() -> Parser:
    """All commands."""
    out = Parser(prog="main.py", description="Red Wedge: the Soviet leadership from 22 June 1941, played or simulated.")
    commands = out.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _play_arguments(_command(commands, "play", "play one man of the room (the default)"))
    _simulate_arguments(_command(commands, "simulate", "run worlds with a policy in every seat, and say what happened"))
    bench = _command(commands, "bench", "measure speed and memory against the budgets")
    bench.add_argument("--slice", choices=("opening",), help="with 1,300 synthetic events, to the end of 1941")
    bench.add_argument("--quick", action="store_true", help="fewer repetitions: rougher figures")
    replay = _command(commands, "replay", "rebuild a saved world from its seed and journal, and prove it the same")
    replay.add_argument("file", metavar="FILE", help="a save, or a file of choices")
    replay.add_argument("--mod", action="append", default=[], metavar="PATH", help="a mod's folder")
    replay.add_argument("--until", metavar="DATE", help="stop on this date, and print the hash")
    _mods_arguments(_command(commands, "mods", "check mods, print the reference, explain an event"))
    return out


def _command(commands: argparse._SubParsersAction[Parser], name: str, text: str) -> Parser:
    made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    made.set_defaults(parser=made)
    return made


def _world_arguments(to: argparse.ArgumentParser) -> None:
    """What a world is made of: the same for play, simulate and why."""
    to.add_argument("--scenario", default=SCENARIO, metavar="ID", help=f"the chapter (default {SCENARIO})")
    to.add_argument("--as", dest="protagonist", default="", metavar="PERSON", help="who is played, or would be")
    to.add_argument("--premise", action="append", default=[], metavar="NAME=VALUE", help="VALUE may be draw")
    to.add_argument("--side", action="append", default=[], metavar="SEAT=POLICY", help="a person, a power or all")
    to.add_argument("--difficulty", default="normal", choices=DIFFICULTIES, help="reports and rivals, not the rules")
    to.add_argument("--mod", action="append", default=[], metavar="PATH", help="a mod's folder")


def _play_arguments(to: argparse.ArgumentParser) -> None:
    _world_arguments(to)
    to.add_argument("--text", action="store_true", help="in the terminal, line by line (as long as there is no window)")
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
    to.add_argument("--probe", action="append", default=[], metavar="NAME=EXPRESSION", help="one more figure")
    to.add_argument("--every", default="month", choices=EVERY, help="dates of the series (default month)")
    to.add_argument("--raw", action="store_true", help="write probes.csv: every world's figures")
    to.add_argument("--chronicle", action="store_true", help="write chronicle.csv: what happened in every world")
    to.add_argument("--jobs", default="1", metavar="J", help="processes (default 1)")
    to.add_argument("--out", metavar="DIR", help="folder for manifest.json, worlds.csv, series.csv")
    to.add_argument("--quiet", action="store_true", help="no progress bar")


def _run_arguments(to: argparse.ArgumentParser) -> None:
    to.add_argument("--choose", action="append", default=[], metavar="EVENT=OPTION", help="what every seat takes")
    to.add_argument("--set", action="append", default=[], metavar="COLUMN=VALUE", help="a figure at the start")


def _mods_arguments(to: argparse.ArgumentParser) -> None:
    whats = to.add_subparsers(dest="what", required=True, metavar="WHAT", parser_class=Parser)
    check = _command(whats, "check", "find all faults of mods (of the base game, if none is named)")
    check.add_argument("paths", nargs="*", metavar="PATH", help="folders of mods")
    docs = _command(whats, "docs", "print the reference of the rule language")
    docs.add_argument("--scenario", default=SCENARIO, metavar="ID", help="whose entities are named")
    docs.add_argument("--mod", action="append", default=[], metavar="PATH", help="a mod's folder")
    why = _command(whats, "why", "each clause of an event's condition, met or unmet, in one world on one day")
    why.add_argument("event", metavar="EVENT")
    why.add_argument("--seed", default="1", metavar="S", help="which world (default 1)")
    why.add_argument("--date", required=True, metavar="D", help="the day; the next turn's start counts")
    _world_arguments(why)
    _run_arguments(why)


if __name__ == "__main__":
    sys.exit(main())
