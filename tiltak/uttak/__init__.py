"""The plan out, as files that others work on and that come in again unchanged: pure, from Plandokument to bytes."""
