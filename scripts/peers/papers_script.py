#!/usr/bin/env python3
"""What one would write instead of Papersluice: digests in, five CSV tables out.

INPUT is a digest or a folder of digests (*.txt). OUTPUT gets csv/<table>/part-00000.csv: one part
of each table, or several with --processes, the digests dealt out among these. Standard library
only, regular expressions throughout. It is scored and timed beside Papersluice: keep it fair.
"""
import argparse
import csv
import hashlib
import multiprocessing
import pathlib
import re
import unicodedata
from datetime import datetime

COLUMNS = {
    "digests": "digest_id name sha256 byte_length format heading digest_date paper_count rejection_count",
    "papers": "digest_id record_number paper_id title abstract start_byte end_byte link_count model_size_count "
              "github_repository code_status largest_parameters heading digest_date",
    "links": "digest_id record_number ordinal paper_id field start_offset end_offset surface url host kind "
             "repository_owner repository_name availability",
    "model_sizes": "digest_id record_number ordinal paper_id field start_offset end_offset surface parameters "
                   "experts role model exactness",
    "rejections": "digest_id ordinal stage reason detail start_byte end_byte excerpt",
}
FURNITURE = {"new", "get trending papers in your email inbox!", "subscribe", "byak and the research community",
             "daily", "weekly", "monthly", "trending papers", "view all", "-", "\u00b7"}
DATE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?")
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
PARAGRAPH = re.compile(rb"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")

# A scheme or www.; a known code host; any host of a common top-level domain with a path.
LINK = re.compile(
    r"https?://[ ]?[^\s<>\"{}|^`\u3001\u3002\uff08\uff09\uff0c\u300b]+"
    r"|(?<![\w@./-])(?:www\.(?=[\w-]+\.)|(?:[\w-]+\.)+(?:com|org|net|io|ai|edu|gov|dev|app|ms|co|be|ly|space|de|fr|uk|ch)/"
    r"(?=[\w~])|[\w-]+\.github\.io\b)[^\s<>\"{}|^`\u3001\u3002\uff08\uff09\uff0c\u300b]*", re.I)
CLOSED = re.compile(r"(?:[.,;:!?'\"*$\u2019\u201d\]\\]|&quot;)+$")
ESCAPE = re.compile(r"\\([_%#&~])")
CODE_HOST = re.compile(r"(?:^|\.)gitlab\.|(?:^|\.)(?:bitbucket\.org|codeberg\.org|gitee\.com|sourceforge\.net)$|^anonymous\.4open\.science$")
PAGES_ROOT = {"features", "topics", "sponsors", "orgs", "settings", "about", "explore", "marketplace", "search", "login"}
PROMISE = re.compile(r"will be|upon (?:acceptance|publication)|coming soon|to be released|soon be", re.I)
RELEASE = re.compile(r"available|released?|open-?sourced?|code|github|found at|access", re.I)

# Starts with the digit so that the search runs on a character set; what stands before it is looked at after.
SIZE = re.compile(
    r"\d(?:(?<![\w.,]\d)|(?<=[- ][AE]\d))(?:[\d,]*\d)?(?:\.\d+)?(?:\s?[x\u00d7]\s?(?P<each>\d+(?:\.\d+)?))?"
    r"(?:\$?[ \u2009~-]?(?P<word>billion|million|trillion|thousand)\b|\$?[ \u2009]?(?P<unit>[BMKTbmk])(?![A-Za-z0-9])"
    r"|(?=\s(?:(?:trainable|learnable|total|additional|extra)\s)?parameters\b)"
    r"|(?=\s?(?:--?|\u2013|/|to|and|or)\s?-?\$?\d+(?:\.\d+)?[ -]?(?:[BM]\b|[bm]illion)))", re.I)
SCALE = {"b": 10**9, "m": 10**6, "k": 10**3, "t": 10**12}
JOIN = re.compile(r"\$?[\s-]*(?:\b(?:parameters?|params?)\b)?\s*(?:[,;/]|--?|\u2013|\\?~|\bto\b|\band\b|\bor\b|\bthrough\b|,? and,?|\s)*[\s$~-]*")
GOOD = re.compile(r"[$+\s)-]*(?:[\w-]+\s){0,2}?-?(?:param|weights\b)|[$+\s-]*(?:\w+\s)?(?:model|LLM|LM\b|VLM|MLLM|network|transformer)", re.I)
BAD = re.compile(
    r"[$+\s-]*(?:[\w/-]+[\s-]){0,2}?(?:tokens?|images?|samples?|documents?|words?|pairs?|videos?|examples?|frames?|pages?|"
    r"records?|users?|people|questions?|sentences?|instances?|annotations?|context|dataset|corpus|benchmark|edges?|nodes?|"
    r"points?|dollars?|USD|bits?|bytes?|FLOPs?|steps?|hours?|years?|GPUs?|images?|triplets?|trajector\w+|conversations?|"
    r"instructions?|molecules?|cells?|reads|sequences?|clips|times|rows|queries|posts|tweets|articles|entities|patients)\b", re.I)
DATA = re.compile(r"\b(?:data|datasets?|subset|corpus|images?|benchmarks?)\s(?:of|from|in|such as|like)\s\S*$")
MONEY = re.compile(r"(?:(?:^|[\s(~])(?:US)?\$|[\u20ac\u00a3])\s?$")
# A number without a unit of its own that is a version: LLaMA-3-8B, LLaMA 3.1-8B, /3.3-70B.
VERSION = re.compile(r"[A-Za-z][-.]$|[A-Z][\w.]* $|/$")
NAME = re.compile(
    r"(?P<dash>[A-Za-z][\w.+]*(?:-[\w.+]+)*(?: \d[\d.]*)?)-$"
    r"|(?P<space>[A-Z][\w.+]*(?:-[\w.+]+)*(?: [\d.]+| [A-Z][\w.-]*\d[\w.]*)?) $"
    r"|(?P<paren>[A-Z]\w*(?:[.-]\w+)*[A-Z0-9-][\w.-]*|[A-Z][a-z]+)(?: variant)? \($"
    r"|(?P<apposed>[A-Z][\w.]*[A-Z0-9-][\w.-]*)\)?, an? (?:\w+ )?$")
DATA_NEAR = re.compile(r"data|corpus|large-scale|pretrained on|benchmark", re.I)
PLAIN = re.compile(r"(?:sub|The|A|An|Our|Using|With|And|For|Of|In|To|From|On|These|This|Both|Small|Large|Compact|Only|Under|Over|Training|"
                   r"LLMs?|LMs?|Models?|By|At|Up|Is|Its|Base|Open|Code|Section|Table|Track|Our|We|All)$")
ACTIVE = re.compile(r"activat\w*[\s$~-]*(?:only\s)?$|effective\s$", re.I)
ACTIVE_AFTER = re.compile(r"[$\s-]*(?:parameters?\s)?(?:activ|effective)", re.I)
TRAINABLE = re.compile(r"[$\s-]*(?:[a-z]+\s)?(?:trainable|learnable|tunable|trained|additional|extra|new)\s(?:[a-z]+\s)?param", re.I)
AROUND = ((re.compile(r"(?:~|\\sim|\\approx|\b(?:about|around|approximately|nearly|roughly))[\s$]*$", re.I), "APPROXIMATE"),
          (re.compile(r"(?:>|\b(?:over|more than|at least|exceeding|above|beyond))[\s$]*$", re.I), "AT_LEAST"),
          (re.compile(r"(?:<|\bsub-|\b(?:up to|under|less than|fewer than|at most|below))[\s$]*$", re.I), "AT_MOST"))


def find_links(text):
    """Yields (start, end, surface, url, host, kind, owner, name) for every mention."""
    for match in LINK.finditer(text):
        surface = match.group()
        while True:
            cut = CLOSED.sub("", surface)
            if cut.endswith(")") and cut.count(")") > cut.count("("):
                cut = cut[:-1]
            if cut == surface:
                break
            surface = cut
        depth = surface.find(")")
        if depth >= 0 and "(" not in surface[:depth]:
            surface = surface[:depth]
        url = ESCAPE.sub(r"\1", surface.replace("\\~{}", "~")).replace("\\", "").replace(" ", "").rstrip("/")
        scheme, colon, rest = url.partition("://")
        if not colon:
            scheme, rest = "https", url
        host, _, path = rest.partition("/")
        host = host.lower()
        if "." not in host:
            continue
        if host == "www.github.com":
            host = "github.com"
        kind, owner, name = "OTHER", None, None
        if host == "github.com":
            parts = re.split(r"[/?#]", path)
            if len(parts) > 1 and parts[1] and parts[0].lower() not in PAGES_ROOT:
                kind, owner, name = "GITHUB_REPOSITORY", parts[0], parts[1].removesuffix(".git")
                path = path.removesuffix(".git")
            elif path and parts[0].lower() not in PAGES_ROOT:
                kind = "GITHUB_ACCOUNT"
        elif host.endswith(".github.io"):
            kind = "GITHUB_PAGES"
        elif host == "gist.github.com":
            kind = "GITHUB_GIST"
        elif host in ("huggingface.co", "hf.co", "www.huggingface.co") or host.endswith(".hf.space"):
            kind = "HUGGING_FACE"
        elif CODE_HOST.search(host):
            kind = "CODE_HOST"
        url = f"{scheme.lower()}://{host}" + (f"/{path}" if path else "")
        yield match.start(), match.start() + len(surface), surface, url, host, kind, owner, name


def name_before(left):
    match = NAME.search(left)
    if not match:
        return None
    name = match.group(match.lastgroup)
    return None if PLAIN.match(name) or (match.lastgroup == "dash" and len(name) < 2) else name


def find_sizes(text, links):
    """Yields (start, end, surface, parameters, experts, role, model, exactness)."""
    candidates = []
    for match in SIZE.finditer(text):
        start = match.start()
        if links and any(link[0] <= start < link[1] for link in links):
            continue
        candidates.append(match)
    accepted, scale, following = [], 1, None
    for match in reversed(candidates):
        start, end = match.span()
        unit = (match["word"] or match["unit"] or "")[:1].lower()
        joined = following is not None and JOIN.fullmatch(text, end, following[0])
        after = text[end:end + 60]
        left = text[max(0, start - 60):start]
        latex = "$" in match.group() or after.startswith("$")
        if not unit and VERSION.search(left) and text[end:end + 1] == "-":
            verdict = False
        elif (not latex and MONEY.search(left)) or DATA.search(left):
            verdict = False
        elif match["unit"] and match["unit"].islower() and " " in match.group():
            verdict = False
        elif joined:
            verdict = following[1]
        elif BAD.match(after) and not GOOD.match(after):
            verdict = False
        elif unit == "b" and not match["word"]:
            verdict = True
        elif unit == "m" and not match["word"]:
            verdict = bool(GOOD.match(after)) or (
                left.endswith(("-", "(")) and name_before(left) is not None and not DATA_NEAR.search(left + after))
        else:
            verdict = bool(re.match(r"[$+\s)-]*(?:[\w-]+\s){0,2}?-?param", after))
        if unit:
            scale = SCALE[unit]
        elif not joined:
            scale = 1
        if verdict or unit:
            following = (start, verdict)
        if verdict:
            accepted.append((match, scale))
    last_end, model = -1, None
    for match, scale in reversed(accepted):
        start, end = match.span()
        surface, each = match.group(), match["each"]
        left, after = text[max(0, start - 60):start], text[end:end + 50]
        marked = left[-1:] in ("A", "E")
        number = float(re.match(r"[\d,.]*\d", surface).group().replace(",", ""))
        experts = int(number) if each else None
        parameters = round((number * float(each) if each else number) * scale)
        if last_end < 0 or not JOIN.fullmatch(text, last_end, start):
            model = name_before(left[:-1] if marked else left)
        active = marked or ACTIVE.search(left) or ACTIVE_AFTER.match(after)
        role = "ACTIVE" if active else "TRAINABLE" if TRAINABLE.match(after) else "TOTAL"
        exactness = next((value for rule, value in AROUND if rule.search(left)), "AT_LEAST" if after[:1] == "+" else "EXACT")
        last_end = end
        yield start, end, surface, parameters, experts, role, model, exactness


def availability(text, start, end):
    sentence = text[max(0, text.rfind(". ", 0, start)):end + 60]
    return "PROMISED" if PROMISE.search(sentence) else "AVAILABLE" if RELEASE.search(sentence) else "UNKNOWN"


def read_digest(path):
    """Returns the rows of a digest, by table."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    digest_id = sha256[:16]
    rows = {table: [] for table in COLUMNS}
    named = ISO_DATE.search(path.name)
    date, heading, first_heading, title = named and named.group(), None, None, None
    for match in PARAGRAPH.finditer(data):
        text = " ".join(match.group().decode("utf-8", "replace").split())
        if len(text) < 60 and (text.lower() in FURNITURE or DATE.fullmatch(text)):
            if DATE.fullmatch(text):
                heading = text
                first_heading = first_heading or heading
        elif title is None:
            title, title_start = text, match.start()
        else:
            add_paper(rows, digest_id, title, text, title_start, match.end(), heading, date)
            title = None
    if title is not None:
        rows["rejections"].append((digest_id, 1, "SPLIT", "TITLE_WITHOUT_ABSTRACT", "a title that no abstract follows",
                                   title_start, len(data), title[:200]))
    rows["digests"].append((digest_id, path.name, sha256, len(data), "utf-8", first_heading, date,
                            len(rows["papers"]), len(rows["rejections"])))
    return rows


def add_paper(rows, digest_id, title, abstract, start_byte, end_byte, heading, date):
    number = len(rows["papers"]) + 1
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", title).lower()))
    paper_id = hashlib.sha256(letters.encode()).hexdigest()[:16]
    key, urls, sizes, statuses, repository = (digest_id, number), set(), [], set(), None
    for field, text in (("title", title), ("abstract", abstract)):
        links = list(find_links(text)) if "/" in text or "www." in text or ".io" in text else []
        for start, end, surface, url, host, kind, owner, name in links:
            if url not in urls:
                urls.add(url)
                status = availability(text, start, end)
                if kind.startswith("GITHUB") or kind == "CODE_HOST":
                    statuses.add(status)
                repository = repository or (owner and f"{owner}/{name}")
                rows["links"].append((*key, len(urls), paper_id, field, start, end, surface, url, host, kind, owner, name, status))
        for size in find_sizes(text, links):
            sizes.append(size[3])
            rows["model_sizes"].append((*key, len(sizes), paper_id, field, *size))
    code = "AVAILABLE" if "AVAILABLE" in statuses else "PROMISED" if "PROMISED" in statuses else "NONE"
    rows["papers"].append((*key, paper_id, title, abstract, start_byte, end_byte, len(urls), len(sizes), repository, code,
                           max(sizes, default=None), heading, date))


def write_part(task):
    """Reads some digests and writes their rows as one part of each table."""
    number, files, output = task
    opened, writers = [], {}
    for table, columns in COLUMNS.items():
        path = output / "csv" / table / f"part-{number:05}.csv"
        opened.append(open(path, "w", newline="", encoding="utf-8", buffering=1 << 20))
        writers[table] = csv.writer(opened[-1], lineterminator="\n")
        writers[table].writerow(columns.split())
    for path in files:
        for table, rows in read_digest(path).items():
            writers[table].writerows(rows)
    for file in opened:
        file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    files = [f for path in options.inputs for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    for table in COLUMNS:
        (options.output / "csv" / table).mkdir(parents=True, exist_ok=True)
    if options.processes == 1:
        write_part((0, files, options.output))
        return
    size = max(1, len(files) // (options.processes * 8))
    tasks = [(i // size, files[i:i + size], options.output) for i in range(0, len(files), size)]
    with multiprocessing.Pool(options.processes) as pool:
        for _ in pool.imap_unordered(write_part, tasks):
            pass


if __name__ == "__main__":
    main()
