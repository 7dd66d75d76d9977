"""`python -m game` is the same as `see-and-count`."""

from game.cli import main

if __name__ == "__main__":
    main(prog_name="see-and-count")
