"""The sieves that tie mentions together, most precise first; each link says by which rule, and how sure that rule is."""
