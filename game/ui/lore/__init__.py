"""The encyclopaedia: articles made from what is public, which is content and the record, never from a world."""
