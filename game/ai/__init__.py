"""Controllers of seats, and the forecasts they make."""
