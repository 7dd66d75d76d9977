"""One file for each command, beside what several of them share. Each is imported when it is asked for."""
