package io.github.papersluice.snapshot;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.tables.DigestRow;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import io.github.papersluice.tables.PaperRow;
import io.github.papersluice.tables.RejectionRow;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Turns values into rows. There is one row object a table and one text a column, used again each
 * time: a row is good until the next of its table is made, and all of them until the next record.
 */
public final class Rows {
  private final DigestRow digest = new DigestRow();
  private final PaperRow paper = new PaperRow();
  private final LinkRow link = new LinkRow();
  private final ModelSizeRow modelSize = new ModelSizeRow();
  private final RejectionRow rejection = new RejectionRow();

  private final PaperId paperIds = new PaperId();
  private final RowText digestId = new RowText();
  private final RowText paperId = new RowText();
  private final RowText title = new RowText();
  private final RowText abstractText = new RowText();
  private final RowDate digestDay = new RowDate();
  private final RowDate publishedDay = new RowDate();
  private final RowText[] texts = {
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText(),
    new RowText()
  };

  public SpecificRecordBase digest(DigestSummary summary) {
    digest.setDigestId(texts[0].of(summary.digestId()));
    digest.setName(texts[1].of(summary.name()));
    digest.setSha256(texts[2].of(summary.sha256()));
    digest.setByteLength(summary.byteLength());
    digest.setFormat(texts[3].of(summary.format()));
    digest.setHeading(texts[4].of(summary.heading()));
    digest.setDigestDate(digestDay.of(summary.digestDate()));
    digest.setPaperCount(summary.paperCount());
    digest.setRejectionCount(summary.rejectionCount());
    return digest;
  }

  /** Sets the columns that a record's rows have in common. */
  public void key(String digest, long recordNumber, String digestDate, Utf8Text paperTitle) {
    LocalDate day = digestDay.of(digestDate);
    paper.setDigestDate(day);
    link.setDigestDate(day);
    modelSize.setDigestDate(day);
    paper.setDigestId(digestId.of(digest));
    paper.setRecordNumber(recordNumber);
    paper.setPaperId(paperId.of(paperIds.next(paperTitle)));
    link.setDigestId(paper.getDigestId());
    link.setRecordNumber(recordNumber);
    link.setPaperId(paper.getPaperId());
    modelSize.setDigestId(paper.getDigestId());
    modelSize.setRecordNumber(recordNumber);
    modelSize.setPaperId(paper.getPaperId());
  }

  public SpecificRecordBase paper(PaperText text, Facts facts) {
    paper.setTitle(title.of(text.title()));
    paper.setAbstract$(abstractText.of(text.abstractText()));
    paper.setStartByte(text.startByte());
    paper.setEndByte(text.endByte());
    paper.setLinkCount(facts.links().size());
    paper.setModelSizeCount(facts.modelSizes().size());
    paper.setGithubRepository(texts[0].of(firstRepository(facts)));
    paper.setCodeStatus(texts[1].of(facts.codeStatus().name()));
    paper.setLargestParameters(largestParameters(facts));
    paper.setHeading(texts[2].of(text.heading()));
    describe(text.metadata());
    return paper;
  }

  private void describe(PaperMetadata metadata) {
    paper.setArxivId(texts[3].of(metadata.arxivId()));
    paper.setDoi(texts[4].of(metadata.doi()));
    paper.setUrl(texts[5].of(metadata.url()));
    paper.setAuthors(texts[6].of(metadata.authors()));
    paper.setPublishedDate(publishedDay.of(metadata.publishedDate()));
    paper.setCategories(texts[7].of(metadata.categories()));
    paper.setComment(texts[8].of(metadata.comment()));
    paper.setCodeUrl(texts[9].of(metadata.codeUrl()));
    paper.setProjectUrl(texts[10].of(metadata.projectUrl()));
    paper.setUpvotes(metadata.upvotes());
  }

  private static String firstRepository(Facts facts) {
    for (Link link : facts.links()) {
      if (link.repository() != null) {
        return link.repository();
      }
    }
    return null;
  }

  private static Long largestParameters(Facts facts) {
    Long largest = null;
    for (ModelSize size : facts.modelSizes()) {
      if (largest == null || size.parameters() > largest) {
        largest = size.parameters();
      }
    }
    return largest;
  }

  SpecificRecordBase link(long ordinal, Link found) {
    link.setOrdinal(ordinal);
    link.setField(texts[0].of(found.field().columnName()));
    link.setStartOffset(found.start());
    link.setEndOffset(found.end());
    link.setSurface(texts[1].of(found.surface()));
    link.setUrl(texts[2].of(found.url()));
    link.setHost(texts[3].of(found.host()));
    link.setKind(texts[4].of(found.kind().name()));
    link.setRepositoryId(texts[5].of(found.repositoryId()));
    link.setRepositoryOwner(texts[6].of(found.repositoryOwner()));
    link.setRepositoryName(texts[7].of(found.repositoryName()));
    link.setAvailability(texts[8].of(found.availability().name()));
    return link;
  }

  public SpecificRecordBase modelSize(long ordinal, ModelSize found) {
    modelSize.setOrdinal(ordinal);
    modelSize.setField(texts[0].of(found.field().columnName()));
    modelSize.setStartOffset(found.start());
    modelSize.setEndOffset(found.end());
    modelSize.setSurface(texts[1].of(found.surface()));
    modelSize.setParameters(found.parameters());
    modelSize.setExperts(found.experts() == null ? null : Long.valueOf(found.experts()));
    modelSize.setRole(texts[2].of(found.role().name()));
    modelSize.setModel(texts[3].of(found.model()));
    modelSize.setModelKey(texts[4].of(found.modelKey()));
    modelSize.setExactness(texts[5].of(found.exactness().name()));
    return modelSize;
  }

  public SpecificRecordBase rejection(String digestId, long ordinal, Rejection rejected) {
    rejection.setDigestId(texts[0].of(digestId));
    rejection.setOrdinal(ordinal);
    rejection.setStage(texts[1].of(rejected.stage().name()));
    rejection.setReason(texts[2].of(rejected.reason().name()));
    rejection.setDetail(texts[3].of(rejected.detail()));
    rejection.setStartByte(rejected.startByte());
    rejection.setEndByte(rejected.endByte());
    rejection.setExcerpt(texts[4].of(rejected.excerpt()));
    return rejection;
  }
}
