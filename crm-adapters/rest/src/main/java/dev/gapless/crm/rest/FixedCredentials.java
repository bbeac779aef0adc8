// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.http.Token;
import java.time.Instant;
import java.util.function.Supplier;

/** A key or password that an admin has set; looked up anew for each call. */
final class FixedCredentials implements Credentials {
  private final HeaderText header;
  private final Supplier<String> secret;

  FixedCredentials(HeaderText header, Supplier<String> secret) {
    this.header = header;
    this.secret = secret;
  }

  @Override
  public Answer credential() {
    return header.with(new Token(secret.get(), Instant.MAX));
  }

  @Override
  public Answer renewed(Credential invalid) {
    return new Refused(
        Refusal.of(
            Category.AUTHENTICATION, Scope.CONNECTION, "", "the CRM refused the credential"));
  }

  @Override
  public boolean isInvalid(Answered answer) {
    return false;
  }
}
