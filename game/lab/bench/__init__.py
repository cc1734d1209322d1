"""Speed and memory, measured beside two yardsticks, because machines differ and are noisy."""
