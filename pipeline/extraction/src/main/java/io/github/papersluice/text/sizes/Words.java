package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * The words that decide what a number counts, by class. They are words of ordinary English and of
 * the field; no model's name is among them.
 */
final class Words {
  /** Says that the number counts parameters. */
  static final int PARAMETER = 1;

  /** A kind of learned model: a number before it may be that model's size. */
  static final int MODEL = 1 << 1;

  /** What other numbers count: data, money, hardware, time. */
  static final int DATA = 1 << 2;

  /** Counts data when it ends a noun phrase, but may also describe a model: "image model". */
  static final int MODALITY = 1 << 3;

  /** Scale and size: "at the 1.4B scale". */
  static final int SCALE = 1 << 4;

  /** Active per token, effective. */
  static final int ACTIVE = 1 << 5;

  /** Trained, tuned, learned or added on top. */
  static final int TRAINED = 1 << 6;

  /** Ends a noun phrase: prepositions, verbs, conjunctions, articles. */
  static final int STOP = 1 << 7;

  /** An article or a word that stands for one. */
  static final int DETERMINER = 1 << 8;

  /** Comes between the numbers of one list or range. */
  static final int JOINER = 1 << 9;

  /** About that many. */
  static final int ABOUT = 1 << 10;

  /** That many or more. */
  static final int MORE = 1 << 11;

  /** That many or fewer. */
  static final int LESS = 1 << 12;

  /** Names a place or a kind by a number, as "Figure 2B" and "Task 13B". */
  static final int LABEL = 1 << 13;

  /** Stands after a model's name and says which build of it: "Instruct", "Base". */
  static final int VARIANT = 1 << 14;

  /** A multiplier. */
  static final int UNIT = 1 << 15;

  /** Says how little: "only", "just". */
  static final int MERE = 1 << 16;

  /** Compares two numbers, so that the number is a difference and not a size. */
  static final int DIFFERENCE = 1 << 17;

  /** Introduces a name that follows: "named", "called". */
  static final int NAMING = 1 << 18;

  /** Trained, as in "trained on". */
  static final int TRAINING = 1 << 19;

  /** A data set as a whole. */
  static final int DATASET = 1 << 20;

  /** What data is counted in; before a number it says that the number counts data. */
  static final int AMOUNT = 1 << 21;

  /** Presents a name: "we propose". */
  static final int PRESENTING = 1 << 22;

  /** A verb of which a model is the subject: "X achieves". */
  static final int VERB = 1 << 23;

  /** Stands after a name and says that there are several of it: "the X series". */
  static final int SERIES = 1 << 24;

  /** What only a model does, and no data set: "X outperforms". */
  static final int ACTING = 1 << 25;

  /** Names a field, a tool or a kind, and no model: "Code LLMs", "API models". */
  static final int FIELD = 1 << 26;

  /** Says what becomes of a number: "drops from 25M to 3M", "amounts to 3M". */
  static final int CHANGE = 1 << 27;

  private static final int BUCKETS = 4096;
  private static final byte[][] KEYS = new byte[BUCKETS][];
  private static final int[] CLASSES = new int[BUCKETS];
  private static final int LONGEST = 16;

  static {
    add(PARAMETER, "parameter parameters param params parameterized parameters' paramters weights");
    add(
        MODEL,
        "model models llm llms slm slms lm lms plm plms vlm vlms lvlm lvlms mllm mllms mlm mlms lmm"
            + " lmms vllm vllms lrm lrms sllm sllms lalm lalms alm alms vla vlas prm prms orm orms"
            + " llms' nlm ssm ssms dllm dllms arm arms gnn gnns cnn cnns convnet convnets rnn rnns mlp mlps lstm unet dit dits"
            + " vit vits moe moes vae gan gans nn nns dnn dnns llmbased network networks"
            + " transformer transformers encoder encoders decoder decoders backbone backbones teacher"
            + " teachers student students variant variants baseline baselines policy policies"
            + " checkpoint checkpoints architecture architectures reranker rerankers retriever"
            + " retrievers embedder embedders reasoner reasoners verifier verifiers judge judges"
            + " generator generators classifier classifiers detector detectors tokenizer tokenizers"
            + " vocoder family families counterpart counterparts agent agents learner learners"
            + " planner planners proxy proxies expert experts chatbot assistant draft drafter"
            + " version versions system systems predictor forecaster simulator estimator segmenter"
            + " adapter adapters module modules head heads critic actor translator regressor"
            + " autoencoder autoencoders configuration configurations sibling siblings");
    add(
        DATA,
        "tokens images samples documents words sentences videos frames clips pages pairs triples"
            + " triplets examples instances records rows points entries entities edges nodes"
            + " annotations queries questions answers prompts instructions conversations dialogues"
            + " trajectories episodes users people persons patients speakers customers dollars usd"
            + " euros eur yuan rmb cny gbp flops flop macs mac gflops tflops mults ops operations"
            + " bits bit bytes byte gb mb kb tb gpus gpu npu npus tpu tpus gpuhours hours hour minutes seconds years"
            + " days months meters metres meter metre km resolution resolutions pixels pixel context"
            + " contexts length lengths window windows steps iterations epochs updates vocabulary"
            + " characters sequences proteins molecules structures cells genes reads spectra scans"
            + " volumes slices masks boxes captions utterances recordings tracks songs posts tweets"
            + " comments reviews articles papers patents abstracts citations products items"
            + " interactions clicks events transactions vehicles cars homes buildings polygons"
            + " objects scenes assets meshes gaussians splats primitives grasps demonstrations"
            + " tasks problems solutions traces rollouts facts triplet synsets classes categories"
            + " labels preferences comparisons judgments evaluations experiments simulations"
            + " particles atoms graphs materials crystals fans accidents deaths views downloads"
            + " calls requests messages urls websites pages lines functions repositories commits"
            + " files snippets programs vectors embeddings keys faces identities photos"
            + " devices patches tiles shots puzzles games moves states variables passages chunks"
            + " cases segments hz khz mhz ghz rpm fps qps mri fmri scanner tesla ppm budget"
            + " losses revenue expenditures cost costs dollar subset subsets sets collection"
            + " speedup times percent percentage km2 pretraining neurons outputs responses texts"
            + " completions votes ratings accounts households residents participants synapses"
            + " transistors spins sites galaxies stars halos genomes");
    add(
        AMOUNT,
        "tokens images samples documents words sentences videos frames hours pairs examples instances"
            + " data subset collection triplets users people");
    add(
        PRESENTING,
        "present presents introduce introduces propose proposes release develop develops describe"
            + " train trained call called named dubbed that allowing namely while whereas create"
            + " build built presenting introducing design designed model method framework network demonstrate demonstrates show shows indicate our");
    add(
        VERB,
        "achieves attains reaches outperforms surpasses delivers has is uses requires contains matches"
            + " improves demonstrates shows exceeds performs runs obtains yields comprises features"
            + " offers maintains consists employs supports can sets reduces introduces adds trains"
            + " leverages provides exhibits beats scores ranks combines integrates remains");
    add(
        ACTING,
        "achieves attains reaches outperforms surpasses delivers matches improves exceeds performs runs"
            + " obtains beats scores ranks translates generates predicts outperforming surpassing"
            + " outperformed beating exceeding matching");
    add(
        FIELD,
        "ai api apis gpu gpus cpu cpus tpu tpus npu npus nlp ml dl rl cv ct mri eeg ecg ocr asr tts iot sota code"
            + " language vision reward reasoning diffusion foundation embedding world instruct ours");
    add(
        CHANGE,
        "drops drop dropped falls fall reduced reduces decreases decreased increases increased grows"
            + " amounts amount totals shrinks cut");
    add(SERIES, "series suite family families line collection models variants");
    add(DATASET, "dataset datasets corpus corpora benchmark benchmarks testset");
    add(
        MODALITY,
        "token image sample document word sentence video frame clip page pair example instance"
            + " record row point entry entity edge node annotation query question answer prompt"
            + " instruction conversation dialogue trajectory episode user person patient speaker"
            + " sequence protein molecule structure cell gene caption utterance text speech audio"
            + " data step object scene task view");
    add(SCALE, "scale scales size sizes sized sizing range ranges regime regimes scaled count");
    add(ACTIVE, "active activated activate activates activating activation activations effective");
    add(
        TRAINED,
        "trainable learnable tunable extra additional added tuned updated adjustable tuneable"
            + " optimized learned new");
    add(
        STOP,
        "of in on at by for from with without within to into onto over under than as per via using"
            + " and or but while whereas when where which that who whose this these those it its"
            + " is are was were be been has have had can could may might will would shall should do"
            + " does did not a an the our their his her we they i you across between against among"
            + " through during after before about around because since if so then also both either"
            + " neither each every all some any more most less fewer such like e.g i.e vs versus"
            + " achieves achieve achieved achieving outperforms outperform outperforming outperformed"
            + " surpasses surpass surpassing surpassed reaches reach reaching attains attain"
            + " demonstrates demonstrate demonstrating shows show showing matches match matching"
            + " improves improve improving improved exceeds exceed exceeding uses use used requires"
            + " require requiring delivers deliver yields yield trained pretrained finetuned tuned"
            + " running runs run respectively even only just merely remains remain exhibits exhibit"
            + " enables enable supports support provides provide trains based built consistently"
            + " significantly substantially better best despite compared capable able named called"
            + " dubbed termed equipped released release releasing including include includes"
            + " up down out off once there here however notably additionally finally moreover"
            + " further still yet specifically recently particularly experiments results");
    add(DETERMINER, "a an the our this its their two three four five six several these both");
    add(JOINER, "and or to through versus vs");
    add(
        ABOUT,
        "about around approximately approx nearly roughly circa ca almost near approaching"
            + " estimated close");
    add(MORE, "over exceeding exceeds exceed above beyond surpassing least larger greater plus");
    add(LESS, "under below sub less fewer smaller most within maximum max");
    add(
        LABEL,
        "figure fig section sec table tab appendix task track type theorem lemma phase level grade"
            + " step part eq equation line chapter algorithm stage subtask room class group unit"
            + " category pi rpi dataset");
    add(
        VARIANT,
        "instruct chat base it large small medium mini nano tiny micro xl xxl pro plus turbo preview"
            + " thinking coder math vision vl omni hybrid dense sparse open");
    add(
        UNIT,
        "b m k t billion billions million millions trillion trillions thousand thousands bn mn mln");
    add(MERE, "only just merely mere");
    add(DIFFERENCE, "times x fewer less more lower higher smaller larger percent");
    add(NAMING, "named called dubbed termed");
    add(TRAINING, "trained pretrained training train trains pretraining pretrain");
  }

  private Words() {}

  /** The classes of a word, as a set of bits; 0 for a word without a class. Case is ignored. */
  static int of(byte[] text, int start, int end) {
    if (end - start > LONGEST) {
      return 0;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + (text[i] | 0x20);
    }
    int bucket = bucket(hash);
    while (KEYS[bucket] != null) {
      if (matches(KEYS[bucket], text, start, end)) {
        return CLASSES[bucket];
      }
      bucket = bucket + 1 & BUCKETS - 1;
    }
    return 0;
  }

  private static int bucket(int hash) {
    return ((hash ^ hash >>> 12) * 0x9E3779B1) >>> 20;
  }

  private static boolean matches(byte[] key, byte[] text, int start, int end) {
    if (key.length != end - start) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != (text[start + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private static void add(int wordClass, String words) {
    for (String word : words.split(" ", -1)) {
      put(word.toLowerCase(Locale.ROOT).getBytes(US_ASCII), wordClass);
    }
  }

  private static void put(byte[] key, int wordClass) {
    int hash = 0;
    for (byte letter : key) {
      hash = 31 * hash + (letter | 0x20);
    }
    int bucket = bucket(hash);
    while (KEYS[bucket] != null && !matches(KEYS[bucket], key, 0, key.length)) {
      bucket = bucket + 1 & BUCKETS - 1;
    }
    KEYS[bucket] = key;
    CLASSES[bucket] |= wordClass;
  }
}
