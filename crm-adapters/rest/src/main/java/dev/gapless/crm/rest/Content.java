// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

/** The body of a request that is no JSON. The bytes are shared and not to be changed. */
final class Content {
  private final String type;
  private final byte[] bytes;

  Content(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }
}
