"""See and Count: a negotiation played by talking."""

__version__ = "0.1.0"
