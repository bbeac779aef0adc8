// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.CrmRefs;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RefsTextTest {
  @Property
  void readsBackWhatItWrote(@ForAll Map<String, String> ids) {
    assertThat(RefsText.parse(RefsText.of(new CrmRefs(ids))).ids()).isEqualTo(ids);
  }

  @Test
  void isReadable() {
    assertThat(RefsText.of(CrmRefs.entry("A-17"))).isEqualTo("5:entry4:A-17");
    assertThat(RefsText.of(CrmRefs.none())).isEmpty();
  }
}
