package io.github.papersluice.dialects.pages;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address in a page leads to.
 *
 * @param kind what it is
 * @param id an arXiv identifier without version, or a DOI; else null
 * @param url the address, with a host where the page left it out
 */
record PaperAddress(Kind kind, String id, String url) {
  /** Where an address can lead. */
  enum Kind {
    /** A paper's page, on arXiv, Hugging Face or a publisher's site. */
    PAPER,
    /** A vote for a paper: {@code login?next=/papers/ID}. */
    VOTE,
    /** A repository of code. */
    CODE,
    /** All else that is an address of the web. */
    WEB,
    /** A place in the page, a relative address, a badge, mail. */
    PAGE
  }

  private static final Pattern ARXIV_ID =
      Pattern.compile(
          "(?<![0-9.])([0-9]{4}\\.[0-9]{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?");
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv\\.org|alphaxiv\\.org|ar5iv\\.(?:labs\\.arxiv\\.)?org|xxx\\.lanl\\.gov|papers\\.cool)"
              + "/(?:arxiv/)?(?:abs|pdf|html|format|overview|ps|src|e-print|arxiv)?/?");
  private static final Pattern FACE = Pattern.compile("(?:^|huggingface\\.co|hf\\.co)/papers/");
  private static final Pattern PAPERS =
      Pattern.compile(
          "openreview\\.net/(?:forum|pdf)|aclanthology\\.org/|aclweb\\.org/anthology"
              + "|proceedings\\.mlr\\.press/|papers\\.n(?:eur)?ips\\.cc/|proceedings\\.neurips\\.cc/"
              + "|openaccess\\.thecvf\\.com/|ieeexplore\\.ieee\\.org/|dl\\.acm\\.org/doi"
              + "|link\\.springer\\.com/(?:article|chapter)|sciencedirect\\.com/science/article"
              + "|nature\\.com/articles/|science\\.org/doi|biorxiv\\.org/content|medrxiv\\.org/content"
              + "|semanticscholar\\.org/paper|pubmed\\.ncbi\\.nlm\\.nih\\.gov/|ncbi\\.nlm\\.nih\\.gov/pmc"
              + "|jmlr\\.org/papers|ojs\\.aaai\\.org/|ijcai\\.org/proceedings|isca-archive\\.org/"
              + "|paperswithcode\\.com/paper/|ssrn\\.com/|preprints\\.org/|hal\\.science/|mdpi\\.com/"
              + "|onlinelibrary\\.wiley\\.com/doi|academic\\.oup\\.com/|eccv20\\d\\d|ecva\\.net/papers"
              + "|transformer-circuits\\.pub/|chemrxiv\\.org/|psyarxiv\\.com/|osf\\.io/preprints");
  private static final Pattern DOI = Pattern.compile("doi\\.org/(10\\.[0-9]{4,9}/[^\\s?#]+)");
  private static final Pattern CODE =
      Pattern.compile(
          "(?:github\\.com|gitlab\\.com|bitbucket\\.org|gitee\\.com|codeberg\\.org)/([^/?#\\s]+)/([^/?#\\s]+)");
  private static final Set<String> NOT_OWNERS =
      Set.of("topics", "orgs", "sponsors", "features", "search", "collections", "users", "apps");
  private static final Pattern BADGE =
      Pattern.compile(
          "img\\.shields\\.io|badge\\.svg|badgen\\.net|star-history\\.com|/stargazers|/actions");

  /** What an address leads to, as it is written in the page. */
  static PaperAddress of(String written) {
    String address = written.strip();
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.contains("login?next=")) {
      return new PaperAddress(Kind.VOTE, idIn(address.replace("%2F", "/")), address);
    }
    if (lower.startsWith("#") || lower.startsWith("mailto:") || BADGE.matcher(lower).find()) {
      return new PaperAddress(Kind.PAGE, null, address);
    }
    PaperAddress paper = paper(address, lower);
    if (paper != null) {
      return paper;
    }
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return new PaperAddress(Kind.PAGE, null, address);
    }
    Matcher code = CODE.matcher(lower);
    boolean repository = code.find() && !NOT_OWNERS.contains(code.group(1));
    return new PaperAddress(repository ? Kind.CODE : Kind.WEB, null, address);
  }

  private static PaperAddress paper(String address, String lower) {
    Matcher arxiv = ARXIV.matcher(lower);
    if (arxiv.find()) {
      String id = idIn(address.substring(arxiv.end()));
      return id == null ? null : new PaperAddress(Kind.PAPER, id, address);
    }
    Matcher face = FACE.matcher(lower);
    if (face.find()) {
      String rest = address.substring(face.end());
      String id = idIn(rest);
      boolean ofPage = id == null || rest.indexOf('#') >= 0;
      String host = address.startsWith("/") ? "https://huggingface.co" + address : address;
      return ofPage ? null : new PaperAddress(Kind.PAPER, id, host);
    }
    Matcher doi = DOI.matcher(address);
    if (doi.find()) {
      String id = idIn(doi.group(1).replace("10.48550/arXiv.", ""));
      boolean ofArxiv = doi.group(1).startsWith("10.48550/");
      return new PaperAddress(Kind.PAPER, ofArxiv ? id : doi.group(1), address);
    }
    boolean published = PAPERS.matcher(lower).find() || (isWeb(lower) && lower.endsWith(".pdf"));
    return published ? new PaperAddress(Kind.PAPER, null, address) : null;
  }

  private static boolean isWeb(String lower) {
    return lower.startsWith("http");
  }

  /** The arXiv identifier at the beginning of a text, without its version, or null. */
  static String idIn(String text) {
    Matcher id = ARXIV_ID.matcher(text);
    return id.find() ? id.group(1) : null;
  }

  boolean isPaper() {
    return kind == Kind.PAPER;
  }

  String arxivId() {
    return isPaper() && id != null && !id.startsWith("10.") ? id : null;
  }

  String doi() {
    return isPaper() && id != null && id.startsWith("10.") ? id : null;
  }
}
