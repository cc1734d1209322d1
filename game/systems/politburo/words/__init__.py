"""The words of the politburo, by subject."""

from game.script.word import Word
from game.systems.politburo.words import file, liberty, plot, posts, presence, vote

WORDS: tuple[Word, ...] = (*posts.WORDS, *liberty.WORDS, *presence.WORDS, *file.WORDS, *plot.WORDS, *vote.WORDS)
