// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.util.List;
import java.util.random.RandomGenerator;

/** What one sender posts, body after body, about conversations that are its alone. */
final class Script {
  private static final int MOST_ITEMS = 8;

  private final List<Talk> talks;
  private final RandomGenerator random;

  Script(List<Talk> talks, RandomGenerator random) {
    this.talks = talks;
    this.random = random;
  }

  WebhookBody next() {
    WebhookBody body = new WebhookBody();
    for (int items = 1 + random.nextInt(MOST_ITEMS); items > 0; items--) {
      if (body.items() > 0 && random.nextInt(5) == 0) {
        body.newEntry();
      }
      add(body, talks.get(random.nextInt(talks.size())), random.nextInt(100));
    }
    return body;
  }

  private static void add(WebhookBody body, Talk talk, int dice) {
    if (dice < 70) {
      talk.say(body);
    } else if (dice < 85) {
      talk.edit(body);
    } else if (dice < 90) {
      talk.revoke(body);
    } else {
      talk.status(body);
    }
  }

  /** Everything posted so far as the CRM must show it in the end. */
  List<Posted> posted() {
    return talks.stream().flatMap(talk -> talk.posted().stream()).toList();
  }
}
