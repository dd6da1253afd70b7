"""What a page says, as a person reads it."""

import html
import re


def titler(svar):
    """The titles on a page, in order, as they read."""
    lenker = re.findall(r'<a href="/hva-skjer/aktivitet/\d+/">(.*?)</a>', svar.content.decode(), re.DOTALL)
    merker = r'<span class="(?:merke|status)".*?</span>'
    return [html.unescape(re.sub(r"<.*?>", "", re.sub(merker, "", lenke))).strip() for lenke in lenker]


def ordene(svar):
    """The text of a page's main part, on one line."""
    innhold = re.search(r"<main.*?</main>", svar.content.decode(), re.DOTALL)[0]
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", innhold).split()))
