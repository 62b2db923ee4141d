"""Measures what scripts/benchmark says; started by it."""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys

import micro
import tables
from inputs import Inputs, digests, size_of
from measure import in_turn, remove
from programs import NAMES, Programs

INPUTS = ("start", "corpus", "many", "one", "gzip", "sizes", "large", "scores")
# The scripts hold a file and all its rows in memory: one of a gigabyte is no input for them.
WITHOUT_SCRIPTS = ("job", "plain-1", "plain-2", "rg", "cp")


def main():
    project = pathlib.Path(__file__).resolve().parents[2]
    options = parse(project)
    if options.micro:
        micro.run(project, options.json)
        return
    Benchmark(project, options).run()


def parse(project):
    parser = argparse.ArgumentParser(prog="scripts/benchmark")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--micro", action="store_true")
    parser.add_argument("--only", type=lambda text: text.split(","), default=[])
    parser.add_argument("--runs", type=int)
    parser.add_argument("--warm-up", type=int, default=1)
    parser.add_argument("--corpus", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--work", type=lambda text: pathlib.Path(text).resolve(),
                        default=project / "pipeline/target/benchmark")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    unknown = sorted(set(options.only) - {*INPUTS, *NAMES})
    if unknown:
        parser.error(f"--only: no input or program is called {', '.join(unknown)}")
    if options.corpus and not digests(options.corpus):
        parser.error(f"--corpus: no *.txt in {options.corpus}")
    options.runs = options.runs or (3 if options.quick else 5)
    beside = project.parent / "shared/corpus"
    options.corpus = options.corpus or (beside if beside.is_dir() else None)
    return options


class Benchmark:
    def __init__(self, project, options):
        self.project, self.options = project, options
        bench, lib = project / "pipeline/bench/target", project / "pipeline/job/target/dist/lib"
        class_path = (bench / "benchmark.classpath").read_text().strip().split(":")
        # The jar first: what is measured are the job's own classes, as the job has them.
        java = ["java", *(f"@{lib}/{name}.options" for name in ("java", "direct", "quick")),
                "-cp", f"{lib}/papersluice.jar:{bench}/classes"]
        self.programs = Programs(project, java, class_path)
        self.inputs = Inputs(project, java, options.work, options.corpus, options.quick)
        self.output = options.work / "output"
        self.inputs_asked = [name for name in options.only if name in INPUTS]
        self.programs_asked = [name for name in options.only if name in NAMES]
        self.figures = {"machine": machine(), "version": version(project), "runs": options.runs,
                        "warm_up": options.warm_up, "quick": options.quick, "inputs": {}}

    def run(self):
        remove(self.output)
        parts = {"start": self.start, "corpus": self.corpus, "many": self.many, "one": self.one,
                 "gzip": self.gzip, "sizes": self.sizes, "large": self.large, "scores": self.scores}
        print(tables.heading(self.figures), flush=True)
        for name in INPUTS:
            if self.wants(name):
                print(parts[name](), flush=True)
        if not self.options.quick:
            print(tables.goals(self.figures), flush=True)
        if self.options.json:
            self.options.json.write_text(json.dumps(self.figures, indent=1) + "\n")

    def wants(self, name):
        if name == "large" and not self.options.large and name not in self.inputs_asked:
            return False
        if name == "scores" and self.options.only:
            return name in self.inputs_asked
        return not self.inputs_asked or name in self.inputs_asked

    def measured(self, key, title, source, names, programs=None):
        """Measures programs on an input, keeps the figures, and gives their table."""
        if programs is None:
            chosen = [name for name in names if not self.programs_asked or name in self.programs_asked]
            programs = [made for name in chosen if (made := self.programs.program(name, source))]
        if not programs:
            return ""
        series = in_turn(programs, self.output, self.options.runs, self.options.warm_up,
                         lambda text: print(f"{key}: {text}", file=sys.stderr, flush=True))
        self.require_same_work(key, series)
        figures = {"title": title, "bytes": size_of(source), "files": len(digests(source)),
                   "programs": {name: plain(one) for name, one in series.items()}}
        self.figures["inputs"][key] = figures
        return tables.programs(figures)

    @staticmethod
    def require_same_work(key, series):
        """The job and its stages without Beam write the same parts, byte for byte."""
        results = {name: one.result for name, one in series.items()
                   if name == "job" or name.startswith("plain")}
        if any(result != next(iter(results.values())) for result in results.values()):
            raise SystemExit(f"benchmark: on {key} the programs made different tables: {results}")

    def start(self):
        run = str(self.project / "scripts/run")
        seed = self.inputs.seed()
        wanted = not self.programs_asked or "job" in self.programs_asked
        programs = [("help", lambda output: [run, "--help"], {}), self.programs.program("job", seed)]
        return self.measured("start", "Start-up: `scripts/run --help`, and the seed", seed, (),
                             programs if wanted else [])

    def corpus(self):
        return self.measured("corpus", "The digests", self.inputs.corpus, NAMES)

    def many(self):
        return self.measured("many", f"{self.inputs.copies} copies of them", self.inputs.many(), NAMES)

    def one(self):
        return self.measured("one", "The same copies in one file", self.inputs.one(), WITHOUT_SCRIPTS)

    def gzip(self):
        """Raw and compressed in turn, in one series: the ratio of their processor times counts."""
        raw, compressed = self.inputs.many(), self.inputs.compressed()
        _, of_raw, settings = self.programs.program("job", raw)
        _, of_compressed, _ = self.programs.program("job", compressed)
        # Compressed files are other digests: other ids, but as many rows.
        return self.measured("gzip", "The job on the same copies, raw and as .txt.gz", raw, (),
                             [("raw", of_raw, settings), ("gzip", of_compressed, settings)])

    def sizes(self):
        """The job by size of input and number of cores."""
        rows = {}
        for count in (1, 5) if self.options.quick else (1, 10, 100, 1000):
            source = self.inputs.megabytes(count)
            cores = sorted(os.sched_getaffinity(0))
            programs = []
            for number in sorted({1, len(cores)}):
                _, command, settings = self.programs.program("job", source, set(cores[:number]))
                programs.append((f"{number} core" + "s" * (number > 1), command, settings))
            self.measured(f"sizes {count} MB", f"{count} MB", source, (), programs)
            rows[count] = self.figures["inputs"][f"sizes {count} MB"]
        return tables.sizes(rows)

    def large(self):
        return self.measured("large", "One large file", self.inputs.large(), ("job",))

    def scores(self):
        """F1 of the job and the scripts on the digests with gold labels."""
        shared = self.project.parent / "shared/gold"
        golds = {"seed": (self.inputs.seed(), self.project / "pipeline/extraction/src/test/resources/gold/seed.jsonl"),
                 "dev": (shared / "dev.txt", shared / "dev.jsonl")}
        self.figures["scores"] = {}
        for gold, (digest, labels) in golds.items():
            if digest.exists() and labels.exists():
                self.figures["scores"][gold] = {}
                for name in ("job", "script-1", "duckdb"):
                    answer = self.programs.scores(name, digest, labels, self.output)
                    remove(self.output)
                    self.figures["scores"][gold][name] = {
                        measure: value["f1"] for measure, value in answer["measures"].items()}
        return tables.scores(self.figures["scores"])


def plain(series):
    return {"wall_seconds": series.wall, "cpu_seconds": series.cpu, "peak_bytes": series.memory,
            "made": series.result,
            "runs": [{"wall_seconds": run.wall, "cpu_seconds": run.cpu, "peak_bytes": run.memory}
                     for run in series.runs]}


def machine():
    model = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": model, "cores": len(os.sched_getaffinity(0)), "memory_bytes": memory,
            "java": java[1] if len(java) > 1 else java[0], "python": platform.python_version()}


def version(project):
    answer = subprocess.run(["git", "-C", str(project), "describe", "--always", "--dirty"],
                            capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
