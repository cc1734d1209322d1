"""Content, script, tables and systems made one frozen Rulebook."""
