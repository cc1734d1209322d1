"""What a person looks at: the text game and the window."""
