"""Letters in plain Dutch, made from facts; they are Dutch for everybody, as the law is."""
