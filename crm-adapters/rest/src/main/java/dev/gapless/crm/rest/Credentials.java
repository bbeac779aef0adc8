// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.http.Token;

/** Shows the CRM who we are. Safe for many threads. */
interface Credentials {
  /** What to send now; may ask the CRM for a token first. */
  Answer credential();

  /** What to send after the CRM has named a credential invalid. */
  Answer renewed(Credential invalid);

  /** Whether an answer names the credential, and nothing else, as invalid. */
  boolean isInvalid(Answered answer);

  /** A credential, or why there is none. */
  sealed interface Answer {}

  /** The header that shows a token. */
  record Credential(String header, String text, Token token) implements Answer {
    @Override
    public String toString() {
      return header + ": ***";
    }
  }

  /** There is none now. */
  record Refused(Refusal refusal) implements Answer {}
}
