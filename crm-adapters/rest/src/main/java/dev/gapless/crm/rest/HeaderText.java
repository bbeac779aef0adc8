// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.rest.Credentials.Answer;
import dev.gapless.crm.rest.Credentials.Credential;
import dev.gapless.crm.rest.Credentials.Refused;
import dev.gapless.crm.rest.preset.Authentication;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.Token;

/** Puts a token into the header a preset names. */
record HeaderText(Authentication authentication, Rendering rendering) {
  /** The header, unless the token would break out of it. */
  Answer with(Token token) {
    String text =
        authentication
            .value()
            .render(Values.of("token", new Value.Text(token.value())), rendering, Target.JSON);
    if (token.value().isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return new Refused(
          Refusal.of(
              Category.AUTHENTICATION,
              Scope.CONNECTION,
              "",
              "the credential is empty or holds characters that a header cannot carry. Check the"
                  + " setting, a file's last line break included"));
    }
    return new Credential(authentication.header(), text, token);
  }
}
