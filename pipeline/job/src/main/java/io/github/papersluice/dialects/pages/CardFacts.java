package io.github.papersluice.dialects.pages;

import io.github.papersluice.model.PaperMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what a page says of a paper beside its title and abstract; the first word counts. */
final class CardFacts {
  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'）)\\]】，。；、]+");
  private static final Pattern ID_MARK = Pattern.compile("(?i)arxiv ?: ?(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,]{0,9})(\\.[0-9])?(k?)");
  private static final Pattern CATEGORY =
      Pattern.compile(
          "\\b(?:[a-z]{2,}(?:-[a-z]+)?\\.[A-Za-z]{2}(?:-[a-z]+)?|hep-(?:ph|th|ex|lat)|quant-ph|gr-qc|nucl-(?:th|ex)|math-ph|cond-mat|astro-ph)\\b");
  private static final Pattern NAME_SEPARATOR =
      Pattern.compile("\\s*[;；]\\s*|\\s*[,，、]\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s+&\\s+");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)(?:[0-9]+ authors?|and [0-9]+ others?.*|authors?|unknown|n/?a|none|null|-)");
  private static final Pattern ET_AL = Pattern.compile("(?i),?\\s*\\bet\\.? ?al\\.*$");
  private static final int LONGEST_NAME = 80;

  private String arxivId;
  private String doi;
  private String url;
  private String authors;
  private String published;
  private String updated;
  private String categories;
  private String comment;
  private String code;
  private String project;
  private Long votes;

  /** What was gathered. */
  PaperMetadata metadata() {
    String page = url == null && arxivId != null ? "https://arxiv.org/abs/" + arxivId : url;
    return new PaperMetadata(
        arxivId,
        doi,
        page,
        authors,
        published == null ? updated : published,
        categories,
        comment,
        code,
        project,
        votes);
  }

  String arxivId() {
    return arxivId;
  }

  boolean hasAuthors() {
    return authors != null;
  }

  /** The links of a line that is no part of an abstract: buttons, badges, the title's own. */
  void buttons(List<Line> lines) {
    links(lines);
    for (Line line : lines) {
      if (line.links().isEmpty()) {
        addresses(line.text(), "");
      }
      votes(line.text());
    }
  }

  /** The same of its marked links only. */
  void links(List<Line> lines) {
    for (Line line : lines) {
      for (Span link : line.links()) {
        button(line.textOf(link), PaperAddress.of(link.target()));
      }
    }
  }

  private void button(String text, PaperAddress address) {
    String words = text.toLowerCase(Locale.ROOT);
    switch (address.kind()) {
      case PAPER -> paper(address);
      case CODE -> code(address.url());
      case VOTE -> {
        if (address.id() == null || arxivId == null || address.id().equals(arxivId)) {
          vote(words.replaceAll("[^0-9.,k]", ""));
        }
      }
      case WEB -> web(words, address.url());
      case PAGE -> {}
    }
  }

  private void web(String words, String address) {
    Field field = Labels.ofWhole(words.replaceAll("^[\\[(]+|[\\])]+$", ""));
    if (field == Field.PROJECT || field == Field.CODE) {
      link(field, address);
    }
  }

  private void link(Field field, String address) {
    if (field == Field.CODE) {
      code(address);
    } else if (field == Field.PROJECT && project == null) {
      project = address;
    }
  }

  private void code(String address) {
    code = code == null ? address : code;
  }

  /** The address of a paper's page. */
  void paper(PaperAddress address) {
    arxivId = arxivId == null ? address.arxivId() : arxivId;
    doi = doi == null ? address.doi() : doi;
    boolean better = url == null || (url.contains("/pdf") && !address.url().contains("/pdf"));
    url = better ? address.url() : url;
  }

  private void addresses(String text, String words) {
    Matcher web = WEB.matcher(text);
    while (web.find()) {
      button(words, PaperAddress.of(web.group().replaceFirst("[.,;:]+$", "")));
    }
    Matcher mark = ID_MARK.matcher(text);
    if (arxivId == null && mark.find()) {
      arxivId = PaperAddress.idIn(text.substring(mark.end()));
    }
  }

  private void votes(String text) {
    String clean = FieldText.clean(text).toLowerCase(Locale.ROOT);
    if (clean.matches(
        "(?:upvotes?|👍|▲|⬆️?)[ :]*[0-9][0-9.,]*k?|[0-9][0-9.,]*k? (?:upvotes?|votes?)")) {
      vote(clean.replaceAll("[^0-9.,k]|up|votes?", ""));
    }
  }

  private void vote(String number) {
    votes = votes == null ? number(number) : votes;
  }

  /** The number of a text that is a number and perhaps a word: {@code Upvote 1.2k}; or null. */
  static Long number(String text) {
    Matcher count = NUMBER.matcher(text.toLowerCase(Locale.ROOT).replaceAll("[^0-9.,k]", ""));
    if (!count.matches()) {
      return null;
    }
    String fraction = count.group(2) == null ? "" : count.group(2);
    double value = Double.parseDouble(count.group(1).replace(",", "") + fraction);
    return (long) (count.group(3).isEmpty() ? value : value * 1000 + 0.5);
  }

  /** What a label says. */
  void labelled(Field field, List<Line> lines) {
    String text = FieldText.plain(lines);
    switch (field) {
      case AUTHORS -> authors(text);
      case LINK, CODE, PROJECT, DOI, ID -> labelledLinks(field, lines, text);
      case CATEGORIES -> categories(text);
      case COMMENT -> comment(lines);
      case DATE -> published = published == null ? PageDates.isoIn(text) : published;
      case UPDATED -> updated = updated == null ? PageDates.isoIn(text) : updated;
      case VOTES -> vote(text.toLowerCase(Locale.ROOT).replaceAll("[^0-9.,k]", ""));
      default -> buttons(lines);
    }
  }

  private void labelledLinks(Field field, List<Line> lines, String text) {
    String words = field == Field.CODE ? "code" : field == Field.PROJECT ? "project" : "";
    for (Line line : lines) {
      for (Span link : line.links()) {
        PaperAddress address = PaperAddress.of(link.target());
        boolean own = words.isEmpty() || address.isPaper();
        button(own ? line.textOf(link) : words, address);
      }
    }
    addresses(text, words);
    if (field == Field.ID && arxivId == null) {
      arxivId = PaperAddress.idIn(text);
    }
    if (field == Field.DOI && doi == null && text.indexOf("10.") >= 0) {
      String found = text.substring(text.indexOf("10.")).split("\\s", 2)[0];
      doi = found.indexOf('/') > 0 ? found : null;
    }
  }

  private void categories(String text) {
    if (categories != null) {
      return;
    }
    List<String> found = new ArrayList<>();
    Matcher category = CATEGORY.matcher(text);
    while (category.find()) {
      if (!found.contains(category.group())) {
        found.add(category.group());
      }
    }
    categories = found.isEmpty() ? null : String.join(" ", found);
  }

  private void comment(List<Line> lines) {
    String text = FieldText.join(lines);
    boolean counts = NUMBER.matcher(text).matches() || COUNTED.matcher(text).matches();
    comment = comment == null && !text.isEmpty() && !counts ? text : comment;
  }

  /** A day of the item. */
  void day(String line) {
    published = published == null ? PageDates.isoIn(line) : published;
  }

  /** Names, separated in any way. */
  void authors(String text) {
    if (authors != null) {
      return;
    }
    boolean more = ET_AL.matcher(text).find();
    List<String> names = new ArrayList<>();
    for (String part : NAME_SEPARATOR.split(ET_AL.matcher(text).replaceFirst(""), -1)) {
      String name = FieldText.strip(part);
      if (!name.isEmpty() && name.length() <= LONGEST_NAME && !COUNTED.matcher(name).matches()) {
        names.add(name);
      }
    }
    if (more && !names.isEmpty()) {
      names.set(names.size() - 1, names.get(names.size() - 1) + " et al.");
    }
    authors = names.isEmpty() ? null : String.join("; ", names);
  }
}
