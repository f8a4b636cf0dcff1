"""The options that several commands share, each told once."""

import click

__all__ = ["json_option"]

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Answer in JSON, findings inside, on standard output."
)
