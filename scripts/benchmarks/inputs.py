"""Makes the inputs in the work folder; what is there already is kept."""
import gzip
import os
import shutil
import subprocess
import sys

MEGABYTE = 1_000_000


class Inputs:
    """The inputs by name. Sizes are those of the text, before compression."""

    def __init__(self, project, java, work, corpus, quick):
        self.project, self.java, self.quick = project, java, quick
        self.work = work / ("quick" if quick else "full")
        self.work.mkdir(parents=True, exist_ok=True)
        self.copies = 4 if quick else 20
        self.corpus = self.take(corpus)

    def take(self, corpus):
        """The digests that all is made of: the corpus given, or some of it, or generated ones."""
        if corpus and not self.quick:
            return corpus
        if corpus:
            return self.make("some", lambda folder: self.link(corpus, 2 * MEGABYTE, folder))
        size = (2 if self.quick else 58) * MEGABYTE
        return self.make("generated", lambda folder: self.tool("generate", self.seed(), size, folder))

    def seed(self):
        return self.project / "seeds/000_69aeb77fef9e3c50.txt"

    def many(self):
        return self.make("many", lambda folder: self.tool("copy", self.corpus, self.copies, folder))

    def one(self):
        return self.make("one.txt", lambda file: concatenate(self.many(), file))

    def large(self):
        """One file of 5 GB, or four times the size of the copies."""
        count = -(-5000 * MEGABYTE // size_of(self.corpus)) if not self.quick else 4 * self.copies
        return self.make("large.txt", lambda file: self.tool("copy", self.corpus, count, file))

    def compressed(self):
        return self.make("gzip", lambda folder: compress(self.many(), folder))

    def megabytes(self, count):
        return self.make(f"{count}MB", lambda folder: self.link(self.many(), count * MEGABYTE, folder))

    def make(self, name, maker):
        """Makes an input under another name first, so that half an input is never taken for one."""
        path, draft = self.work / name, self.work / ("draft-" + name)
        if not path.exists():
            shutil.rmtree(draft, ignore_errors=True)
            draft.unlink(missing_ok=True)
            print(f"making {name} ...", file=sys.stderr, flush=True)
            maker(draft)
            draft.rename(path)
        return path

    def tool(self, command, *arguments):
        subprocess.run([*self.java, "io.github.papersluice.bench.BenchmarkInputs", command,
                        *map(str, arguments)], check=True)

    @staticmethod
    def link(source, size, folder):
        """The first files, up to a size; the last one is cut to make it exact."""
        for file in digests(source):
            target = folder / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            if file.stat().st_size <= size:
                link_or_copy(file, target)
            else:
                target.write_bytes(file.read_bytes()[:size])
            size -= target.stat().st_size
            if size == 0:
                return


def link_or_copy(file, target):
    try:
        os.link(file.resolve(), target)
    except OSError:
        shutil.copyfile(file, target)


def digests(source):
    return [source] if source.is_file() else sorted(source.rglob("*.txt"))


def size_of(source):
    return sum(file.stat().st_size for file in digests(source))


def concatenate(source, target):
    with open(target, "wb") as out:
        for file in digests(source):
            with open(file, "rb") as digest:
                shutil.copyfileobj(digest, out, MEGABYTE)


def compress(source, folder):
    for file in digests(source):
        target = folder / file.relative_to(source)
        target = target.with_name(target.name + ".gz")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(file.read_bytes(), 6, mtime=0))
