"""The Alexa edge: requests in; speech, cards and logs out. It holds no words and no rules."""
