"""What one player sees, and explanations of numbers."""
