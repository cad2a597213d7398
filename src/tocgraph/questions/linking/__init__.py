"""Words -> elements: which stretches name entities, kinds, relations, groups, articles and dates."""
