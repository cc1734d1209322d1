"""What is printed: the front page, questions, news, the desk, the room, orders, the last page."""

from __future__ import annotations

from datetime import date, timedelta

from game.ai.study import Study
from game.play.campaign import View
from game.rulebook.book import Rulebook
from game.ui.text import words
from game.ui.text.screen import INDENT, Screen
from game.views.desk import Desk
from game.views.explain import Explanation
from game.views.offers import Candidate, Offer
from game.views.question import OptionCard, Question
from game.views.room import Person, Room
from game.views.telegraph import Item, Telegraph
from game.views.verdict import Line, Verdict

FIRST_HOURS = {"dacha-1941": "04:10"}
"""The hour at which a chapter begins, for its front page."""

MOST_NEWS = 3
MOST_CLAUSES_AT_FIRST = 3
"""Of what an option is said to do on the first card of a game; nobody reads a page before his first choice."""
GRAVE = ("leader_", "plot_", "struck", "arrested", "executed", "vote_")
"""Notes that come before all other news."""


def front(screen: Screen, book: Rulebook, desk: Desk) -> None:
    """The front page: the hour, where the world stands, who you are."""
    hour = FIRST_HOURS.get(book.scenario.id, "")
    screen.rule(", ".join(filter(None, (words.long_date(desk.date), hour))))
    screen.say(book.scenario.text)
    screen.say()
    screen.say(f"You are {desk.name}.")


def status(screen: Screen, view: View) -> None:
    """The line that heads a stop: the date, who you are, what you have to spend, where the leader is."""
    desk = view.desk
    screen.say()
    screen.rule(words.long_date(desk.date))
    parts = [desk.name, f"authority {words.number(desk.authority)}", f"hands {words.number(desk.hands_left)}"]
    if desk.signs:
        parts.append(f"signs {desk.signs}")
    parts.append(_leader(desk))
    screen.say("  ·  ".join(parts) if screen.console.encoding.lower().startswith("utf") else " | ".join(parts), "dim")


def _leader(desk: Desk) -> str:
    if desk.leader == desk.name:
        since = words.short_date(desk.withdrawn_since) if desk.withdrawn_since else ""
        if desk.back_today and not desk.hands_left:
            return "you lead, back since today: your hands come tomorrow"
        return f"you lead, and answer nobody since {since}" if since else "you lead"
    if desk.withdrawn_since:
        return f"{desk.leader} answers nobody since {words.short_date(desk.withdrawn_since)}"
    return f"{desk.leader} {'is at work' if desk.leader_here else 'is not to be seen'}"


def night(screen: Screen, desk: Desk) -> None:
    """The line that heads what was heard after the last stop: the night on which the chapter ends, or he falls."""
    screen.say()
    screen.rule(f"{words.long_date(min(desk.date, desk.until))}, night")


def own_acts(screen: Screen, book: Rulebook, news: Telegraph) -> None:
    """What came of what you chose; an option of which nothing is told is not read out again."""
    for item in news.items:
        if item.sort == "own" and item.text and not _is_option(book, item):
            screen.say()
            screen.say(item.text, "italic")


def _is_option(book: Rulebook, item: Item) -> bool:
    """Whether the text of an act is but the option that was taken."""
    event, _, option = item.code.rpartition(".")
    if event not in book.vocabulary.events:
        return False
    rule = book.event(event)
    return rule.options[rule.place(option)].source.text == item.text


def signs(screen: Screen, news: Telegraph) -> None:
    """What you notice is prepared against you."""
    for item in news.items:
        if item.sort == "sign":
            screen.say(item.text, "bold")


def told(screen: Screen, desk: Desk) -> None:
    """The figures that have reached you, and by whom."""
    authors = dict.fromkeys(figure.by for figure in desk.figures)
    for author in authors:
        his = [figure for figure in desk.figures if figure.by == author]
        said = "; ".join(f"{f.label} {words.figure(f.value)}{_as_of(f.on, desk.date)}" for f in his)
        screen.say(f"Reported by {author}: {said}.", "dim")


def _as_of(on: str, today: str) -> str:
    """The day of a report that is older than the evening before today."""
    old = on and date.fromisoformat(today) - date.fromisoformat(on) > timedelta(days=1)
    return f" (as of {words.short_date(on)})" if old else ""


def grave_news(screen: Screen, news: Telegraph) -> None:
    """What shook the room in the middle of a stop."""
    for item in news.items:
        if item.sort == "news" and item.code.startswith(GRAVE):
            screen.say()
            screen.say(item.text, "bold")


def telegraph(screen: Screen, book: Rulebook, news: Telegraph, whole: bool = False) -> None:
    """The news since the last stop: the gravest in full, the others by their titles; or all of them."""
    items = [item for item in news.items if item.sort in ("rival", "news")]
    if not items:
        return
    chosen = items if whole else _gravest(book, items)
    screen.say()
    for item in chosen:
        parts = (words.short_date(item.date), item.who, item.title) if item.title else (words.short_date(item.date),)
        screen.say(" ".join(words.stopped(part) for part in (*parts, item.text) if part), indent=2)
    left = len(items) - len(chosen)
    if left:
        screen.say(f"and {left} more (m)", "dim", indent=2)


def _gravest(book: Rulebook, items: list[Item]) -> list[Item]:
    """What shook the room first, then what was decided, then what others did of themselves; in order of happening."""
    order = sorted(range(len(items)), key=lambda i: (_weight(book, items[i]), -i))
    return [items[i] for i in sorted(order[:MOST_NEWS])]


def _weight(book: Rulebook, item: Item) -> int:
    if item.code.startswith(GRAVE):
        return 0
    if item.code.rpartition(".")[0] in book.vocabulary.events:
        return 1
    return 2 if item.sort == "rival" else 3


# questions ----------------------------------------------------------------------------------------------------------


def question(screen: Screen, asked: Question, most: int = 99) -> None:
    """A question with its options; those that are open have numbers. most: clauses of each that are said."""
    screen.say()
    screen.say(asked.title, "bold")
    screen.say(asked.text)
    screen.say()
    count = 0
    for card in asked.options:
        count += card.open
        option(screen, card, str(count) if card.open else "-", most)
    if asked.can_wait:
        screen.say(f"{'l':>3}  Put it off, at the latest to {words.short_date(asked.deadline)}.")


def option(screen: Screen, card: OptionCard, mark: str, most: int = 99) -> None:
    """One option: its text, then its cost and what it is said to do, or why it is closed."""
    screen.rows([(f" {mark}", card.text)], "" if card.open else "dim")
    price = words.cost(card.price) if card.open else ""
    said = words.stated(card.states, card.dead, most) if card.open else card.why_not
    line = " ".join(filter(None, (f"Costs {price}." if price else "", said)))
    if line:
        screen.say(line, "dim", INDENT)


# orders -------------------------------------------------------------------------------------------------------------


def orders(screen: Screen, offers: tuple[Offer, ...], whole: bool) -> None:
    """What may be ordered today; number 1 is going on. whole: also what is closed, and what belongs to others."""
    screen.say()
    rows = [(" 1", "Go on.")]
    for at, offer in enumerate(offers, 2):
        if whole or (offer.yours and offer.open and offer.organ):
            rows.append((f"{at:>2}", _offer(offer)))
    screen.rows(rows)
    if not whole:
        screen.say("o: all orders, and talks with men   h: help", "dim", INDENT)


def _offer(offer: Offer) -> str:
    price = words.cost(offer.price, offer.hands) or "free"
    asked = "" if offer.yours else f", asked of {offer.whose}"
    return f"{offer.title} ({price}{asked})" + ("" if offer.open else f". {offer.why_not}")


def order(screen: Screen, offer: Offer) -> None:
    """An order before it is given: what it is, what it costs, what it is said to do."""
    screen.say()
    screen.say(offer.title, "bold")
    screen.say(offer.text)
    price = words.cost(offer.price, offer.hands) or "nothing"
    asking = f" ({words.number(offer.asked)} of it for asking {offer.whose})" if offer.asked else ""
    screen.say(f"Costs {price}{asking}. {words.stated(offer.states, offer.dead)}", "dim")


def candidates(screen: Screen, name: str, found: tuple[Candidate, ...]) -> None:
    """The values that an argument may have, by number."""
    screen.say()
    screen.say(f"{name.replace('_', ' ').capitalize()}?")
    screen.rows([(f"{at:>2}", one.name) for at, one in enumerate(found, 1)])
    screen.say("0: none of them", "dim", INDENT)


# standing pages -----------------------------------------------------------------------------------------------------


def desk(screen: Screen, page: Desk) -> None:
    """What you hold, and the figures that you were told, each with its author."""
    screen.say()
    screen.say(", ".join(filter(None, (page.name, page.post))), "bold")
    away = ": you have withdrawn" if page.leader == page.name and page.withdrawn_since else ""
    rows = [
        ("authority", words.number(page.authority)),
        ("hands", f"{words.number(page.hands_left)} of {words.number(page.hands)}{away}"),
        ("influence", f"{words.number(page.influence)}, number {page.rank} in the room"),
        ("signs seen", str(page.signs)),
        ("leader", _leader(page)),
    ]
    if page.vacuum_days:
        rows.append(("vacuum", f"{words.number(page.vacuum_days)} days without a hand at the centre"))
    screen.rows(rows)
    screen.say()
    for figure in page.figures:
        told = f", {figure.by} on {words.short_date(figure.on)}" if figure.by and figure.on else ""
        screen.say(f"{figure.label}: {words.figure(figure.value)} ({figure.mark}{told})")
    screen.say("? NAME explains a number, as in ? authority or ? formation.western_front.depth", "dim")


def room(screen: Screen, page: Room) -> None:
    """The men of the room: where they are, what they owe, where they stand if a talk has shown it."""
    screen.say()
    screen.say(f"The room. {page.leader} leads.", "bold")
    for man in page.persons:
        if man.rank or man.client or man.stance or man.bound != "not_asked":
            screen.rows([(f"{words.number(man.influence):>3}", _man(man))])
    if page.vote is not None and page.vote.open:
        before = page.vote
        screen.say(f"Before the room: {before.motion}, moved by {before.proposer_name}; {before.ayes} for, "
                   f"{before.noes} against so far.")  # fmt: skip
    if page.plot is not None:
        plot = page.plot
        men = ", ".join(plot.men) or "nobody yet"
        screen.say(f"Your plot: {plot.phase}; road {plot.route}; to rule {plot.leader or 'not named'}; "
                   f"{plot.organs} organs; bound: {men}.")  # fmt: skip


def _man(man: Person) -> str:
    where = "dead" if not man.alive else "under arrest" if not man.free else "" if man.present else "away"
    owes = f"owes you {man.debt}" if man.debt > 0 else f"you owe him {-man.debt}" if man.debt < 0 else ""
    bound = man.bound if man.bound != "not_asked" else ""
    pages = f"{man.file} pages in his file" if man.file else ""
    parts = (man.name, man.post, where, f"stands {man.stance}" if man.stance else "", owes,
             "your man" if man.client else "", bound, pages)  # fmt: skip
    return ", ".join(filter(None, parts))


def explanation(screen: Screen, told: Explanation) -> None:
    """A number: what it is, who told it, what it is made of, what changed it."""
    screen.say(f"{told.label}: {told.meaning}." if told.refused else f"{told.label}: {told.text} {told.unit}", "bold")
    if told.refused:
        screen.say(told.refused)
        return
    screen.say(f"{told.meaning[:1].upper()}{told.meaning[1:]}; {words.span(told.low, told.high)}.")
    if told.by:
        screen.say(f"Reported by {told.by} on {words.short_date(told.on)}.")
    for part in told.made_of:
        screen.say(f"{part.what}: {part.amount:+.1f}", indent=2)
    for change in told.changes:
        screen.say(f"{words.short_date(change.date)}: {change.delta:+.1f}, {change.why}", indent=2)


def history(screen: Screen, asked: Question) -> None:
    """What the record says of a question."""
    screen.say(asked.history or "The record says nothing of it.")
    if asked.source:
        screen.say(f"Source: {asked.source}", "dim")


def study(screen: Screen, made: Study) -> None:
    """What a staff expects of each option, as far as it knows and dares to say."""
    screen.say()
    screen.say(f"{made.staff}, signed {made.author}: what to expect by {words.short_date(made.horizon)}", "bold")
    for answer in made.answers:
        screen.say(answer.text)
        if answer.outlook is None:
            screen.say(answer.refused, "dim", INDENT)
            continue
        for figure in answer.outlook.figures:
            low, high = words.figure(figure.low), words.figure(figure.high)
            between = f"{low} to {high}" if low != high else low
            screen.say(f"{figure.text}: {between}", "dim", INDENT)
        leads = "; ".join(f"{odds.text}: {odds.words}" for odds in answer.outlook.leads if odds.tenths)
        screen.say(f"who leads: {leads}. You fall: {answer.outlook.fall.words}.", "dim", INDENT)
    if made.alike:
        screen.say(made.alike)


def verdict(screen: Screen, page: Verdict, today: str, diary: list[tuple[str, str]]) -> None:
    """The page that closes the book."""
    screen.say()
    screen.rule(page.question)
    screen.say(page.outcome.name, "bold")
    screen.say(page.outcome.text)
    screen.say()
    screen.say(page.end.name, "bold")
    screen.say(page.end.text)
    screen.say()
    screen.say("What you were told, and what was so", "bold")
    for line in page.lines:
        on = _as_of(line.on, today)
        screen.say(f"{line.text}: told {line.told}{on}; in truth {line.true}. {_when_known(line)}")
    if page.coups:
        screen.say()
        screen.say("Why", "bold")
        for item in page.coups:
            screen.say(f"{words.short_date(item.date)}. {item.text}")
    screen.say()
    screen.say("The graves", "bold")
    for grave in page.graves:
        screen.say(f"{grave.text}: {grave.count}")
    screen.say()
    screen.say("Your diary", "bold")
    for day, text in diary:
        screen.say(f"{words.short_date(day)}. {text}")


def _when_known(line: Line) -> str:
    """When a figure could have been known to be wrong, and by what."""
    if line.known_on:
        return f"You could have known on {words.short_date(line.known_on)}, by {line.known_by}."
    return "Nothing that came before you ever spoke against it." if line.strayed else "It was told nearly as it was."


HELP = (
    ("NUMBER", "choose an option, an order, or a man"),
    ("n", "go on to the next stop"),
    ("r", "run on to the next stop with a question"),
    ("l", "put the question off, where that is offered"),
    ("o", "all orders"),
    ("d", "the desk: what you hold and what you were told"),
    ("w", "who is in the room, and where he stands"),
    ("m", "all of the news"),
    ("e", "everything that the options are said to do"),
    ("i", "what the record says of this question"),
    ("?", "explain a number: ? NAME"),
    ("s", "have a study made of the options"),
    ("u", "undo: back to the start of this stop, or of the one before"),
    ("save", "save NAME"),
    ("load", "load NAME"),
    ("q", "save and leave"),
)


def help_page(screen: Screen) -> None:
    """All commands."""
    screen.say()
    screen.rows(HELP)
