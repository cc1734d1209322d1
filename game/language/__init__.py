"""The words of the interface: texts by key, from files of data, so that a language is but a folder."""
