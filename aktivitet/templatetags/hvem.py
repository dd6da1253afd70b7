"""`{{ linje.av|hvem }}`: who did it, in words. `{{ linje.av|hvem:"En" }}` where a sentence begins."""

from django import template

from aktivitet.hvem import hvem

register = template.Library()
register.filter("hvem", hvem)
