"""Runs a program as a process of its own and measures it by what the operating system tells."""
import os
import pathlib
import shutil
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass, field

SAMPLING_SECONDS = 0.1


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system, with all child processes
    memory: float  # bytes, peak resident


@dataclass
class Series:
    """The runs of one program on one input."""

    runs: list = field(default_factory=list)
    result: object = None  # what the program made, the same in every run

    @property
    def wall(self):
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run.cpu for run in self.runs)

    @property
    def memory(self):
        return max(run.memory for run in self.runs)


def measure(command, cores=None, processes=False):
    """One run of a command.

    The peak of memory is that of the largest process (ru_maxrss of wait4). For a program of several
    processes it is the sum of each one's own peak (VmHWM, sampled): pages that they share count for
    each of them, so it is an upper bound.
    """
    os.sync()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None)
    errors = []
    drain = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    drain.start()
    peaks = {}
    sampler = threading.Thread(target=sample, args=(process.pid, peaks)) if processes else None
    if sampler:
        sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    drain.join()
    if sampler:
        sampler.join()
    if process.returncode != 0:
        raise SystemExit(f"benchmark: {' '.join(command)}\nended with {process.returncode}:\n"
                         + errors[0].decode("utf-8", "replace")[-2000:])
    memory = max(usage.ru_maxrss * 1024, sum(peaks.values()))
    return Run(wall, usage.ru_utime + usage.ru_stime, memory)


def sample(pid, peaks):
    """Notes the peak of a process and of its children until it is gone."""
    while True:
        try:
            children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            for number in [pid, *map(int, children)]:
                peaks[number] = high_water_mark(number) or peaks.get(number, 0)
            if not peaks[pid]:
                return
        except (FileNotFoundError, ProcessLookupError):
            return
        time.sleep(SAMPLING_SECONDS)


def high_water_mark(pid):
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


def in_turn(programs, output, runs, warm_up, note):
    """Runs programs in turn, round after round; returns a Series for each, by name.

    A program is (name, command for an output path, settings); its output is looked at by
    settings["check"] if there is one, must be the same each time, and is deleted.
    """
    series = {name: Series() for name, _, _ in programs}
    for turn in range(warm_up + runs):
        for name, command, settings in programs:
            note(f"{name}, run {turn + 1} of {warm_up + runs}")
            remove(output)
            run = measure(command(output), settings.get("cores"), settings.get("processes", False))
            result = settings["check"](output) if "check" in settings else None
            remove(output)
            if turn > 0 and result != series[name].result:
                raise SystemExit(f"benchmark: {name} made {result}, before {series[name].result}")
            series[name].result = result
            if turn >= warm_up:
                series[name].runs.append(run)
    return series


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
