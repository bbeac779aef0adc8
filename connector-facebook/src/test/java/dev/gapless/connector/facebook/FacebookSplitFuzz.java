// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.EventKey;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Body;
import java.util.List;

/** Whatever the bytes, they become items, and the same ones each time. See {@code mvn -Pfuzz}. */
public final class FacebookSplitFuzz {
  private FacebookSplitFuzz() {}

  /** Called with one input after the other. */
  public static void fuzzerTestOneInput(byte[] body) {
    List<Item> items = Samples.split(body);
    List<EventKey> events = items.stream().map(Item::event).toList();
    assertThat(Samples.split(body)).extracting(Item::event).isEqualTo(events);
    assertThat(items.isEmpty()).isEqualTo(Fetched.isEmptyPage(Body.read(body).json()));
    assertThat(items).extracting(Item::path).doesNotHaveDuplicates();
  }
}
