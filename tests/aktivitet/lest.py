"""What a page says, as a person reads it."""

import html
import re


def titler(svar):
    """The titles on a page, in order, as they read: those in the list, where the month's grid stands beside it."""
    siden = svar.content.decode().split('class="ved-siden"')[0]
    lenker = re.findall(r'<a href="/hva-skjer/aktivitet/\d+/">(.*?)</a>', siden, re.DOTALL)
    merker = r'<span class="(?:merke|status)".*?</span>'
    return [html.unescape(re.sub(r"<.*?>", "", re.sub(merker, "", lenke))).strip() for lenke in lenker]


def ordene(svar):
    """The text of a page's main part, on one line."""
    return _paa_en_linje(re.search(r"<main.*?</main>", svar.content.decode(), re.DOTALL)[0])


def ved_siden(svar):
    """The text of the grid beside the list, on one line."""
    return _paa_en_linje(re.search(r'<section class="ved-siden".*?</section>', svar.content.decode(), re.DOTALL)[0])


def _paa_en_linje(innhold):
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", innhold).split()))
