"""axe-core, put into an open page: what breaks WCAG 2.2 AA there, as far as a machine can tell.

The policy of our own pages forbids it, so the page must be opened with `bypass_csp=True`; the policy has its own test.
"""

from pathlib import Path

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
KRAV = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KJOER = "krav => axe.run(document, {runOnly: {type: 'tag', values: krav}, resultTypes: ['violations']})"
SMAL = 320  # CSS pixels: WCAG 1.4.10, reflow


def brudd(side):
    """Each rule that the page breaks as it stands now, with the first of what breaks it."""
    side.evaluate(AXE)
    svar = side.evaluate(KJOER, KRAV)
    return [(regel["id"], regel["nodes"][0]["html"][:120]) for regel in svar["violations"]]
