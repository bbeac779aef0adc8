// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A name in double braces, with filters behind bars. */
record Placeholder(String name, List<Filter> filters) {
  static Placeholder parse(String inside, Vocabulary vocabulary) throws TemplateException {
    String[] parts = inside.split("\\|", -1);
    String name = parts[0].strip();
    Optional<String> complaint = vocabulary.complaint(name);
    if (complaint.isPresent()) {
      throw new TemplateException(complaint.get());
    }
    List<Filter> filters = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      filters.add(Filter.parse(parts[i].strip()));
    }
    return new Placeholder(name, List.copyOf(filters));
  }

  Optional<Value> value(Values values, Rendering rendering) {
    return values.get(name).map(value -> filtered(clean(value), rendering));
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
