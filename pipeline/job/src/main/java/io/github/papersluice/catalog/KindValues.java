package io.github.papersluice.catalog;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.snapshot.Table;
import java.util.List;
import java.util.stream.Stream;

/** The columns whose values are of a fixed set. */
final class KindValues {
  private KindValues() {}

  /** The values of a column in the order of their declaration, or none if it takes any text. */
  static List<String> of(Table table, String column) {
    return switch (table.tableName() + "." + column) {
      case "papers.code_status" -> names(CodeStatus.values());
      case "links.field", "model_sizes.field" ->
          Stream.of(TextField.values()).map(TextField::columnName).toList();
      case "links.kind" -> names(LinkKind.values());
      case "links.availability" -> names(Availability.values());
      case "model_sizes.role" -> names(SizeRole.values());
      case "model_sizes.exactness" -> names(Exactness.values());
      case "rejections.stage" -> names(Rejection.Stage.values());
      case "rejections.reason" -> names(Rejection.Reason.values());
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
