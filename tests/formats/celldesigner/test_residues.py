"""What residues are called, and what that says of the site."""

import pytest

from pathport.formats.celldesigner.residues import Called, called, name_of_site, usual_angle


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Y705", ("Y", 705)),
        ("Tyr15", ("Y", 15)),
        ("pT308", ("T", 308)),
        ("Ser 403", ("S", 403)),
        ("Lys", ("K", None)),
        ("286", (None, 286)),
        ("", (None, None)),
        ("NF", None),
        ("AKT_loop", None),
        ("B7", None),
        ("S0", None),
        ("S99999999999", None),
    ],
)
def test_sites_are_understood(name: str, site: Called | None) -> None:
    assert called(name) == site


@pytest.mark.parametrize("site", [("Y", 705), ("K", None), (None, 286), (None, None)])
def test_sites_come_back(site: Called) -> None:
    assert called(name_of_site(*site)) == site


def test_residues_are_spread_over_the_whole_outline() -> None:
    angles = [usual_angle(number, 8) for number in range(8)]
    assert len({round(it, 6) for it in angles}) == 8
    assert all(0 <= it < 6.283186 for it in angles)
