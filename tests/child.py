"""What a program is given that a test starts in a terminal of its own."""

import signal


def with_signals() -> None:
    """Signals as a shell gives them; whoever runs the tests may ignore some, and a child inherits that."""
    for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP, signal.SIGCONT):
        signal.signal(each, signal.SIG_DFL)
