"""What a seat may know: visibility, reported figures, belief worlds."""
