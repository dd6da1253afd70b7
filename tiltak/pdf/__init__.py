"""From HTML to a PDF to hand out and to keep: what lays it out, the process that does, the store, and its pages as
pictures."""
