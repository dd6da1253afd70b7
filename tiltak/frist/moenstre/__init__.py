"""What phrases are made of, theme by theme: patterns over the normal form, and the piece that each of them gives."""
