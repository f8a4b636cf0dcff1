"""What pyproject.toml cannot say: every package of `exporters/`, and `schemas/` as one of them."""

from setuptools import find_packages, setup

setup(packages=[*find_packages("exporters"), "pathport.schemas"])
