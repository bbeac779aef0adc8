// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.TextTemplate;
import java.util.Map;

/**
 * One call about a file.
 *
 * @param request the call; its body, if it is JSON, may hold the content in base64
 * @param carries how the content travels
 * @param parts the parts of a multipart body by name; that of the file is empty
 * @param filePart which of them is the file
 * @param answer how to read what became of it
 */
public record FileCall(
    Request request,
    Carries carries,
    Map<String, TextTemplate> parts,
    String filePart,
    Made answer) {
  /** How the content travels. */
  public enum Carries {
    /** In the JSON body, or not at all. */
    JSON,
    /** As a part of {@code multipart/form-data}. */
    MULTIPART,
    /** As the body itself. */
    RAW
  }
}
