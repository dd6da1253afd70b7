"""The deadline engine, pure: `les` reads a phrase into a rule, `vinduer` lays a rule out over a period."""

from .lesing import les
from .regel import Regel
from .vinduer import Vindu, vinduer

__all__ = ["Regel", "Vindu", "les", "vinduer"]
