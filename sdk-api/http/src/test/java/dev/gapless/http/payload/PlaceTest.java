// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final JsonNode BODY =
      Body.read(
              "{\"entry\":[{},{\"value\":7}],\"a b\":1,\"nil\":null}"
                  .getBytes(StandardCharsets.UTF_8))
          .json();

  private final Place body = new Place(BODY, "");

  @Test
  void namesEveryPartByItsWayFromTheBody() {
    Place second = body.children("entry").get(1);
    assertThat(second.path()).isEqualTo("entry[1]");
    assertThat(second.children("value").get(0).path()).isEqualTo("entry[1].value");
    assertThat(second.below(second.json().path("value"), "value").path())
        .isEqualTo("entry[1].value");
    assertThat(second.with(BODY).path()).isEqualTo("entry[1]");
    assertThat(body.below(BODY, "value").path()).isEqualTo("value");
    assertThat(new Place(BODY, "$").below(BODY, "message").path()).isEqualTo("$.message");
  }

  @Test
  void doesNotShowANameThatCouldBeAnything() {
    assertThat(body.children("a b").get(0).path()).isEqualTo("?" + Digest.of("a b"));
  }

  @Test
  void takesNothingForNoPart() {
    assertThat(body.children("nil")).isEmpty();
    assertThat(body.children("missing")).isEmpty();
  }
}
