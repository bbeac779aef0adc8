// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ItemKeyTest {
  private static final ItemKey KEY =
      new ItemKey("acme", "whatsapp", "106540", "message", "wamid.A1");

  /** The expected values were computed with another language's library. */
  @Test
  void keepsItsCanonicalFormAndDigestsForEver() {
    assertThat(KEY.canonical()).isEqualTo("1|4:acme|8:whatsapp|6:106540|7:message|8:wamid.A1");
    assertThat(KEY.sha256Hex())
        .isEqualTo("6a349834c2cf86ec9af0001f9bb846f4ec10d9b2745b6d903ac502b59b7b2a71");
    assertThat(KEY.uuid().version()).isEqualTo(5);
    assertThat(KEY.uuid().variant()).isEqualTo(2);
    assertThat(KEY.uuid()).hasToString("c1ac5055-e433-5653-9f3f-2a52b28f374a");
  }

  @Test
  void tellsCaseApart() {
    ItemKey other = new ItemKey("acme", "whatsapp", "106540", "message", "wamid.a1");
    assertThat(other.sha256Hex()).isNotEqualTo(KEY.sha256Hex());
    assertThat(other.uuid()).isNotEqualTo(KEY.uuid());
  }

  @Test
  void refusesWhatCannotBeAKey() {
    assertThatThrownBy(() -> new ItemKey("", "whatsapp", "", "message", " "))
        .hasMessageContaining("native id");
    assertThatThrownBy(() -> new ItemKey("", "whatsapp", "", "message", "x".repeat(1025)))
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> new ItemKey("", "whatsapp", "", "message", "\ud83d"))
        .hasMessageContaining("well-formed Unicode");
  }

  @Test
  void refusesToReadWhatIsNoCanonicalKey() {
    for (String damaged :
        List.of(
            "",
            "1",
            "2|0:|1:c|0:|1:s|1:i",
            "1|0:|1:c|0:|1:s|2:i",
            "1|0:|1:c|0:|1:s|1:i|",
            "1|:|1:c|0:|1:s|1:i",
            "1|99999:x")) {
      assertThatThrownBy(() -> ItemKey.parse(damaged)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property(tries = 300)
  void readsBackWhatItWrote(@ForAll("keys") ItemKey key) {
    assertThat(ItemKey.parse(key.canonical())).isEqualTo(key);
  }

  @Property(tries = 300)
  void neverReadsAlikeForDifferentKeys(@ForAll("keys") ItemKey one, @ForAll("keys") ItemKey other) {
    assertThat(one.canonical().equals(other.canonical())).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<ItemKey> keys() {
    // Few letters, and those that could confuse a separator, so that collisions would be found.
    Arbitrary<String> part = Arbitraries.strings().withChars("a|:1é漢").ofMaxLength(4);
    Arbitrary<String> full = part.filter(text -> !text.isBlank());
    return net.jqwik.api.Combinators.combine(part, full, part, full, full).as(ItemKey::new);
  }
}
