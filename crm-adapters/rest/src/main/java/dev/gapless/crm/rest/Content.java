// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

/** The body of a request that is no JSON. */
record Content(String type, byte[] bytes) {
  @Override
  public String toString() {
    return "Content[" + bytes.length + " bytes]";
  }
}
