"""The fixed pattern of a year, and last year: laid beside what is planned, and made into drafts."""
