// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.media.Expected;
import dev.gapless.http.payload.Fields;
import java.util.Optional;

/**
 * What the platform says about a file by its id.
 *
 * @param url blank if it names none
 * @param size 0 if it does not say
 */
record ResolvedFile(String url, Optional<String> mime, Optional<String> sha256, long size) {

  static ResolvedFile of(GraphAnswer answer) {
    JsonNode json = answer.json();
    return new ResolvedFile(
        Fields.text(json, "url").orElse(""),
        Fields.text(json, "mime_type"),
        Fields.text(json, "sha256"),
        json.path("file_size").asLong(0));
  }

  /** What was signed counts before what was looked up. */
  Expected expected(Attachment announced, long maxBytes) {
    return new Expected(
        announced.mime().or(() -> mime), announced.sha256().or(() -> sha256), maxBytes);
  }

  @Override
  public String toString() {
    return "ResolvedFile[***]";
  }
}
