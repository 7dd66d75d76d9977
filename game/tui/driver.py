"""The terminal under the screens: it takes the title card over, and gives the terminal back whatever happens.

Textual's own driver does nearly all of it. Added are: no second leap to the other screen where the card
is already there; no waiting for a terminal that has gone; and an end within two seconds of a signal, even
where the program hangs. A game loses nothing by that: each move is on the disk before it is on the screen.
"""

import asyncio
import os
import signal
import termios
from threading import Timer
from types import FrameType

from textual.drivers.linux_driver import LinuxDriver

from game import card

OTHER_SCREEN = "\x1b[?1049h"
AS_IT_WAS = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""What Textual writes on leaving, for when it cannot write it itself."""

PATIENCE = 1.5
"""Seconds from a signal to the end, at most."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, with a title card before it and a short way out."""

    def start_application_mode(self) -> None:
        """Take the terminal, and the card that may be on it."""
        self._card = card.give_over()
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._told_to_leave)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def write(self, data: str) -> None:
        """Write, unless the terminal has gone: then the thread that writes has ended."""
        if self._card and data == OTHER_SCREEN:
            self._card = False
            return
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)

    def _told_to_leave(self, number: int, frame: FrameType | None) -> None:
        # Not by the loop's own handlers: these wait for a loop that may be waiting for the terminal.
        last = Timer(PATIENCE, self._leave_now, [number])
        last.daemon = True
        last.start()
        self._loop.call_soon_threadsafe(self._app.exit)

    def _leave_now(self, number: int) -> None:
        try:
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.set_blocking(2, False)
            os.write(2, AS_IT_WAS)
        except (OSError, termios.error):
            pass
        os._exit(128 + number)
