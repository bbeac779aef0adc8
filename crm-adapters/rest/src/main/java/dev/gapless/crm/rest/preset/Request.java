// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.TextTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call.
 *
 * @param method the HTTP method
 * @param path behind the connection's address, query included
 * @param headers more headers, by name
 * @param body the JSON body, if there is one
 * @param form the fields of a form, if the body is one; empty if not
 */
public record Request(
    String method,
    TextTemplate path,
    Map<String, TextTemplate> headers,
    Optional<JsonTemplate> body,
    Map<String, TextTemplate> form) {
  /** Whether address, form or body name a placeholder that begins so. */
  public boolean namesAny(String beginning) {
    return Stream.concat(
            Stream.concat(Stream.of(path), form.values().stream())
                .flatMap(each -> each.names().stream()),
            body.stream().flatMap(each -> each.names().stream()))
        .anyMatch(name -> name.startsWith(beginning));
  }

  /** Whether address, form or body name a placeholder. */
  public boolean names(String placeholder) {
    return path.names(placeholder)
        || form.values().stream().anyMatch(each -> each.names(placeholder))
        || body.filter(each -> each.names(placeholder)).isPresent();
  }
}
