"""Characters that Word draws from a symbol font, where the number says nothing without the font."""

_SYMBOL = {
    0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xDE: "⇒", 0xBE: "—", 0xA5: "∞",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "•", 0x9F: "•", 0x6C: "●", 0x6E: "■", 0xA8: "□", 0x6F: "□", 0x71: "□", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓",
    0xFB: "✗", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0x4A: "☺", 0x76: "❖", 0xAB: "★", 0x28: "☎",
    0x2A: "✉",
}  # fmt: skip
_SKRIFTER = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(skrift: str, kode: str) -> str:
    """The character that `w:sym` shows, "" for one we do not know."""
    try:
        nummer = int(kode, 16)
    except ValueError:
        return ""
    if 0xF000 <= nummer <= 0xF0FF:  # Word's place for the 256 characters of a symbol font
        nummer -= 0xF000
    elif 0x20 < nummer < 0xD800 and skrift.lower() not in _SKRIFTER:
        return chr(nummer)
    return _SKRIFTER.get(skrift.lower(), {}).get(nummer, "")
