"""The annual report: what it says as plain values, the secretary's form, and the document that is made of it."""
