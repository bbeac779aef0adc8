// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.MediaSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform's files: the content of each is {@code content of ID}, unless told otherwise. */
final class FakeFiles implements MediaSource {
  /** What happens instead of an answer. */
  interface Trouble {
    Answer happens(OutputStream to) throws IOException;
  }

  final List<String> asked = new ArrayList<>();
  final Map<String, Trouble> troubles = new HashMap<>();
  Optional<Refusal> down = Optional.empty();

  static Trouble refusing(Refusal.Category category) {
    return to -> new Answer.Refused(Refusal.of(category, Refusal.Scope.ENTRY, "1", "no such file"));
  }

  @Override
  public Answer fetch(ItemKey item, Attachment attachment, long maxBytes, OutputStream to)
      throws IOException {
    String id = attachment.id().orElseThrow();
    asked.add(id);
    if (down.isPresent()) {
      return new Answer.Refused(down.get());
    }
    if (troubles.containsKey(id)) {
      return troubles.get(id).happens(to);
    }
    to.write(("content of " + id).getBytes(StandardCharsets.UTF_8));
    return new Answer.Fetched("image/jpeg");
  }
}
