"""Effects in words, made from what is compiled: what an option does is said before it is taken, never its odds."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass

from game.rulebook.rules import Consequence
from game.script.effects import Effect, Say, Target, Write
from game.script.names import column_type
from game.views import names
from game.views.hidden import phrase, step
from game.views.occasion import Occasion, role, unstated, value_of, who
from game.world.columns import Column


@dataclass(frozen=True, slots=True)
class Stated:
    """What a choice does: always, and by the two ends of its roll if it has one. Sentences without a full stop."""

    always: tuple[str, ...]
    success: tuple[str, ...]
    failure: tuple[str, ...]


def state(occasion: Occasion, does: Consequence) -> Stated:
    """An option or a lever in words."""
    always, success, failure = (_clauses(occasion, end) for end in (does.effects, does.success, does.failure))
    return Stated(always, success, failure)


def describe(occasion: Occasion, effect: Effect) -> str:
    """One effect in words; empty where it is not stated."""
    return "".join(_clauses(occasion, (effect,)))


@dataclass(slots=True)
class _Sum:
    """Changes of one cell, or of one column by an unknown amount: they are said in one clause."""

    effect: Write
    change: float | None
    owners: list[str]
    reason: str = ""


def _clauses(occasion: Occasion, effects: tuple[Effect, ...]) -> tuple[str, ...]:
    """Effects in order; equal targets are summed, and equal unknown changes share a clause."""
    said: dict[str, str | _Sum] = {}
    for k, effect in enumerate(effects):
        if isinstance(effect, Say):
            said[f"word {k}"] = _say(occasion, effect)
        elif effect.operator == "set":
            said[f"set {k}"] = _set_to(occasion, effect)
        else:
            _add_to(occasion, effect, said)
    clauses = (part if isinstance(part, str) else _changed(occasion, part) for part in said.values())
    return tuple(dict.fromkeys(filter(None, clauses)))


def _add_to(occasion: Occasion, effect: Write, said: dict[str, str | _Sum]) -> None:
    target, value = effect.target, value_of(occasion, effect.value)
    where = target_name(occasion, target)
    if value is None:
        reason = unstated(occasion, effect.value)
        key, change = f"{target.table}.{target.column} {effect.operator} {reason}", None
    else:
        key, change, reason = where, value if effect.operator == "add" else -value, ""
    found = said.setdefault(key, _Sum(effect, None if change is None else 0.0, [], reason))
    if isinstance(found, _Sum):
        if found.change is not None and change is not None:
            found.change += change
        owner = (
            where
            if target.table == "tie"
            else who(occasion, target.table, target.entity)
            if _owned(occasion, target)
            else ""
        )
        if owner and owner not in found.owners:
            found.owners.append(owner)


def _owned(occasion: Occasion, target: Target) -> bool:
    return target.table not in ("flag", "plot") and not occasion.knows.book.schema.tables[target.table].single


def _changed(occasion: Occasion, sum_: _Sum) -> str:
    target, change = sum_.effect.target, sum_.change
    if change == 0.0 or _of_the_leader_himself(occasion, target):
        return ""
    rises = sum_.effect.operator == "add" if change is None else change > 0
    owners = listed(occasion, sum_.owners)
    said = in_words(occasion, target, change, rises, owners)
    if said:
        return said
    if change is not None:
        return f"{target_name(occasion, target)} {signed(change, unit_of(occasion, target))}"
    words, what = occasion.words, names.column_name(occasion.words, target.table, target.column)
    of = owners or target_name(occasion, target)
    if owners and target.table != "tie":
        of = words("effects.owner", whose=owners, what=what)
    return words("effects.rises" if rises else "effects.falls", what=of, reason=sum_.reason)


def listed(occasion: Occasion, owners: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(owners) < 2:
        return "".join(owners)
    return occasion.words("names.and", first=", ".join(owners[:-1]), last=owners[-1])


def _of_the_leader_himself(occasion: Occasion, target: Target) -> bool:
    """Nobody leads and is suspected by the leader."""
    leader = occasion.knows.world.column("room", "leader")[0]
    suspected = target.table == "person" and target.column in ("suspicion", "led")
    return bool(suspected and value_of(occasion, target.entity) == leader)


def in_words(occasion: Occasion, target: Target, change: float | None, rises: bool, owners: str = "") -> str:
    """A change of what the seat cannot read as a number; empty where it can, or where there are no words."""
    if _sight(occasion, target) != "hidden":
        return ""
    leader = int(occasion.knows.world.column("room", "leader")[0])
    words, book = occasion.words, occasion.knows.book
    lead = words("hidden.leader") if leader == occasion.seat else names.short_name(book, "person", leader)
    owner = who(occasion, "person", target.entity) if target.table == "tie" else owners
    person = who(occasion, "person", target.person) if target.table == "tie" else ""
    said = {"who": owner, "person": person, "leader": lead}
    return phrase(words, target.table, target.column, change, rises, said)


def _sight(occasion: Occasion, target: Target) -> str:
    return _column(occasion, target).sight


def unit_of(occasion: Occasion, target: Target) -> str:
    """The unit of the column that an effect changes."""
    return _column(occasion, target).unit


def _column(occasion: Occasion, target: Target) -> Column:
    schema = occasion.knows.book.schema
    return (
        schema.tie_columns[target.column]
        if target.table == "tie"
        else schema.places[target.table, target.column].column
    )


def _set_to(occasion: Occasion, effect: Write) -> str:
    where, value, words = target_name(occasion, effect.target), value_of(occasion, effect.value), occasion.words
    if effect.target.table == "flag":
        return "" if value is None else where if value else words("effects.no_longer", what=where)
    if effect.target.column == "led" and value:
        leads = _of_the_leader_himself(occasion, effect.target)
        return "" if leads else words("effects.led", who=who(occasion, "person", effect.target.entity))
    return _set(occasion, effect, where, value)


def _set(occasion: Occasion, effect: Write, where: str, value: float | None) -> str:
    kind, words = column_type(_column(occasion, effect.target)), occasion.words
    if effect.target.column == "client" and value is not None:
        return where if value else words("effects.no_longer", what=where)
    if kind.kind == "bool" and value is not None:
        return where if value else words("effects.not_any_more", what=where)
    if value is None:
        entity = kind.kind == "entity"
        said = who(occasion, kind.of, effect.value) if entity else words("roles.as_you_choose")
    else:
        said = names.value_name(occasion.knows.book, kind, value)
    return words("effects.owner", whose=where, what=said)


def signed(change: float, unit: str = "") -> str:
    """A change with its sign, rounded by its unit."""
    return ("+" if change > 0 else "") + names.figure(change, unit)


def target_name(occasion: Occasion, target: Target) -> str:
    """The cell that an effect changes, in words."""
    book = occasion.knows.book
    words = names.column_name(occasion.words, target.table, target.column)
    if target.table == "tie":
        return _tie_name(occasion, target, words)
    if target.table == "flag":
        entity = names.entity_id(book, "flag", value_of(occasion, target.entity) or 0)
        flag = book.content.flags.get(entity)
        return flag.meaning.rstrip(".") if flag else entity.replace("_", " ")
    if book.schema.tables[target.table].single:
        return words
    if target.table == "plot":
        return occasion.words("effects.secrecy") if target.column == "secrecy" else words
    whose = who(occasion, target.table, target.entity)
    return whose if target.column == "value" else occasion.words("effects.owner", whose=whose, what=words)


def _tie_name(occasion: Occasion, target: Target, words: str) -> str:
    seat, person = who(occasion, "person", target.entity), who(occasion, "person", target.person)
    key = f"effects.{target.column}"
    if target.column == "client" and seat == occasion.you:
        key = "effects.client_yours"
    return occasion.words(key if occasion.words.has(key) else "effects.tie", what=words, seat=seat, person=person)


def _say(occasion: Occasion, effect: Say) -> str:
    """A word by its own sentence, its parameters filled in; one that has no sentence is not stated."""
    says = _sentence(occasion, effect)
    if not says:
        return ""
    special = {"page": _pages, "modify": _modified, "advance_plot": _advanced, "fail_step": _failed}
    if effect.word.name in special:
        return special[effect.word.name](occasion, effect)
    values = {
        parameter.name: _argument(occasion, "change" if parameter.name == "delta" else parameter.type, argument)
        for parameter, argument in zip(effect.word.parameters, effect.arguments, strict=True)
    }
    fields = [name for _, name, _, _ in string.Formatter().parse(says) if name]
    return _agree(occasion, says.format(**{name: values[name] for name in fields}))


def _sentence(occasion: Occasion, effect: Say) -> str:
    """The sentence of a word: that of the language, else the word's own."""
    key = f"says.{effect.word.name}"
    return occasion.words(key) if occasion.words.has(key) else effect.word.says


def _agree(occasion: Occasion, sentence: str) -> str:
    """`you is arrested` as `you are arrested`."""
    first, _, rest = sentence.partition(" ")
    if first != occasion.you:
        return sentence
    verb, _, tail = rest.partition(" ")
    key = f"effects.you.{verb}"
    return f"{first} {occasion.words(key) if occasion.words.has(key) else verb} {tail}".rstrip()


def _modified(occasion: Occasion, effect: Say) -> str:
    """A timed change: what, how far, for how long."""
    target, delta, days = effect.arguments
    if not isinstance(target, Target):
        return ""
    change, span = value_of(occasion, int(str(delta))), value_of(occasion, int(str(days)))
    owner = who(occasion, target.table, target.entity) if _owned(occasion, target) else ""
    said = in_words(occasion, target, change, change is None or change > 0, owner)
    if not said:
        unit = unit_of(occasion, target)
        amount = occasion.words("unstated.nobody_can_say") if change is None else signed(change, unit)
        said = f"{target_name(occasion, target)} {amount}"
    if span is None:
        return said
    return occasion.words("effects.for_days", what=said, days=occasion.words.count("names.days", round(span)))


def _step(occasion: Occasion, effect: Say, succeeds: bool) -> str:
    """What a step of the seat's own plot leads to; the word's own sentence where it has no phase to tell by."""
    knows = occasion.knows
    phase = knows.world.column("plot", "phase")[occasion.seat - 1, 0]
    said = step(occasion.words, knows.book.vocabulary.enums["plot_phase"][int(phase)], succeeds)
    return said or _sentence(occasion, effect)


def _advanced(occasion: Occasion, effect: Say) -> str:
    return _step(occasion, effect, True)


def _failed(occasion: Occasion, effect: Say) -> str:
    return _step(occasion, effect, False)


def _pages(occasion: Occasion, effect: Say) -> str:
    man, count = (int(str(a)) for a in effect.arguments[:2])
    pages, name = value_of(occasion, count), who(occasion, "person", man)
    words = occasion.words
    if pages is None:
        return words("effects.pages_untold", who=name)
    return words.count("effects.pages_leave" if pages < 0 else "effects.pages", round(abs(pages)), who=name)


def _argument(occasion: Occasion, kind: str, argument: object) -> str:
    book = occasion.knows.book
    if isinstance(argument, Target):
        return target_name(occasion, argument)
    if kind in ("event", "signal", "text"):
        return ""
    node = int(str(argument))
    if kind.startswith("enum:"):
        value = value_of(occasion, node)
        return role(occasion, node) if value is None else names.enum_name(book, kind[5:], value)
    if kind in ("number", "change"):
        value = value_of(occasion, node)
        if value is None:
            return occasion.words("unstated.nobody_can_say")
        return signed(value) if kind == "change" else names.figure(value)
    return who(occasion, kind, node)
