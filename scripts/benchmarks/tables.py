"""The figures as Markdown."""
import os

from programs import WORDS

# What is asked of the job, on a machine with two cores.
SLOWEST_START = 1.5  # seconds, the seed to the published snapshot
SLOWEST_HELP = 0.5
LARGEST_MEMORY = 600e6
STEEPEST_MEMORY = 1.2  # the largest input's peak over the smallest's


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "| --- |" + " ---: |" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def heading(figures):
    machine = figures["machine"]
    return (f"Papersluice {figures['version']} on {machine['cores']} cores ({machine['processor']}),"
            f" {machine['memory_bytes'] / 1e9:.0f} GB; {machine['java']}; Python {machine['python']}.\n"
            f"Medians of {figures['runs']} runs in turn, after {figures['warm_up']} that do not count."
            f" Load before: {os.getloadavg()[0]:.1f}.\n"
            + ("\n**Quick: inputs too small to say how fast anything is.**\n" if figures["quick"] else ""))


def programs(figures):
    size, measured = figures["bytes"], figures["programs"]
    script = measured.get("script-1")
    rows = []
    for name, one in measured.items():
        ratio = f"{script['wall_seconds'] / one['wall_seconds']:.2f}" if script else "-"
        work = name in ("rg", "cp", "help")
        rows.append((WORDS.get(name, name), f"{one['wall_seconds']:.2f}", f"{one['cpu_seconds']:.2f}",
                     "-" if name == "help" else rate(size, one),
                     "-" if work else f"{one['peak_bytes'] / 1e6:.0f}", ratio))
    files = "1 file" if figures["files"] == 1 else f"{figures['files']:,} files"
    return (f"### {figures['title']}: {megabytes(size)}, {files}\n\n"
            + table(("program", "wall, s", "processor, s", "MB/s", "peak, MB", "times the script"), rows))


def rate(size, one):
    megabytes_a_second = size / one["wall_seconds"] / 1e6
    return f"{megabytes_a_second:.{0 if megabytes_a_second >= 10 else 1}f}"


def megabytes(size):
    if size < 1e6:
        return f"{size / 1e3:.0f} KB"
    return f"{size / 1e9:.2f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"


def sizes(rows):
    lines = []
    for count, figures in rows.items():
        for cores, one in figures["programs"].items():
            lines.append((f"{count:,} MB", cores, f"{one['wall_seconds']:.2f}", f"{one['cpu_seconds']:.2f}",
                          rate(figures["bytes"], one), f"{one['peak_bytes'] / 1e6:.0f}"))
    return ("### The job by size of input and number of cores\n\n"
            + table(("input", "cores", "wall, s", "processor, s", "MB/s", "peak, MB"), lines))


def scores(golds):
    measures = ("links", "repositories", "sizes", "role", "model")
    rows = [(f"{WORDS[name]}, {gold}", *(f"{values[measure]:.3f}" for measure in measures))
            for gold, programs_of in golds.items() for name, values in programs_of.items()]
    return "### F1 on gold labels (role, model: accuracy)\n\n" + table(("program, digest", *measures), rows)


def goals(figures):
    """The goals, and what was measured, as far as it was."""
    inputs = figures["inputs"]

    def value(key, program, what="wall_seconds"):
        return inputs.get(key, {}).get("programs", {}).get(program, {}).get(what)

    def ratio(above, below):
        return above / below if above and below else None

    whole = [peak for key in ("corpus", "many", "large") if (peak := value(key, "job", "peak_bytes"))]
    rows = [
        goal("the digests: times the script", ratio(value("corpus", "script-1"), value("corpus", "job")), 1.5),
        goal("copies: times the script", ratio(value("many", "script-1"), value("many", "job")), 5),
        goal("copies: times the script, 2 processes",
             ratio(value("many", "script-2"), value("many", "job")), 2.4),
        goal("copies in one file: wall over many files", ratio(value("one", "job"), value("many", "job")), 1.25, True),
        goal("the seed, s", value("start", "job"), SLOWEST_START, True),
        goal("`--help`, s", value("start", "help"), SLOWEST_HELP, True),
        goal("peak memory, MB", max(whole) / 1e6 if whole else None, LARGEST_MEMORY / 1e6, True),
        goal("peak memory: largest input over smallest", whole[-1] / whole[0] if len(whole) > 1 else None,
             STEEPEST_MEMORY, True),
        goal("gzip: processor time over raw",
             ratio(value("gzip", "gzip", "cpu_seconds"), value("gzip", "raw", "cpu_seconds")), 1.5, True),
        goal("Beam: processor time over plain Java, 2 threads, copies",
             ratio(value("many", "job", "cpu_seconds"), value("many", "plain-2", "cpu_seconds")), None),
    ]
    rows = [row for row in rows if row]
    return "### Goals\n\n" + table(("goal", "measured", "at least / at most", "met"), rows) if rows else ""


def goal(words, measured, bound, at_most=False):
    if measured is None:
        return None
    if bound is None:
        return words, f"{measured:.2f}", "-", "-"
    met = measured <= bound if at_most else measured >= bound
    return words, f"{measured:.2f}", f"{'at most' if at_most else 'at least'} {bound:g}", "yes" if met else "**no**"
