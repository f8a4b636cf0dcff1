"""An effect has a sign in a graph of influences, which its name tells."""

from pathport.model.enumerations import Effect
from pathport.networks import influence
from pathport.networks.network import Sign


def test_an_effect_has_the_sign_of_its_name() -> None:
    positive, negative, unknown = Sign.POSITIVE, Sign.NEGATIVE, Sign.UNKNOWN
    signs = {
        Effect.CATALYSIS: positive,
        Effect.STIMULATION: positive,
        Effect.NECESSARY_STIMULATION: positive,
        Effect.TRIGGER: positive,
        Effect.INHIBITION: negative,
        Effect.MODULATION: unknown,
    }
    assert signs == influence.SIGNS
