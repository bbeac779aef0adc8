// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.ItemKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One customer's conversation with the company, and what was posted of it. Its own clock moves a
 * second with each event, so that the last of two edits is never in doubt.
 */
final class Talk {
  private static final List<String> WORDS =
      List.of(
          "blue", "Größe", "naïve", "наличии", "شكرا", "在庫", "👍🏽", "\"quoted\"", "a\\b", "<b>");
  private static final int RECENT = 12;
  private static final int MOST_WORDS = 30;

  private final String name;
  private final String number;
  private final RandomGenerator random;
  private final List<Posted> posted = new ArrayList<>();
  private long seconds;
  private int changes;
  private int sent;
  private String lastStatus = "read";

  /**
   * @param index tells it from the others; up to 999, so that the number is one set aside for films
   * @param start where its clock begins, in seconds since 1970
   */
  Talk(int index, long start, RandomGenerator random) {
    this.name = String.format(Locale.ROOT, "c%03d", index);
    this.number = number(index);
    this.seconds = start;
    this.random = random;
  }

  /** The number of the customer of that index, by which the CRM also knows the conversation. */
  static String number(int index) {
    return String.format(Locale.ROOT, "447700900%03d", index);
  }

  /** Everything posted so far as the CRM must show it in the end. */
  List<Posted> posted() {
    return List.copyOf(posted);
  }

  void say(WebhookBody body) {
    String mark = String.format(Locale.ROOT, "%s-%05d", name, posted.size());
    String text = text(mark, 0);
    String id = "wamid." + mark;
    body.message(number, id, ++seconds, "text").put("body", text);
    posted.add(posted(id, mark, "created", Optional.of(text)));
  }

  /** Corrects one of the last messages; says something instead if there is none. */
  void edit(WebhookBody body) {
    Optional<Posted> recent = recent();
    if (recent.isEmpty()) {
      say(body);
      return;
    }
    String text = text(recent.get().mark(), ++changes);
    ObjectNode edit = change(body, "edit", recent.get());
    edit.putObject("message").put("type", "text").putObject("text").put("body", text);
    posted.set(recent.get().position(), recent.get().edited(text));
  }

  /** Takes back one of the last messages; says something instead if there is none. */
  void revoke(WebhookBody body) {
    Optional<Posted> recent = recent();
    if (recent.isEmpty()) {
      say(body);
      return;
    }
    changes++;
    change(body, "revoke", recent.get());
    posted.set(recent.get().position(), recent.get().removed());
  }

  private ObjectNode change(WebhookBody body, String type, Posted original) {
    String id = "wamid." + original.mark() + "-" + type + changes;
    return body.message(number, id, ++seconds, type)
        .put("original_message_id", original.key().nativeId());
  }

  /** The next thing that becomes of a message of the company; only a failure makes an entry. */
  void status(WebhookBody body) {
    if (List.of("read", "failed").contains(lastStatus)) {
      sent++;
      lastStatus = "sent";
    } else if (lastStatus.equals("sent")) {
      lastStatus = random.nextInt(4) == 0 ? "failed" : "delivered";
    } else {
      lastStatus = "read";
    }
    String mark = name + "-out" + sent;
    String id = "wamid." + mark;
    ObjectNode status = body.status(number, id, ++seconds, lastStatus);
    if (lastStatus.equals("failed")) {
      status.putArray("errors").addObject().put("code", 131_026).put("title", "Undeliverable");
      posted.add(posted(id, mark, "observed", Optional.empty()));
    }
  }

  private Posted posted(String id, String mark, String action, Optional<String> text) {
    ItemKey key = new ItemKey("", "whatsapp", WebhookBody.ACCOUNT, "message", id);
    return new Posted(key, number, posted.size(), mark, action, text);
  }

  private Optional<Posted> recent() {
    List<Posted> candidates =
        posted.subList(Math.max(0, posted.size() - RECENT), posted.size()).stream()
            .filter(Posted::canChange)
            .toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(random.nextInt(candidates.size())));
  }

  private String text(String mark, int version) {
    StringBuilder text = new StringBuilder(mark).append(" v").append(version);
    for (int words = random.nextInt(MOST_WORDS); words > 0; words--) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
