"""Words about posts and organs."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.script.word import Word, params
from game.systems.politburo.fall import drop, highest_post
from game.world.state import Floats


def appoint(act: Act, person: Floats, post: Floats) -> None:
    """Fill a post. Who gets the first post of an organ, or a high one of an organ without a head, heads it too."""
    alive, free = act.get_all("person", ("alive", "free"), person)
    keep = (person > 0) & (post > 0) & (alive > 0) & (free > 0) & (act.get("post", "holder", post) != person)
    act, person, post = act.only(keep), person[keep], post[keep]
    if not act.n:
        return
    drop(act, post)
    act.put("post", "holder", person, post)
    tables, row = act.reference.tables, post.astype(np.int64) - 1
    organ = np.asarray(tables["post_organ"], np.float64)[row]
    rank = np.asarray(tables["post_rank"], np.float64)[row]
    fills = (act.get("organ", "head", organ) == 0) & (rank <= act.constant("influence.rank_of_heads"))
    act.put("organ", "head", person, organ, where=np.asarray(tables["post_leads"], bool)[row] | fills)
    least = act.constant("influence.post") - act.constant("influence.post_per_rank") * (rank - 1.0)
    act.put("person", "influence", np.maximum(act.get("person", "influence", person), least), person)
    command(act, person, post)
    highest_post(act, person)
    act.emit("appointed", post)
    act.note("appointed", post)


def command(act: Act, person: Floats, post: Floats) -> None:
    """Who holds the post of a front's commander commands the front."""
    cache = act.reference.cache
    if "front_of_post" not in cache:
        schema = act.world.schema
        fronts = schema.index["formation"]
        cache["front_of_post"] = np.array([fronts.get(name, -1) + 1.0 for name in schema.entities["post"]])
    act.put("formation", "commander", person, cache["front_of_post"][post.astype(np.int64) - 1])


def dismiss(act: Act, post: Floats) -> None:
    """Vacate a post."""
    command(act, np.zeros(act.n), post)
    drop(act, post)


def put_at_head(act: Act, organ: Floats, person: Floats) -> None:
    """Give an organ a head."""
    fit = (act.get("person", "alive", person) > 0) & (act.get("person", "free", person) > 0)
    act.put("organ", "head", person, organ, where=fit)
    act.note("organ_head", organ, where=fit)


def vacate(act: Act, organ: Floats) -> None:
    """Leave an organ without a head."""
    act.put("organ", "head", 0.0, organ)
    act.note("organ_vacant", organ)


_HELD = ("post.holder", "organ.head", "formation.commander", "person.post", "person.influence", "person.signs",
         "person.fell_on")  # fmt: skip

WORDS: tuple[Word, ...] = (
    Word("appoint", params("person:person", "post:post"), _HELD, appoint,
         "Fills a post; the first post of an organ, or a high one where the head is missing, gives its command.",
         "appoint(person.zhukov, post.defence_commissar)", "{person} is appointed: {post}"),
    Word("dismiss", params("post:post"), _HELD, dismiss, "Vacates a post.", "dismiss(post.western_front)",
         "{post} is dismissed"),
    Word("put_at_head", params("organ:organ", "person:person"), ("organ.head",), put_at_head,
         "Gives an organ a head.", "put_at_head(organ.garrison, person.artemyev)", "{person} commands {organ}"),
    Word("vacate", params("organ:organ"), ("organ.head",), vacate, "Leaves an organ without a head.",
         "vacate(organ.garrison)", "{organ} has no head"),
)  # fmt: skip
