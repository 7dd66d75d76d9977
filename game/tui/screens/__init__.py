"""One screen a file, with its layout in the `.tcss` of the same name."""
