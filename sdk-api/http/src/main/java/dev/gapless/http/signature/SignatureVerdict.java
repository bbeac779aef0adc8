// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.signature;

/** What a signature check found. Everything but {@link #GENUINE} is a refusal. */
public enum SignatureVerdict {
  GENUINE("signature matches"),
  MISSING("signature header is missing"),
  REPEATED("signature header is there more than once"),
  MALFORMED("signature header does not have the form of a signature"),
  WRONG("signature matches no configured secret"),
  NO_SECRET("no secret is configured to check the signature with");

  private final String reason;

  SignatureVerdict(String reason) {
    this.reason = reason;
  }

  /** The finding in words for a log line: no secret, no digest, nothing of the body. */
  public String reason() {
    return reason;
  }
}
