// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Optional;

/**
 * A file or embedded thing that came with a contact. The URL is data from a stranger: it is
 * fetched, if at all, only from the platform's own hosts.
 *
 * @param type the platform's word in lower case: {@code image}, {@code document} …
 * @param id the platform's media id
 * @param url where the platform says it is; often short-lived
 * @param mime the media type, as sent
 */
public record Attachment(
    String type, Optional<String> id, Optional<String> url, Optional<String> mime) {
  @Override
  public String toString() {
    return "Attachment[" + type + "]";
  }
}
