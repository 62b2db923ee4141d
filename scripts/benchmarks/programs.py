"""The programs that are measured: for each a command, and what it made."""
import hashlib
import json
import shutil
import subprocess

# Where the links and sizes begin: what a scan of the text costs at least.
SCAN = r"https?://|github\.com|[0-9] ?([BMK]\b|[bm]illion)"
NAMES = ("job", "plain-1", "plain-2", "script-1", "script-2", "duckdb", "rg", "cp")
WORDS = {
    "help": "`scripts/run --help`",
    "job": "**Papersluice** (Beam, `scripts/run`)",
    "plain-1": "its stages in plain Java, 1 thread",
    "plain-2": "its stages in plain Java, 2 threads",
    "script-1": "Python script, 1 process (CSV only)",
    "script-2": "Python script, 2 processes (CSV only)",
    "duckdb": "DuckDB SQL (CSV and Parquet)",
    "rg": "`rg`, matches counted (limit: scan)",
    "cp": "`cp -r`, twice (limit: I/O)",
}


class Programs:
    def __init__(self, project, java, class_path):
        self.project, self.java = project, java
        self.duckdb_jar = next((jar for jar in class_path if "duckdb" in jar), None)

    def program(self, name, source, cores=None):
        """A program as measure.in_turn takes it, or None where it is not installed."""
        makers = {
            "job": self.job, "plain-1": self.plain, "plain-2": self.plain,
            "script-1": self.script, "script-2": self.script, "duckdb": self.duckdb,
            "rg": self.scan, "cp": self.copy,
        }
        made = makers[name](source, int(name[-1]) if name[-1].isdigit() else None)
        if made is None:
            return None
        command, settings = made
        return name, command, {**settings, "cores": cores}

    def job(self, source, _):
        return (lambda output: [str(self.project / "scripts/run"), f"--input={source}", f"--output={output}"],
                {"check": snapshot})

    def plain(self, source, threads):
        return (lambda output: [*self.java, "io.github.papersluice.bench.PlainJob", str(threads),
                                str(source), str(output)],
                {"check": snapshot})

    def script(self, source, processes):
        return (lambda output: ["python3", str(self.project / "scripts/peers/papers_script.py"), str(source),
                                str(output), "--processes", str(processes)],
                {"check": csv_lines, "processes": processes > 1})

    def duckdb(self, source, _):
        pattern = source if source.is_file() else source / "**" / "*.txt"
        return (lambda output: ["java", "-cp", f"{self.duckdb_jar}:{self.project}/pipeline/bench/target/classes",
                                "io.github.papersluice.bench.DuckDbJob", str(self.project / "scripts/peers/papers.sql"),
                                str(pattern), str(output)],
                {"check": csv_lines})

    @staticmethod
    def scan(source, _):
        if not shutil.which("rg"):
            return None
        return lambda output: ["rg", "--count-matches", "--no-ignore", "--text", SCAN, str(source)], {}

    @staticmethod
    def copy(source, _):
        if not shutil.which("cp"):
            return None
        return (lambda output: ["sh", "-c", 'mkdir "$2" && cp -r "$1" "$2/1" && cp -r "$1" "$2/2"', "sh",
                                str(source), str(output)], {})

    def scores(self, name, digest, gold, output):
        """F1 by what is scored: of a program on a digest with gold labels."""
        _, command, _ = self.program(name, digest)
        subprocess.run(command(output), check=True, stdout=subprocess.DEVNULL)
        folder = output / (output / "LATEST").read_text().strip() if (output / "LATEST").exists() else output
        answer = subprocess.run([str(self.project / "scripts/evaluate"), f"--gold={gold}",
                                 f"--snapshot={folder}", "--json"], check=True, capture_output=True)
        return json.loads(answer.stdout)


def snapshot(output):
    """A snapshot's rows by table, and the checksums of its parts."""
    folder = output / (output / "LATEST").read_text().strip()
    sums = [line for line in (folder / "SHA256SUMS").read_text().splitlines() if "/part-" in line]
    rows = {}
    for part in json.loads((folder / "manifest.json").read_text())["outputs"]:
        if part["format"] == "csv":
            rows[part["table"]] = rows.get(part["table"], 0) + part["rows"]
    return {"rows": rows, "sums": hash_of(sums)}


def hash_of(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def csv_lines(output):
    """Rows by table of a script's CSV files, which hold no line breaks in a cell."""
    rows = {}
    for file in sorted(output.rglob("*.csv")):
        table = file.parent.name if file.parent != output else file.stem
        with open(file, "rb") as lines:
            rows[table] = rows.get(table, 0) + sum(1 for _ in lines) - 1
    return {"rows": rows}
