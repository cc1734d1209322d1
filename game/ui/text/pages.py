"""What is printed: the front page, questions, news, the desk, the room, orders, the last page."""

from __future__ import annotations

from datetime import date, timedelta

from game.ai.study import Study
from game.language.dates import day_month, long_date
from game.language.words import Words
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
    screen.rule(", ".join(filter(None, (long_date(screen.words, desk.date), hour))))
    screen.say(book.scenario.text)
    screen.say()
    screen.say(screen.words("terminal.you_are", name=desk.name))


def status(screen: Screen, view: View) -> None:
    """The line that heads a stop: the date, who you are, what you have to spend, where the leader is."""
    desk, said = view.desk, screen.words
    screen.say()
    screen.rule(long_date(said, desk.date))
    parts = [desk.name, said("terminal.authority", n=words.number(desk.authority))]
    parts.append(said("terminal.hands", n=words.number(desk.hands_left)))
    if desk.signs:
        parts.append(said("terminal.signs", n=desk.signs))
    parts.append(_leader(said, desk))
    screen.say("  ·  ".join(parts) if screen.console.encoding.lower().startswith("utf") else " | ".join(parts), "dim")


def _leader(said: Words, desk: Desk) -> str:
    since = day_month(said, desk.withdrawn_since) if desk.withdrawn_since else ""
    if desk.leader == desk.name:
        if desk.back_today and not desk.hands_left:
            return said("terminal.back_today")
        return said("terminal.you_lead_away", day=since) if since else said("terminal.you_lead")
    if since:
        return said("terminal.leader_away", name=desk.leader, day=since)
    return said("terminal.leader_here" if desk.leader_here else "terminal.leader_unseen", name=desk.leader)


def night(screen: Screen, desk: Desk) -> None:
    """The line that heads what was heard after the last stop: the night on which the chapter ends, or he falls."""
    screen.say()
    day = long_date(screen.words, min(desk.date, desk.until))
    screen.rule(screen.words("terminal.night", day=day))


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
        figures = (f"{f.label} {words.figure(f.value)}{_as_of(screen.words, f.on, desk.date)}" for f in his)
        screen.say(screen.words("terminal.reported_by", by=author, said="; ".join(figures)), "dim")


def _as_of(said: Words, on: str, today: str) -> str:
    """The day of a report that is older than the evening before today."""
    old = on and date.fromisoformat(today) - date.fromisoformat(on) > timedelta(days=1)
    return said("terminal.as_of", day=day_month(said, on)) if old else ""


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
        day = day_month(screen.words, item.date)
        parts = (day, item.who, item.title) if item.title else (day,)
        screen.say(" ".join(words.stopped(part) for part in (*parts, item.text) if part), indent=2)
    left = len(items) - len(chosen)
    if left:
        screen.say(screen.words("terminal.more_news", n=left), "dim", indent=2)


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
        day = day_month(screen.words, asked.deadline)
        screen.say(screen.words("terminal.put_off", mark=f"{'l':>3}", day=day))


def option(screen: Screen, card: OptionCard, mark: str, most: int = 99) -> None:
    """One option: its text, then its cost and what it is said to do, or why it is closed."""
    screen.rows([(f" {mark}", card.text)], "" if card.open else "dim")
    price = words.cost(screen.words, card.price) if card.open else ""
    said = words.stated(screen.words, card.states, card.dead, most) if card.open else card.why_not
    line = " ".join(filter(None, (screen.words("terminal.costs", price=price) if price else "", said)))
    if line:
        screen.say(line, "dim", INDENT)


# orders -------------------------------------------------------------------------------------------------------------


def orders(screen: Screen, offers: tuple[Offer, ...], whole: bool) -> None:
    """What may be ordered today; number 1 is going on. whole: also what is closed, and what belongs to others."""
    screen.say()
    rows = [(" 1", screen.words("terminal.go_on"))]
    for at, offer in enumerate(offers, 2):
        if whole or (offer.yours and offer.open and offer.organ):
            rows.append((f"{at:>2}", _offer(screen.words, offer)))
    screen.rows(rows)
    if not whole:
        screen.say(screen.words("terminal.foot"), "dim", INDENT)


def _offer(said: Words, offer: Offer) -> str:
    price = words.cost(said, offer.price, offer.hands) or said("terminal.free")
    asked = "" if offer.yours else said("terminal.asked_of", who=offer.whose)
    return f"{offer.title} ({price}{asked})" + ("" if offer.open else f". {offer.why_not}")


def order(screen: Screen, offer: Offer) -> None:
    """An order before it is given: what it is, what it costs, what it is said to do."""
    screen.say()
    screen.say(offer.title, "bold")
    screen.say(offer.text)
    said = screen.words
    price = words.cost(said, offer.price, offer.hands) or said("terminal.nothing")
    asking = said("terminal.for_asking", n=words.number(offer.asked), who=offer.whose) if offer.asked else ""
    does = words.stated(said, offer.states, offer.dead)
    screen.say(said("terminal.order_costs", price=price, asking=asking, said=does), "dim")


def candidates(screen: Screen, name: str, found: tuple[Candidate, ...]) -> None:
    """The values that an argument may have, by number."""
    screen.say()
    screen.say(screen.words("terminal.argument", name=name.replace("_", " ").capitalize()))
    screen.rows([(f"{at:>2}", one.name) for at, one in enumerate(found, 1)])
    screen.say(screen.words("terminal.none_of_them"), "dim", INDENT)


# standing pages -----------------------------------------------------------------------------------------------------


def desk(screen: Screen, page: Desk) -> None:
    """What you hold, and the figures that you were told, each with its author."""
    screen.say()
    screen.say(", ".join(filter(None, (page.name, page.post))), "bold")
    said = screen.words
    away = said("terminal.withdrawn") if page.leader == page.name and page.withdrawn_since else ""
    hands, all_ = words.number(page.hands_left), words.number(page.hands)
    rows = [
        ("authority", words.number(page.authority)),
        ("hands", said("terminal.of_all", n=hands, all=all_, away=away)),
        ("influence", said("terminal.in_the_room", n=words.number(page.influence), rank=page.rank)),
        ("signs", str(page.signs)),
        ("leader", _leader(said, page)),
    ]
    if page.vacuum_days:
        rows.append(("vacuum", said("terminal.vacuum", n=words.number(page.vacuum_days))))
    screen.rows([(said(f"terminal.row.{name}"), text) for name, text in rows])
    screen.say()
    for figure in page.figures:
        known = bool(figure.by and figure.on)
        told = said("terminal.figure_told", by=figure.by, day=day_month(said, figure.on)) if known else ""
        screen.say(f"{figure.label}: {words.figure(figure.value)} ({figure.mark}{told})")
    screen.say(said("terminal.explains"), "dim")


def room(screen: Screen, page: Room) -> None:
    """The men of the room: where they are, what they owe, where they stand if a talk has shown it."""
    screen.say()
    said = screen.words
    screen.say(said("terminal.room", leader=page.leader), "bold")
    for man in page.persons:
        if man.rank or man.client or man.stance or man.bound != "not_asked":
            screen.rows([(f"{words.number(man.influence):>3}", _man(said, man))])
    if page.vote is not None and page.vote.open:
        before = page.vote
        screen.say(said("terminal.vote", motion=before.motion, who=before.proposer_name, ayes=before.ayes,
                        noes=before.noes))  # fmt: skip
    if page.plot is not None:
        plot = page.plot
        men = ", ".join(plot.men) or said("terminal.nobody_yet")
        screen.say(said("terminal.plot", phase=plot.phase, route=plot.route,
                        leader=plot.leader or said("terminal.not_named"), organs=plot.organs, men=men))  # fmt: skip


def _man(said: Words, man: Person) -> str:
    where = "dead" if not man.alive else "under_arrest" if not man.free else "" if man.present else "away"
    owes = said("terminal.owes_you" if man.debt > 0 else "terminal.you_owe", n=abs(man.debt)) if man.debt else ""
    bound = said(f"terminal.bound.{man.bound}") if man.bound != "not_asked" else ""
    pages = said("terminal.pages", n=man.file) if man.file else ""
    stands = said("terminal.stands", stance=man.stance) if man.stance else ""
    parts = (man.name, man.post, said(f"terminal.{where}") if where else "", stands, owes,
             said("terminal.your_man") if man.client else "", bound, pages)  # fmt: skip
    return ", ".join(filter(None, parts))


def explanation(screen: Screen, told: Explanation) -> None:
    """A number: what it is, who told it, what it is made of, what changed it."""
    screen.say(f"{told.label}: {told.meaning}." if told.refused else f"{told.label}: {told.text} {told.unit}", "bold")
    if told.refused:
        screen.say(told.refused)
        return
    screen.say(f"{told.meaning[:1].upper()}{told.meaning[1:]}; {words.span(screen.words, told.low, told.high)}.")
    if told.by:
        day = day_month(screen.words, told.on)
        screen.say(screen.words("terminal.reported_on", by=told.by, day=day))
    for part in told.made_of:
        screen.say(f"{part.what}: {part.amount:+.1f}", indent=2)
    for change in told.changes:
        screen.say(f"{day_month(screen.words, change.date)}: {change.delta:+.1f}, {change.why}", indent=2)


def history(screen: Screen, asked: Question) -> None:
    """What the record says of a question."""
    screen.say(asked.history or screen.words("terminal.no_record"))
    if asked.source:
        screen.say(screen.words("terminal.source", source=asked.source), "dim")


def study(screen: Screen, made: Study) -> None:
    """What a staff expects of each option, as far as it knows and dares to say."""
    screen.say()
    said, day = screen.words, day_month(screen.words, made.horizon)
    screen.say(said("terminal.study", staff=made.staff, author=made.author, day=day), "bold")
    for answer in made.answers:
        screen.say(answer.text)
        if answer.outlook is None:
            screen.say(answer.refused, "dim", INDENT)
            continue
        for figure in answer.outlook.figures:
            low, high = words.figure(figure.low), words.figure(figure.high)
            between = said("terminal.span", low=low, high=high) if low != high else low
            screen.say(f"{figure.text}: {between}", "dim", INDENT)
        leads = "; ".join(f"{odds.text}: {odds.words}" for odds in answer.outlook.leads if odds.tenths)
        screen.say(said("terminal.study_leads", leads=leads, fall=answer.outlook.fall.words), "dim", INDENT)
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
    said = screen.words
    screen.say(said("terminal.told_and_so"), "bold")
    for line in page.lines:
        on, known = _as_of(said, line.on, today), _when_known(said, line)
        screen.say(said("terminal.line", text=line.text, told=line.told, on=on, true=line.true, known=known))
    if page.coups:
        screen.say()
        screen.say(said("terminal.why"), "bold")
        for item in page.coups:
            screen.say(f"{day_month(said, item.date)}. {item.text}")
    screen.say()
    screen.say(said("terminal.graves"), "bold")
    for grave in page.graves:
        screen.say(f"{grave.text}: {grave.count}")
    screen.say()
    screen.say(said("terminal.diary"), "bold")
    for day, text in diary:
        screen.say(f"{day_month(said, day)}. {text}")


def _when_known(said: Words, line: Line) -> str:
    """When a figure could have been known to be wrong, and by what."""
    if line.known_on:
        return said("terminal.known", day=day_month(said, line.known_on), by=line.known_by)
    return said("terminal.never" if line.strayed else "terminal.fair")


HELP = ("number", "n", "r", "l", "o", "d", "w", "m", "e", "i", "explain", "s", "u", "save", "load", "q")
"""Commands, in the order of the help page."""


def help_page(screen: Screen) -> None:
    """All commands."""
    screen.say()
    rows = (screen.words(f"terminal.help.{name}").split("|") for name in HELP)
    screen.rows([(key, does) for key, does in rows])
