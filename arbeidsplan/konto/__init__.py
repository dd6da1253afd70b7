"""Login and what each keeps of their own account: allauth in the house's own layout, words and rules."""
