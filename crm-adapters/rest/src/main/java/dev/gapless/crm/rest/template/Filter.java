// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import dev.gapless.api.config.NearestName;
import dev.gapless.crm.rest.template.Value.Moment;
import dev.gapless.crm.rest.template.Value.Text;
import dev.gapless.crm.rest.template.Value.Whole;
import dev.gapless.http.entry.CleanText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One step behind a bar in a placeholder: {@code {{occurredAt | epoch-millis}}}. */
@FunctionalInterface
interface Filter {
  /** The names, as error messages list them. */
  List<String> NAMES =
      List.of(
          "limit:N",
          "epoch-millis",
          "epoch-seconds",
          "date",
          "utc",
          "number",
          "html",
          "optional",
          "or:TEXT");

  /** Many CRMs want this form, always in UTC. */
  DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  Value apply(Value value, Rendering rendering);

  static Filter parse(String text) throws TemplateException {
    if (text.matches("limit:[1-9][0-9]{0,8}")) {
      int limit = Integer.parseInt(text.substring(6));
      return (value, rendering) ->
          value instanceof Text t
              ? new Text(CleanText.cut(t.text(), limit, rendering.cutMark()))
              : value;
    }
    return switch (text) {
      case "epoch-millis" -> moment((m, r) -> new Whole(m.instant().toEpochMilli()));
      case "epoch-seconds" -> moment((m, r) -> new Whole(m.instant().getEpochSecond()));
      case "date" ->
          moment((m, r) -> new Text(LocalDate.ofInstant(m.instant(), r.zone()).toString()));
      case "utc" -> moment((m, r) -> new Text(UTC.format(m.instant().atOffset(ZoneOffset.UTC))));
      case "number" ->
          text(t -> t.matches("-?[0-9]{1,18}") ? new Whole(Long.parseLong(t)) : new Text(t));
      case "html" -> text(t -> new Text(HtmlText.escape(t)));
      default ->
          throw new TemplateException(
              "unknown filter '" + text + "'. " + NearestName.hint(text, NAMES));
    };
  }

  /** A filter of moments; other values pass unchanged. */
  private static Filter moment(MomentFilter filter) {
    return (value, rendering) -> value instanceof Moment m ? filter.apply(m, rendering) : value;
  }

  /** A filter of texts; other values pass unchanged. */
  private static Filter text(Function<String, Value> filter) {
    return (value, rendering) -> value instanceof Text t ? filter.apply(t.text()) : value;
  }

  /** What a filter does to a moment. */
  interface MomentFilter {
    Value apply(Moment moment, Rendering rendering);
  }
}
