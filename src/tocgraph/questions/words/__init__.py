"""Single words of a question: how they are cut and compared, and the closed classes of both languages."""
