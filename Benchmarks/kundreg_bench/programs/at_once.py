"""at_once COUNT: runs the commands on standard input, a JSON list of lists, so many at the same time.

Prints how each ended, as a JSON list of {"status", "output", "errors", "cpu", "peak"}, in their order.
"""
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor


def run(command: list[str]) -> dict[str, object]:
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (output, errors):
            file.seek(0)
            texts.append(file.read().decode())
    return {
        "status": process.returncode, "output": texts[0], "errors": texts[1], "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * 1024}


with ThreadPoolExecutor(int(sys.argv[1])) as pool:
    json.dump(list(pool.map(run, json.load(sys.stdin))), sys.stdout)
