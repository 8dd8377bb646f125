"""Runs a command and adds a line to its output: `python -I -S launch.py WORDS...`.

The line has the seconds that passed, those that cores worked, and the most memory at one time in kB. It is a
process of its own, and small: Linux counts what the starting process holds into the peak of the started.
"""

import os
import sys
import time

words = sys.argv[1:]
start = time.perf_counter()
_, status, usage = os.wait4(os.posix_spawn(words[0], words, os.environ), 0)
seconds = time.perf_counter() - start
sys.stdout.write(f"\n{seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
