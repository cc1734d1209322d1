"""The card of an open question: the front page at the left, at the right what may be answered, at what price."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.language.dates import day_month
from game.store.journal import PUT_OFF
from game.ui.app.stage import Stage
from game.ui.art.icons import sign
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import Scroll
from game.ui.screens.card_answers import FRAME, answers
from game.ui.screens.card_head import EXIT, exits, head, head_lines
from game.ui.screens.card_page import page_of, sheet, words_on
from game.ui.screens.card_record import record
from game.ui.screens.card_setting import Setting, Space, set_answers
from game.ui.screens.in_game import InGame
from game.views.question import Question

MOST_WORDS = 208
"""On the first card of a campaign: with those of the menu, at most 250 stand before the first choice."""

FOOT, GAP = 44.0, 9.0
LEAST_RED = 150.0
"""Width of the red button under which the last of the others is but an icon."""

SLIDE_SECONDS = 0.18
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
LETTERS = ("abvgd", "абвгд", "12345")
"""Keys of the answers in turn."""

LETTERED = 1 << 20
"""Keys below this are the letters that they write."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sheet, the column of answers and the way out stand."""

    sheet: Rect
    column: Rect
    exits: Rect


def places(space: Rect) -> Places:
    """The parts of a window."""
    edge = max(10.0, min(28.0, space.h * 0.031))
    out = Rect(space.right - EXIT - 12, edge + 4, EXIT, space.h - 2 * edge)
    wide = max(480.0, min(790.0, space.w * 0.38))
    column = Rect(out.x - 20 - wide, edge + 8, wide, space.h - 2 * edge - 14)
    left = max(8.0, min(72.0, space.w * 0.045 - 24))
    page = Rect(left, edge - 8, column.x - left - max(10.0, space.w * 0.018), space.h - 2 * edge + 16)
    wide = min(page.w, page.h * 1.02)
    return Places(page.middle(wide, page.h), column, out)


class CardScreen(InGame):
    """The first of the open questions."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "card")
        self._last: tuple[Hashable, tuple[Setting, ...]] = (None, ())

    # what is asked and chosen -----------------------------------------------------------------------------------------

    @property
    def asked(self) -> Question | None:
        """The question, if one is open."""
        return next(iter(self.stage.now.view.questions), None)

    @property
    def _memory(self) -> str:
        return f"chosen {self.stage.now.entries} {self.asked.event if self.asked else ''}"

    def chosen(self, ui: Interface) -> str:
        """Id of the selected answer; empty before one is."""
        return ui.recall(self._memory, "")

    def press(self, option: str) -> None:
        """Select an answer; the selected one is taken."""
        if self.chosen(self.stage.ui) == option:
            self.take()
        else:
            self.stage.ui.remember(self._memory, option)

    def take(self) -> None:
        """Take the selected answer, or say why not."""
        why = self._why_not(self.stage.ui)
        if why:
            self.stage.ui.say(why)
            return
        self.stage.answer(self.chosen(self.stage.ui))

    def _why_not(self, ui: Interface) -> str:
        if self.stage.running:
            return self.stage.words("say.busy")
        option = next((o for o in self.asked.options if o.id == self.chosen(ui)), None) if self.asked else None
        return self.stage.words("card.choose_first") if option is None else option.why_not

    # keys -------------------------------------------------------------------------------------------------------------

    def keyed(self, ui: Interface, event: pygame.event.Event) -> bool:
        """Letters and numbers select; Enter takes, unless it presses what has the focus."""
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT) or self.asked is None:
            return False
        if event.key in ENTER and ui.focused() is None:
            self.take()
            return True
        name = (chr(event.key) if event.key < LETTERED else pygame.key.name(event.key).strip("[]")).lower()
        nth = next((keys.index(name) for keys in LETTERS if name and name in keys), -1)
        if not 0 <= nth < len(self.asked.options):
            return False
        ui.set_focus((), False)
        ui.remember(self._memory, self.asked.options[nth].id)
        return True

    def leave(self, ui: Interface) -> None:
        """Escape leads to the pause."""
        self.stage.show("pause" if "pause" in self.stage.makers else "desk")

    def actions(self, ui: Interface) -> Mapping[str, Act]:
        """The keys of a running campaign, and the study."""
        known = {name: act for name, act in super().actions(ui).items() if name not in ("card", "end_day", "run_on")}
        return {**known, "study": self._study}

    # looks ------------------------------------------------------------------------------------------------------------

    def build(self, ui: Interface, space: Rect) -> Node:
        """The sheet slides in from the left; the answers stand."""
        asked, at = self.asked, places(space)
        behind = ground(space)
        if asked is None:
            return Group(rect=space, key=self.name, children=[behind, *self._nothing(space)])
        canvas = Canvas(ui.surface, ui.measure.scale, ui.palette, ui.fonts)
        shown = ui.motion(f"sheet {self._memory}", SLIDE_SECONDS)
        page = sheet(self.stage.words, asked, at.sheet, bare=self._first)
        page.rect = at.sheet.moved(-(1 - shown) * 120, (1 - shown) * 46)
        top, y = head(self.stage, canvas, at.column, asked)
        foot, rest = at.column.within(top=y - at.column.y).split_bottom(FOOT, GAP + 3)
        settings = self._set(ui, canvas, asked, rest)
        listed = answers(self.stage.words, rest, settings, asked.options, self.chosen(ui), GAP, self.press)
        self._bring(ui, listed)
        foot = Rect(foot.x, min(foot.y, rest.y + listed.height - 2 * FRAME + GAP + 3), foot.w, foot.h)
        return Group(rect=space, key=self.name, children=[
            behind, page, *top, listed, Group(rect=foot, key="foot", children=self._buttons(ui, canvas, asked, foot)),
            exits(self.stage, at.exits),
        ])  # fmt: skip

    def _bring(self, ui: Interface, listed: Scroll) -> None:
        """Scroll to an answer that has just been selected."""
        chosen = self.chosen(ui)
        if ui.recall("brought", "") == f"{self._memory} {chosen}":
            return
        ui.remember("brought", f"{self._memory} {chosen}")
        at = next((n.rect for n in listed.children if n.key == f"answer {chosen}"), None)
        if at is None:
            listed.to(ui, 0.0)
        elif listed.most:
            above, below = at.y - listed.rect.y, at.bottom - listed.rect.bottom
            listed.to(ui, min(max(listed.offset(ui), below), above))

    def _nothing(self, space: Rect) -> Sequence[Node]:
        words = self.stage.words

        def draw_nothing(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.text(whole.w / 2, 20, words("card.none_asked"), "head", 24, "paper", "centre", "middle")

        at = space.middle(420, 110)
        button = Button(rect=Rect(at.x + 90, at.y + 60, 240, 46), key="desk", text=words("card.to_desk"),
                        kind="primary", act=lambda: self.stage.show("desk"))  # fmt: skip
        return [Picture(rect=at, key="nothing", what="nothing", draw=draw_nothing), button]

    def _set(self, ui: Interface, canvas: Canvas, asked: Question, place: Rect) -> tuple[Setting, ...]:
        """The answers; before the first choice of a campaign with no more effects than few words allow."""
        first = self.stage.now.entries == 0
        most = MOST_WORDS - self._words_beside(asked) if first else 10**6
        space = Space(place.w, place.h, GAP, most)
        key = (asked.options, self.chosen(ui), space, ui.measure.scale)
        if key != self._last[0]:
            found = set_answers(canvas, self.stage.words, asked.options, self.chosen(ui), space)
            self._last = (key, found)
        return self._last[1]

    def _words_beside(self, asked: Question) -> int:
        """Words on the screen outside the answers."""
        held = self.stage.words("card.authority", n=0)
        texts = [asked.title, held, *head_lines(self.stage, asked), *(text for text, _, _ in self._buttoned(asked))]
        return words_on(page_of(self.stage.words, asked, bare=self._first)) + sum(len(text.split()) for text in texts)

    def _buttoned(self, asked: Question) -> list[tuple[str, str, Act]]:
        """Words, icon and act of the buttons beside the red one."""
        words, left = self.stage.words, self.stage.studies_left
        study = words.count("card.study", left) if left else words("card.study_none")
        study = words("card.study_again") if self.stage.studied else study
        out: list[tuple[str, str, Act]] = [(study, "graph", self._study)]
        if asked.can_wait:
            out.insert(0, (words("card.later"), "clock", lambda: self.stage.answer(PUT_OFF)))
        if asked.history or asked.source:
            out.append((words("card.record_button"), "book", self._record))
        return out

    def _buttons(self, ui: Interface, canvas: Canvas, asked: Question, place: Rect) -> list[Node]:
        words, beside = self.stage.words, self._buttoned(asked)
        ids = [option.id for option in asked.options]
        chosen = self.chosen(ui)
        letter = words("card.letters").split()[ids.index(chosen)] if chosen in ids else ""
        said = words("card.choose_letter", letter=letter) if letter else words("card.choose")
        wide = [canvas.width(text, "head_light", 17) + 52 for text, _, _ in beside]
        if self._first:
            wide = [FOOT] * len(beside)
        if place.w - sum(wide) - 10 * len(wide) < LEAST_RED:
            wide[-1] = FOOT
        red, rest = place.split_left(place.w - sum(wide) - 10 * len(wide), 10)
        nodes: list[Node] = [
            Button(rect=red, key="choose", text=said.upper(), kind="primary", act=self.take,
                   size=22 if red.w > 140 else 20, why_not=self._why_not(ui), tip=Tip(said, words("card.choose_tip")))
        ]  # fmt: skip
        until = day_month(words, asked.deadline) if asked.can_wait else ""
        tips = {"graph": words("card.study_tip"), "book": words("card.record_tip"),
                "clock": words("card.later_tip", date=until)}  # fmt: skip
        for (text, name, act), w in zip(beside, wide, strict=True):
            at, rest = rest.split_left(w, 10)
            shown = text if w > FOOT else ""
            nodes.append(Button(rect=at, key=name, text=shown, kind="night", sign=sign(name, "coal"), signed=name,
                                act=act, tip=Tip(text, tips[name])))  # fmt: skip
        return nodes

    @property
    def _first(self) -> bool:
        """Whether nothing has been chosen in this game yet: a newcomer reads as few words as can be."""
        return self.stage.now.entries == 0

    # acts beside answering --------------------------------------------------------------------------------------------

    def _study(self) -> None:
        self.stage.show("study")

    def _record(self) -> None:
        if self.asked is not None:
            self.stage.ui.open(record(self.stage, self.asked))


def ground(space: Rect) -> Picture:
    """What lies behind a card."""
    return Picture(rect=space, key="ground", what="card", draw=_ground, opaque=True, kept="card-ground")


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    w, h = whole.w, whole.h
    canvas.rect(whole, "ink")
    canvas.circle(w * 0.78, h * 0.2, h * 0.62, "coal")
    canvas.halftone(canvas.circle_mask(w * 0.2, h * 1.02, h * 0.7), "coal", 9, 45, 0.4)
    canvas.polygon([(0, h), (0, h * 0.58), (w, h * 0.045), (w, h * 0.33), (w * 0.26, h)], "red", ink=True)
    canvas.polygon([(w * 0.26, h), (w, h * 0.33), (w, h * 0.36), (w * 0.29, h)], "deep")
