"""One widget a file. A widget shows what it is given: it asks no session and computes no worth."""
