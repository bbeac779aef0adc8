// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The platform refuses a whole request. */
final class OrgError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  OrgError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  ArrayNode body() {
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    body.addObject().put("message", getMessage()).put("errorCode", code);
    return body;
  }
}
