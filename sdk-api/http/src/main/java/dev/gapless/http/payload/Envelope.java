// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.channel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the nesting of a webhook of Meta's platforms and collects its items in the order they stand
 * there. Takes the forms that these platforms use, in any mix: {@code entry[].changes[]}, {@code
 * field} and {@code value} in the entry itself, {@code messaging[]} and {@code standby[]}, and the
 * bare value that tools and relays pass on.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks,
 *     event notifications</a>
 */
public final class Envelope {
  /** The path of the body itself. */
  public static final String ROOT = "$";

  /** The rule for a webhook without any element. */
  public static final String EMPTY = "empty";

  /** The rule for JSON that is no webhook, as a request to the platform or its answer. */
  public static final String NO_WEBHOOK = "no-webhook";

  /** The rule for a change or element that nobody has described yet. */
  public static final String UNKNOWN = "unknown-notice";

  private static final String VALUE = "value";
  private static final String ENTRY = "entry";
  private static final String CHANGES = "changes";
  private static final String FIELD = "field";
  private static final String MESSAGING = "messaging";
  private static final String STANDBY = "standby";

  /** What an entry may have without saying anything. */
  private static final Set<String> SILENT = Set.of("id", "time", "object");

  private final EnvelopeReader reader;
  private final List<Item> items = new ArrayList<>();

  private Envelope(EnvelopeReader reader) {
    this.reader = reader;
  }

  /** The items of a body that could be read; at least one. */
  public static List<Item> items(JsonNode body, EnvelopeReader reader) {
    return new Envelope(reader).items(new Level(new Place(body, ""), Frame.NONE));
  }

  private List<Item> items(Level root) {
    List<Level> webhooks = webhooks(root);
    webhooks.forEach(this::object);
    if (items.isEmpty()) {
      items.add(reader.notice(root, "body", webhooks.isEmpty() ? NO_WEBHOOK : EMPTY));
    }
    return List.copyOf(items);
  }

  /** The body itself; or several webhooks in one body, as a relay may send them. */
  private List<Level> webhooks(Level root) {
    if (root.json().isObject()) {
      return isWebhook(root.json()) ? List.of(root) : List.of();
    }
    List<Level> found = new ArrayList<>();
    for (int i = 0; i < root.json().size(); i++) {
      if (isWebhook(root.json().path(i))) {
        found.add(new Level(new Place(root.json().path(i), "[" + i + "]"), Frame.NONE));
      }
    }
    return found;
  }

  private boolean isWebhook(JsonNode json) {
    return json.path("object").isTextual()
        || isLevel(json)
        || json.has(MESSAGING)
        || json.has(STANDBY)
        || (json.has(FIELD) && json.has(VALUE))
        || json.path(VALUE).isObject()
        || reader.looksReceived(json);
  }

  private static boolean isLevel(JsonNode json) {
    return json.has(ENTRY) || json.has(CHANGES);
  }

  private void object(Level closed) {
    Level level = closed.opened();
    boolean open = false;
    for (Map.Entry<String, JsonNode> field : level.json().properties()) {
      open |= part(level, field.getKey());
    }
    Optional<List<Item>> bare = reader.bare(level, open);
    if (bare.isPresent()) {
      items.addAll(bare.get());
    } else if (!open) {
      strange(level);
    }
  }

  /** Whether the name is one that leads further in. */
  private boolean part(Level level, String name) {
    switch (name) {
      case ENTRY, CHANGES -> {
        for (Level child : level.children(name)) {
          levelOrProblem(child);
        }
      }
      case MESSAGING, STANDBY -> {
        for (Level child : level.children(name)) {
          items.addAll(reader.event(name, child));
        }
      }
      case VALUE -> change(level);
      case FIELD -> {
        if (level.json().has(VALUE)) {
          return false;
        }
        change(level);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void levelOrProblem(Level level) {
    if (level.json().isObject()) {
      object(level);
    } else {
      items.add(reader.unexpectedType(level));
    }
  }

  private void change(Level change) {
    List<Level> values = change.children(VALUE);
    if (values.isEmpty()) {
      items.addAll(reader.value(change.child(VALUE)));
    }
    for (Level value : values) {
      if (isLevel(value.json())) {
        object(value);
      } else {
        items.addAll(reader.value(value));
      }
    }
  }

  /** What an entry says when it has none of the parts we know. */
  private void strange(Level level) {
    for (Map.Entry<String, JsonNode> field : level.json().properties()) {
      if (!SILENT.contains(field.getKey())) {
        items.add(reader.notice(level, "entry", UNKNOWN));
        return;
      }
    }
  }
}
