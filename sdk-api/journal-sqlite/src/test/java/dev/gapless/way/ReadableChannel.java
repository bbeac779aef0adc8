// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Refusal;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A {@link LineChannel} whose platform remembers: contacts are listed newest first, a few on a
 * page. Tests put them there, with or without a webhook, and have pages refused.
 */
final class ReadableChannel implements ChannelConnectorProvider {
  static final CatchUpSource FEED = new CatchUpSource("feed", "removed contacts");

  final Deque<Refusal> refusals = new ArrayDeque<>();
  final List<Optional<String>> asked = new ArrayList<>();
  final List<Instant> horizons = new ArrayList<>();
  boolean stuck;

  /** Whether it leaves out what happened before the horizon. */
  boolean strict = true;

  Runnable beforePage = () -> {};
  int pageSize = 2;
  private final LineChannel lines;
  private final List<Posted> platform = new ArrayList<>();

  private record Posted(Instant at, String line) {}

  ReadableChannel(LineChannel lines) {
    this.lines = lines;
  }

  /** Something happened on the platform. */
  void happened(Instant at, String id, String conversation, String text) {
    platform.removeIf(one -> one.line().startsWith("copy;" + id + ";"));
    platform.add(0, new Posted(at, "copy;" + id + ";" + conversation + ";" + at + ";" + text));
  }

  /** Something happened at noon, and is listed as its webhook would tell it. */
  void created(String id, String conversation, String text) {
    String line = "message;" + id + ";" + conversation + ";" + text;
    platform.add(0, new Posted(LineChannel.NOON, line));
  }

  /** Something old is hidden, and is listed as such. */
  void hidden(Instant at, String id, String conversation) {
    platform.add(0, new Posted(at, "hidden;" + id + ";" + conversation));
  }

  /** Something happened that breaks the connector. */
  void strange(Instant at) {
    platform.add(0, new Posted(at, "boom"));
  }

  @Override
  public String name() {
    return lines.name();
  }

  @Override
  public List<Option> options() {
    return lines.options();
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    return new ReadBack((WebhookReceiver) lines.create(settings, context));
  }

  private CatchUpAnswer page(Instant since, Optional<String> cursor) {
    asked.add(cursor);
    horizons.add(since);
    if (!refusals.isEmpty()) {
      return new CatchUpAnswer.Refused(refusals.remove());
    }
    beforePage.run();
    int from = cursor.map(Integer::parseInt).orElse(0);
    List<String> found =
        platform.stream()
            .filter(one -> !strict || !one.at().isBefore(since))
            .map(Posted::line)
            .toList();
    int to = Math.min(found.size(), from + pageSize);
    List<String> page = new ArrayList<>(found.subList(Math.min(from, to), to));
    Collections.reverse(page);
    Optional<String> next =
        to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
    return new CatchUpAnswer.Page(
        String.join("\n", page).getBytes(StandardCharsets.UTF_8), stuck ? Optional.of("7") : next);
  }

  private final class ReadBack extends AbleChannel.Connector implements CatchUpReader {
    ReadBack(WebhookReceiver webhooks) {
      super(webhooks);
    }

    @Override
    public List<CatchUpSource> sources() {
      return List.of(FEED);
    }

    @Override
    public CatchUpAnswer read(CatchUpSource source, Instant since, Optional<String> cursor) {
      return page(since, cursor);
    }
  }
}
