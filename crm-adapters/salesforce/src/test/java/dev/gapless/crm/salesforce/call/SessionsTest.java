// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
  @Test
  void anInstanceIsUsedWithoutItsLastSlash() {
    assertThat(Sessions.instance("https", "https://x.my.salesforce.com/"))
        .contains("https://x.my.salesforce.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://x.my.salesforce.com",
        "https://evil@x.my.salesforce.com",
        "https://x.my.salesforce.com?a",
        "https:///path",
        ""
      })
  void aTokenThatCameOverTlsLeadsNowhereElse(String instance) {
    assertThat(Sessions.instance("https", instance)).isEmpty();
  }
}
