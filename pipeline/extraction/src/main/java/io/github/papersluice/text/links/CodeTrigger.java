package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Utf8Text;
import java.util.Arrays;

/**
 * Finds the places of a text around which a sentence may say that code is given away: "code",
 * "open-source", "release" and "available" by two of their letters each, so that most of a text is
 * passed eight bytes at a step.
 */
final class CodeTrigger {
  /** What "open-source" most often stands before where models are compared and nothing is given. */
  private static final String[] MODELS = {
    "model",
    "large",
    "language",
    "llm",
    "lm",
    "vision",
    "multimodal",
    "and proprietary",
    "and closed",
    "and commercial",
    "foundation",
    "vlm",
    "mllm"
  };

  /** "Code", "source code" and "open-source" in Chinese. */
  private static final byte[][] HAN = {
    "代码".getBytes(UTF_8), "源码".getBytes(UTF_8), "开源".getBytes(UTF_8)
  };

  /** In bytes: a text in Chinese shows it at once. */
  private static final int BEGINNING = 96;

  private final byte[] text;
  private final int start;
  private final int end;
  private final boolean chinese;
  private int o;
  private int a;

  CodeTrigger(Utf8Text field) {
    text = field.array();
    start = field.start();
    end = field.end();
    chinese = isChinese();
    o = start;
    a = start;
    nextO(start);
    nextA(start);
  }

  /** The first place from another on, or the text's end. */
  int next(int from) {
    int ascii = nextWord(from);
    return chinese ? nextHan(from, ascii) : ascii;
  }

  /** Whether a Chinese character stands among the first ones: U+4000 to U+9FFF begin with these. */
  private boolean isChinese() {
    for (int i = start; i < Math.min(end, start + BEGINNING); i++) {
      if (text[i] >= (byte) 0xE4 && text[i] <= (byte) 0xE9) {
        return true;
      }
    }
    return false;
  }

  private int nextHan(int from, int to) {
    for (int i = from; i < to; i++) {
      for (byte[] word : HAN) {
        if (i + word.length <= to
            && Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
          return i;
        }
      }
    }
    return to;
  }

  private int nextWord(int from) {
    int at = from;
    while (true) {
      if (o < at) {
        nextO(at);
      }
      if (a < at) {
        nextA(at);
      }
      at = Math.min(o, a);
      if (at >= end || isTrigger(at)) {
        return Math.min(at, end);
      }
      at++;
    }
  }

  private void nextO(int from) {
    o = ByteSearch.indexOfAfter(text, from, end, (byte) 'o', (byte) 'd', (byte) 'u');
  }

  private void nextA(int from) {
    a = ByteSearch.indexOfAfter(text, from, end, (byte) 'a', (byte) 's', (byte) 'v');
  }

  private boolean isTrigger(int i) {
    return switch (text[i]) {
      case 'd' -> isCode(i);
      case 'u' -> isOpenSource(i);
      case 's' -> i - 4 >= start && text[i - 2] == 'e' && text[i - 3] == 'l' && text[i - 4] == 'e';
      default -> i + 3 < end && text[i + 1] == 'a' && text[i + 2] == 'i' && text[i + 3] == 'l';
    };
  }

  private boolean isCode(int d) {
    return d + 1 < end
        && text[d + 1] == 'e'
        && FieldText.endsWith(text, start, d, "co")
        && (d - 3 < start || !UrlCharacters.isLetter(text[d - 3]));
  }

  private boolean isOpenSource(int u) {
    int open = u - 2;
    if (open <= start || !FieldText.startsWith(text, u, end, "urc")) {
      return false;
    }
    open -= text[open - 1] == '-' || text[open - 1] == ' ' ? 1 : 0;
    return FieldText.endsWith(text, start, open, "open") && !beforeModels(u);
  }

  private boolean beforeModels(int u) {
    int next = u;
    while (next < end && UrlCharacters.isLetter(text[next])) {
      next++;
    }
    for (String word : MODELS) {
      if (FieldText.startsWith(text, next + 1, end, word)) {
        return true;
      }
    }
    return false;
  }
}
