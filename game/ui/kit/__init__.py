"""The interface kit: a thin layer of widgets over pygame, laid out in design units, drawn at device size."""
