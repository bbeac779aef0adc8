// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://h.example/v/1_2_n.jpg?oh=1, 1_2",
    "https://h.example/v/a.b_o.png, a.b",
    "https://h.example/a.mp4, a",
    "https://h.example/a_b, a_b",
    "https://h.example/a.longer_than_a_size, a.longer_than_a_size",
    "https://h.example/i.php?x=1&asset_id=77&y=2, 77",
  })
  void whatLastsIsTheThingOrTheNameOfThePictureWithoutItsSize(String text, String lasting) {
    assertThat(address(text).lasting()).contains(lasting);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a?b=1#c, https://h.example/a",
    "https://h.example/a#b?c, https://h.example/a",
    "https://h.example/a, https://h.example/a",
  })
  void aLinkLeadsToWhatStandsBeforeQueryAndFragment(String text, String target) {
    assertThat(address(text).target()).contains(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h.example", "HTTPS://h.example/a", " https://h.example/a "})
  void isOnTheWeb(String text) {
    assertThat(address(text).isWeb()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not an address", "ftp://h.example/a", "http:a", "httpx://h.example", ""})
  void isNotOnTheWeb(String text) {
    assertThat(address(text).isWeb()).isFalse();
    assertThat(address(text).lasting()).isEmpty();
  }

  private static Address address(String text) {
    return Address.of(Optional.of(text));
  }
}
