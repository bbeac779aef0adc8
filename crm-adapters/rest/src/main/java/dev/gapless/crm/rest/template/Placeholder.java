// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import dev.gapless.http.entry.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name in double braces, with filters behind bars.
 *
 * @param otherwise stands in for a missing value
 * @param optional whether a member that has no value is left out
 * @param html whether the value becomes HTML text
 */
record Placeholder(
    String name, List<Filter> filters, Optional<String> otherwise, boolean optional, boolean html) {
  static Placeholder parse(String inside, Vocabulary vocabulary) throws TemplateException {
    List<String> parts = new ArrayList<>(List.of(inside.split("\\|", -1)));
    String name = parts.remove(0).strip();
    Optional<String> complaint = vocabulary.complaint(name);
    if (complaint.isPresent()) {
      throw new TemplateException(complaint.get());
    }
    List<Filter> filters = new ArrayList<>();
    Optional<String> otherwise = Optional.empty();
    boolean optional = false;
    boolean html = false;
    for (String part : parts) {
      String filter = part.strip();
      if (html) {
        throw new TemplateException("a filter behind html. Write html last");
      }
      html = filter.equals("html");
      if (filter.startsWith("or:")) {
        otherwise = Optional.of(filter.substring(3));
      } else if (filter.equals("optional")) {
        optional = true;
      } else {
        filters.add(Filter.parse(filter));
      }
    }
    return new Placeholder(name, List.copyOf(filters), otherwise, optional, html);
  }

  Optional<Value> value(Values values, Rendering rendering) {
    return values
        .get(name)
        .or(() -> otherwise.map(Value.Text::new))
        .map(value -> filtered(clean(value), rendering));
  }

  private static Value clean(Value value) {
    return value instanceof Value.Text t ? new Value.Text(CleanText.wellFormed(t.text())) : value;
  }

  private Value filtered(Value value, Rendering rendering) {
    Value result = value;
    for (Filter filter : filters) {
      result = filter.apply(result, rendering);
    }
    return result;
  }
}
