"""Runs the JMH benchmarks and prints bytes a second and allocation a record."""
import json
import pathlib
import subprocess
import tempfile

import tables


def run(project, json_file):
    target = project / "pipeline/bench/target"
    class_path = (target / "benchmark.classpath").read_text().strip()
    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder) / "jmh.json"
        subprocess.run(
            ["java", "-cp", f"{target}/classes:{class_path}", "org.openjdk.jmh.Main",
             "io.github.papersluice.bench.StageBenchmark", "-prof", "gc", "-rf", "json", "-rff", str(results),
             "-foe", "true",
             "-jvmArgsAppend", f"-Dpapersluice.seed={project}/seeds/000_69aeb77fef9e3c50.txt"],
            check=True, stdout=subprocess.DEVNULL)
        figures = json.loads(results.read_text())
    if json_file:
        json_file.write_text(json.dumps(figures, indent=1) + "\n")
    print("### Stages alone, one thread, on the seed\n")
    print(tables.table(("stage", "MB/s", "records/s", "allocated a record, bytes"), map(row, figures)))


def row(figures):
    second = figures["secondaryMetrics"]
    return (figures["benchmark"].rpartition(".")[2],
            f"{second['bytes']['score'] / 1e6:,.0f}",
            f"{figures['primaryMetric']['score']:,.0f} ± {figures['primaryMetric']['scoreError']:,.0f}",
            f"{allocation(second):,.0f}")


def allocation(metrics):
    return next(value["score"] for name, value in metrics.items() if name.endswith("gc.alloc.rate.norm"))
