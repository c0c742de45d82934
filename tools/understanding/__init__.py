"""How well people are understood: a corpus of utterances, said to the whole skill through two recognisers, and the scores."""
