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
 * @param fileName the name its sender gave it; data from a stranger, never a path
 * @param sha256 the digest the platform announced, as sent: base64 or hex
 */
public record Attachment(
    String type,
    Optional<String> id,
    Optional<String> url,
    Optional<String> mime,
    Optional<String> fileName,
    Optional<String> sha256) {

  /** A reference without file name and digest. */
  public Attachment(String type, Optional<String> id, Optional<String> url, Optional<String> mime) {
    this(type, id, url, mime, Optional.empty(), Optional.empty());
  }

  /** Whether both are the same thing: signed addresses change with every look, ids do not. */
  public boolean isSameAs(Attachment other) {
    boolean named = id.isPresent() || other.id.isPresent();
    return type.equals(other.type) && (named ? id.equals(other.id) : url.equals(other.url));
  }

  @Override
  public String toString() {
    return "Attachment[" + type + "]";
  }
}
