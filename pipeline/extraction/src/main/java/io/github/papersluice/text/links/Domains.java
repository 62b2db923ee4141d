package io.github.papersluice.text.links;

import java.util.Arrays;

/**
 * Top-level domains: what tells {@code example.org} from {@code Node.js} where no scheme stands.
 */
final class Domains {
  /** The longest name that is known, in letters. */
  static final int LONGEST = 12;

  /** Country-code domains (IANA's root zone database, ASCII ones in use). */
  private static final long[] COUNTRIES =
      keys(
          "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj "
              + "bm bn bo br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw "
              + "cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge "
              + "gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in "
              + "io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr "
              + "ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my "
              + "mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt "
              + "pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su "
              + "sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz "
              + "va vc ve vg vi vn vu wf ws ye yt za zm zw ");

  /** Generic domains (IANA's root zone database): those under which pages of papers are found. */
  private static final long[] GENERIC =
      keys(
          "com org net edu gov int mil info biz name pro mobi museum aero coop jobs travel "
              + "post tel cat asia arpa app dev page cloud online site website tech science "
              + "academy school university college institute education training group team "
              + "company agency studio design art gallery photos video film audio music games "
              + "game fun live life world earth global international network systems solutions "
              + "technology software digital tools zone space center care health bio eco green "
              + "energy blog news press media pub social community chat email link click top xyz "
              + "club vip store shop market finance fund foundation ngo ong build run works work "
              + "today day now new one plus wtf lol ninja guru expert show review report help "
              + "support guide how directory library city town land house farm garden ink icu "
              + "quest cyou sbs bond best cool rocks moe berlin london paris tokyo nyc amsterdam "
              + "wien hamburg cern google microsoft youtube amazon aws apple ovh goog swiss "
              + "brussels scot wales quebec lat africa kim wang ren ltd inc llc gmbh wiki codes "
              + "gle ");

  /** The domains that stand for a web page even where nothing but a two-label host is written. */
  private static final long[] ESTABLISHED = keys("com org net edu gov int mil");

  /**
   * Domains that are also English words or names in programs ({@code model.in}, {@code it.is},
   * {@code nn.top}): with these, a missing space looks like a host.
   */
  private static final long[] AMBIGUOUS =
      keys(
          "st in is to at as no do by my am us it be an id he we or if me ml new now one how work"
              + " show run today day plus care best data support help report review guide training"
              + " center design works page name post top group build");

  /** Domains that are also endings of files' names: {@code train.py}, {@code run.sh}. */
  private static final long[] FILE_TYPES = keys("py sh md rs pl pm ps so cc tf mat bz gz");

  private Domains() {}

  private static long[] keys(String domains) {
    long[] keys = Arrays.stream(domains.split(" ")).mapToLong(Domains::key).toArray();
    Arrays.sort(keys);
    return keys;
  }

  private static long key(String domain) {
    long key = 0;
    for (int i = 0; i < domain.length(); i++) {
      key = key << 5 | (domain.charAt(i) & 0x1F);
    }
    return key;
  }

  /** The label {@code [from, to)} as a number that ignores case, or -1 if it is no such label. */
  private static long key(byte[] text, int from, int to) {
    if (to - from < 2 || to - from > LONGEST) {
      return -1;
    }
    long key = 0;
    for (int i = from; i < to; i++) {
      if (!UrlCharacters.isLetter(text[i])) {
        return -1;
      }
      key = key << 5 | (text[i] & 0x1F);
    }
    return key;
  }

  private static boolean contains(long[] keys, long key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /** Whether the label {@code [from, to)} is a known top-level domain, in whatever case. */
  static boolean isTopLevel(byte[] text, int from, int to) {
    long key = key(text, from, to);
    return contains(to - from == 2 ? COUNTRIES : GENERIC, key);
  }

  /** Whether it is one of the few under which a bare two-label host is a page. */
  static boolean isEstablished(byte[] text, int from, int to) {
    return contains(ESTABLISHED, key(text, from, to));
  }

  /** Whether it is also the ending of a file's name. */
  static boolean isFileType(byte[] text, int from, int to) {
    return contains(FILE_TYPES, key(text, from, to));
  }

  /** Whether it is also a word. */
  static boolean isAmbiguous(byte[] text, int from, int to) {
    return contains(AMBIGUOUS, key(text, from, to));
  }
}
