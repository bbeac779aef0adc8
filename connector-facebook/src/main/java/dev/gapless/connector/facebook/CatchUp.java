// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads back, page by page, what webhooks may have missed. One call per page. */
final class CatchUp {
  /** Answered instead of a page that is too much for the platform; waiting does not help. */
  private static final int ASK_FOR_LESS = 1;

  private final GraphApi api;
  private final Tokens tokens;
  private final Clock clock;
  private final Duration oldestPost;
  private final List<Source> sources;
  private final Map<String, Source> byName;

  CatchUp(Platform platform) {
    this.api = platform.api();
    this.tokens = platform.tokens();
    this.clock = platform.clock();
    this.oldestPost = platform.settings().duration(FacebookOptions.CATCH_UP_POSTS);
    this.sources =
        platform.accounts().all().stream().flatMap(one -> one.sources().stream()).toList();
    this.byName =
        sources.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    source -> source.described().name(), Function.identity()));
  }

  List<CatchUpSource> sources() {
    return sources.stream().map(Source::described).toList();
  }

  CatchUpAnswer read(CatchUpSource named, Instant since, Optional<String> text) {
    Optional<Refusal> pause = api.pause();
    if (pause.isPresent()) {
      return new CatchUpAnswer.Refused(pause.get());
    }
    Source source =
        Optional.ofNullable(byName.get(named.name()))
            .orElseThrow(() -> new IllegalArgumentException("no source of this connector"));
    Cursor cursor = text.map(Cursor::parse).orElse(Cursor.START);
    GraphResult result = api.send(source.call(cursor), tokens.of(source.account(), source.owner()));
    if (!(result instanceof GraphResult.Answered answered)) {
      return unanswered(source, cursor, (GraphResult.Unanswered) result);
    }
    JsonNode list = answered.answer().json();
    return list.path("data").isArray()
        ? page(source, new Horizon(since, oldestPost, clock.instant()), cursor, list)
        : noList();
  }

  private static CatchUpAnswer page(Source source, Horizon horizon, Cursor cursor, JsonNode list) {
    FetchedPage page = new FetchedPage(source);
    Optional<Below> where = cursor.next();
    Cursor next =
        where.isPresent()
            ? cursor.afterBelow(below(where.get(), horizon, list, page))
            : outer(cursor, horizon, list, page);
    return new CatchUpAnswer.Page(page.bytes(), next.more());
  }

  private static Cursor outer(Cursor cursor, Horizon horizon, JsonNode list, FetchedPage page) {
    Reach reach = page.source().reach();
    page.add(list);
    List<Below> left = new ArrayList<>();
    for (JsonNode element : list.path("data")) {
      JsonNode inner = element.path(reach.innerEdge);
      if (inner.isObject() && !element.path("id").asText().isBlank()) {
        left.addAll(below(Below.of(element), horizon, inner, page));
      }
    }
    return cursor.after(
        horizon.reaches(reach, list) ? GraphAnswer.next(list) : Optional.empty(), left);
  }

  /** Keeps a page of a list below; returns what is still to be read there. */
  private static List<Below> below(Below where, Horizon horizon, JsonNode list, FetchedPage page) {
    page.add(where, list);
    Source source = page.source();
    List<Below> left = new ArrayList<>();
    // Nothing says in which order replies come, so all of them are read.
    if (where.isReplies() || (source.goesDeeper() && horizon.reachesBelow(source.reach(), list))) {
      GraphAnswer.next(list).map(where::at).ifPresent(left::add);
    }
    for (JsonNode one : list.path("data")) {
      String id = one.path("id").asText();
      GraphAnswer.next(one.path(Reach.REPLIES))
          .filter(next -> !id.isBlank())
          .map(next -> where.replies(id, next))
          .ifPresent(left::add);
    }
    return left;
  }

  private static CatchUpAnswer unanswered(
      Source source, Cursor cursor, GraphResult.Unanswered result) {
    Refusal refusal = result.refusal();
    // What the list stands below may have been deleted since its first page was read.
    boolean gone = cursor.next().isPresent() && refusal.category() == Refusal.Category.GONE;
    Optional<Cursor> next =
        gone
            ? Optional.of(cursor.afterBelow(List.of()))
            : Optional.of(cursor).filter(any -> isTooMuch(result)).flatMap(Cursor::narrower);
    return next.<CatchUpAnswer>map(
            to -> new CatchUpAnswer.Page(new FetchedPage(source).bytes(), to.more()))
        .orElseGet(() -> new CatchUpAnswer.Refused(refusal));
  }

  /** Whether a smaller page may be answered: too much for the platform, or too long for us. */
  private static boolean isTooMuch(GraphResult.Unanswered result) {
    return result.refusal().scope() == Refusal.Scope.BATCH
        || (result instanceof GraphResult.Refused refused
            && refused.error().filter(error -> error.code() == ASK_FOR_LESS).isPresent());
  }

  private static CatchUpAnswer noList() {
    return new CatchUpAnswer.Refused(
        Refusal.of(
            Refusal.Category.TRANSIENT,
            Refusal.Scope.ENTRY,
            "",
            "the answer has no list in it, so nothing is known of what was missed"));
  }
}
