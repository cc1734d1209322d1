"""Batches of worlds: simulation, theses, calibration, sensitivity, reports."""
