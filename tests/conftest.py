"""How hypothesis runs: the same examples each time in the gate, new ones in profile `explore`.

Hypothesis now and then draws a number or a text that stands in the source of a loaded module of
ours, so which examples it draws depends on which modules are loaded. Formats load on first use:
one test alone, the whole run and a worker of it would each see other examples. So all are loaded
before anything is drawn.
"""

import importlib
import pkgutil

import benchmarks
from hypothesis import HealthCheck, Phase, settings

import pathport

for package in (pathport, benchmarks):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)

SLOW = [HealthCheck.too_slow]  # says something of the machine, not of pathport

NO_SHRINKING = (Phase.explicit, Phase.generate)
"""The gate tells that an example fails; `explore`, a campaign or a run by itself makes it small."""

settings.register_profile(
    "gate",
    max_examples=30,
    phases=NO_SHRINKING,
    derandomize=True,
    deadline=None,
    suppress_health_check=SLOW,
)
settings.register_profile(
    "explore", max_examples=500, deadline=None, print_blob=True, suppress_health_check=SLOW
)
settings.load_profile("gate")
