"""Everything drawn: icons, portraits, marks, scenes. All of it is computed; nothing is a picture from a file."""
