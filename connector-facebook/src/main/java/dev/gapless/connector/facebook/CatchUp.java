// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
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
  /** What changes has no time of its own, so what is not much older is looked at again. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final List<String> TIMES = List.of("created_time", "updated_time", "timestamp");

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
    return cursor.inner().isEmpty() ? outer(source, since, cursor) : inner(source, since, cursor);
  }

  private CatchUpAnswer outer(Source source, Instant since, Cursor cursor) {
    GraphCall first = source.reach().outer(source.owner(), source.instagram());
    GraphResult result =
        api.send(
            cursor.outer().map(first::page).orElse(first),
            tokens.of(source.account(), source.owner()));
    if (!(result instanceof GraphResult.Answered answered)) {
      return refused(result);
    }
    JsonNode list = answered.answer().json();
    if (!list.path("data").isArray()) {
      return noList();
    }
    FetchedPage page = new FetchedPage(source);
    List<Cursor.Inner> below = new ArrayList<>();
    source.reach().outerKind().ifPresent(kind -> page.add(kind, "", fresh(list, since)));
    for (JsonNode element : list.path("data")) {
      below.addAll(below(source, element, since, page));
    }
    boolean goesOn = reaches(source, list, since);
    Optional<String> next = goesOn ? answered.answer().next() : Optional.empty();
    return new CatchUpAnswer.Page(page.bytes(), cursor.after(next, below).more());
  }

  private CatchUpAnswer inner(Source source, Instant since, Cursor cursor) {
    Cursor.Inner where = cursor.inner().get(0);
    GraphResult result =
        api.send(source.reach().inner(where), tokens.of(source.account(), source.owner()));
    if (!(result instanceof GraphResult.Answered answered)) {
      return isGone(result)
          ? new CatchUpAnswer.Page(
              new FetchedPage(source).bytes(), cursor.afterInner(Optional.empty()).more())
          : refused(result);
    }
    JsonNode list = answered.answer().json();
    if (!list.path("data").isArray()) {
      return noList();
    }
    FetchedPage page = new FetchedPage(source);
    page.add(source.reach().innerKind(), where.id(), fresh(list, since));
    Optional<String> next = lastIsFresh(list, since) ? answered.answer().next() : Optional.empty();
    return new CatchUpAnswer.Page(page.bytes(), cursor.afterInner(next).more());
  }

  private List<Cursor.Inner> below(
      Source source, JsonNode element, Instant since, FetchedPage page) {
    JsonNode list = element.path(source.reach().innerEdge);
    String id = element.path("id").asText();
    if (!list.isObject() || id.isBlank()) {
      return List.of();
    }
    page.add(source.reach().innerKind(), id, fresh(list, since));
    return source.reach().goesDeeper(source.instagram()) && lastIsFresh(list, since)
        ? GraphAnswer.next(list).stream().map(next -> new Cursor.Inner(id, next)).toList()
        : List.of();
  }

  /** What is new enough to be told; what does not say when it was, too. */
  private List<JsonNode> fresh(JsonNode list, Instant since) {
    return list.path("data").valueStream().filter(one -> isFresh(one, since)).toList();
  }

  private boolean isFresh(JsonNode one, Instant since) {
    Instant edge = since.minus(OVERLAP);
    List<Instant> times = TIMES.stream().flatMap(name -> time(one.path(name)).stream()).toList();
    boolean itself = times.isEmpty() || times.stream().anyMatch(at -> !at.isBefore(edge));
    return itself
        || one.path("replies").path("data").valueStream().anyMatch(each -> isFresh(each, since));
  }

  private Optional<Instant> time(JsonNode value) {
    return Element.TIMES.read(value, clock.instant());
  }

  private boolean lastIsFresh(JsonNode list, Instant since) {
    JsonNode data = list.path("data");
    return data.isEmpty() || isFresh(data.path(data.size() - 1), since);
  }

  private boolean reaches(Source source, JsonNode list, Instant since) {
    JsonNode data = list.path("data");
    if (data.isEmpty()) {
      return true;
    }
    Instant edge = since.minus(source.reach().slack(oldestPost, OVERLAP));
    JsonNode last = data.path(data.size() - 1).path(source.reach().timeField);
    return time(last).filter(at -> at.isBefore(edge)).isEmpty();
  }

  /** Whether what the list stands below was deleted since its first page was read. */
  private static boolean isGone(GraphResult result) {
    return result instanceof GraphResult.Refused refused
        && refused.refusal().category() == Refusal.Category.GONE;
  }

  private static CatchUpAnswer refused(GraphResult result) {
    return new CatchUpAnswer.Refused(((GraphResult.Unanswered) result).refusal());
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
