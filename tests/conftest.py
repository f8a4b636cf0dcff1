"""How hypothesis runs: the same examples each time in the gate, new ones in profile `explore`."""

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]  # says something of the machine, not of pathport

settings.register_profile(
    "gate", max_examples=50, derandomize=True, deadline=None, suppress_health_check=SLOW
)
settings.register_profile(
    "explore", max_examples=500, deadline=None, print_blob=True, suppress_health_check=SLOW
)
settings.load_profile("gate")
