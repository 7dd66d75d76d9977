"""What can be said about a game from its record: the telegrams that go home, the flow of its claims."""
