// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Audit;
import dev.gapless.engine.CatchUpReport;
import dev.gapless.engine.Gapless;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour without webhooks, over the real engine and journal and a stub of the platform. */
class OutageTest {
  private static final Instant START = Samples.RECEIVED_AT.minus(Duration.ofHours(2));
  private static final int BEFORE = 12;
  private static final int COMMENTS = 30;
  private static final int MESSAGES = 20;
  private static final int EDITED = 2;
  private static final StubGraph.Fault DOWN =
      new StubGraph.Fault(502, Map.of(), "<html>Bad Gateway</html>");

  private final Time time = new Time();
  private final StubGraph graph = new StubGraph();
  private final TimelineCrm crm = new TimelineCrm();
  private final List<World.Comment> comments = new ArrayList<>();
  private final List<World.Message> messages = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();
  @TempDir private Path folder;
  private Gapless gapless;

  private static final class Time extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }
  }

  @BeforeEach
  void anHourOfTrafficAndThenOneWithoutWebhooks() {
    graph.pageSize = 7;
    publish();
    open();
    gapless.runDueWork();
    for (int i = 0; i < BEFORE; i++) {
      World.Comment comment = comment("1_" + i, "before " + i);
      post(comment.webhook());
    }
    gapless.runDueWork();
    pass(Duration.ofHours(1).minusSeconds(BEFORE * 10L));
    for (int i = 0; i < COMMENTS; i++) {
      comment("2_" + i, "missed " + i);
    }
    for (int i = 0; i < MESSAGES; i++) {
      World.Message message =
          new World.Message(
              "m_" + i, i % 3 == 0, person(i), next(), "missed " + i, World.Extra.NONE);
      messages.add(message);
    }
    for (int i = 0; i < EDITED; i++) {
      World.Comment old = comments.get(i);
      comments.set(
          i, new World.Comment(old.id(), old.parent(), old.from(), old.at(), "edited " + i));
    }
    comments.remove(EDITED);
    publish();
    pass(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    gapless.close();
    graph.close();
  }

  @Test
  void everythingThatCanBeReadBackIsBroughtOnceAndTheReportSaysHowMuch() {
    drain();
    assertComplete();
    assertThat(recovered("feed")).isEqualTo(COMMENTS + EDITED);
    assertThat(recovered("conversations")).isEqualTo(MESSAGES);
  }

  @Test
  void aPlatformThatFailsAndAHostThatDiesInTheMiddleCostNothing() {
    for (int i = 0; i < 6; i++) {
      graph.next(i % 2 == 0 ? new StubGraph.Fault(200, Map.of(), "{\"x\": 1}") : DOWN);
      gapless.runDueWork();
      gapless.close();
      open();
      pass(Duration.ofMinutes(2));
    }
    drain();
    assertComplete();
  }

  @Test
  void aCursorThatEndedWhileTheHostWasDownIsNoGap() {
    graph.forgetsCursors = true;
    gapless.runDueWork();
    gapless.close();
    graph.forgetsCursors = false;
    open();
    gapless.catchUp("facebook", START);
    drain();
    assertComplete();
  }

  @Test
  void whatComesByWebhookAfterAllIsNothingNew() {
    drain();
    comments.forEach(comment -> post(comment.webhook()));
    messages.forEach(message -> post(message.webhook()));
    gapless.runDueWork();
    assertComplete();
  }

  @Test
  void aForgottenConfigurationLosesNothing() {
    gapless.close();
    open("4711");
    Map<String, String> sent = Map.of("comment", "900100_42", "message-batch", "m_b3");
    sent.keySet().forEach(sample -> post(new String(Samples.bytes(sample), UTF_8)));
    gapless.runDueWork();
    assertThat(crm.entries.keySet()).noneMatch(key -> sent.containsValue(key.nativeId()));
    assertThat(gapless.audit().get(0).ignoredByRule()).containsEntry("unknown-account", 6L);
    gapless.close();
    open();
    assertThat(gapless.reread()).isEqualTo(6);
    gapless.runDueWork();
    assertThat(crm.entries.keySet()).anyMatch(key -> key.nativeId().equals("900100_42"));
    assertThat(crm.entries.keySet()).anyMatch(key -> key.nativeId().equals("m_b3"));
    assertThat(gapless.audit().get(0).balances()).isTrue();
  }

  @Test
  void whatWasHiddenShownOrEditedLaterIsSeenOnceAtTheNextLook() {
    drain();
    for (boolean hide : List.of(true, false, true)) {
      pass(Duration.ofDays(3));
      hidden.clear();
      if (hide) {
        hidden.add("1_5");
      }
      assertThat(recoveredAnew()).isEqualTo(1);
      assertThat(entry("1_5").action()).isEqualTo(hide ? Action.HIDDEN : Action.SHOWN);
      assertThat(recoveredAnew()).isZero();
    }
    post(Samples.feed("\"item\": \"comment\", \"verb\": \"unhide\", \"comment_id\": \"1_5\""));
    World.Comment old = comments.get(6);
    comments.set(6, new World.Comment(old.id(), old.parent(), old.from(), old.at(), "late"));
    // The webhook is dated long ago, so the copy still counts more.
    assertThat(recoveredAnew()).isEqualTo(1);
    assertThat(entry(old.id()).text()).isEqualTo("late");
    assertComplete(EDITED + 1);
  }

  @Test
  void whatWasHiddenBeforeTheFirstStartIsNoContact() {
    Instant before = START.minus(Duration.ofHours(12));
    comments.add(new World.Comment("0_1", Optional.empty(), Samples.ADA, before, "old"));
    hidden.add("0_1");
    publish();
    drain();
    assertThat(recovered("feed")).isEqualTo(COMMENTS + EDITED);
    assertThat(gapless.audit().get(0).ignoredByRule()).doesNotContainKey("original-not-seen");
    comments.removeIf(one -> hidden.contains(one.id()));
    assertComplete();
  }

  @Test
  void anOldMessageThatIsEmptyOrNamesNobodyIsNoContact() {
    Instant before = START.minus(Duration.ofHours(12));
    List<ObjectNode> thread = new ArrayList<>(of(Samples.ADA));
    thread.add(old("m_empty", before, "").graph());
    thread.add(old("m_nobody", before, "old").graph().without(List.of("from", "to")));
    graph.list("t_ada", "messages", thread);
    drain();
    assertComplete();
  }

  private static World.Message old(String id, Instant at, String text) {
    return new World.Message(id, false, Samples.ADA, at, text, World.Extra.NONE);
  }

  private int recoveredAnew() {
    graph.pageSize = COMMENTS + BEFORE;
    publish();
    gapless.catchUp("facebook", time.now);
    drain();
    return recovered("feed");
  }

  private Interaction entry(String id) {
    return crm.entries.values().stream()
        .filter(one -> one.key().nativeId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void assertComplete() {
    assertComplete(EDITED);
  }

  private void assertComplete(int edited) {
    assertThat(texts("comment"))
        .hasSize(BEFORE + COMMENTS)
        .containsAll(comments.stream().map(World.Comment::text).toList());
    assertThat(texts("message"))
        .containsExactlyInAnyOrderElementsOf(messages.stream().map(World.Message::text).toList());
    assertThat(crm.creates.values()).containsOnly(1);
    assertThat(crm.entries.values())
        .filteredOn(one -> one.text().startsWith("edited") || one.text().equals("late"))
        .hasSize(edited)
        .allMatch(one -> one.action() == Action.EDITED);
    Audit audit = gapless.audit().get(0);
    assertThat(audit.balances()).isTrue();
    assertThat(audit.waiting()).isZero();
    assertThat(audit.parked()).isZero();
  }

  private List<String> texts(String space) {
    return crm.entries.values().stream()
        .filter(one -> one.key().space().equals(space))
        .map(Interaction::text)
        .toList();
  }

  private int recovered(String edge) {
    return gapless.catchUps().stream()
        .filter(one -> one.source().endsWith(edge))
        .mapToInt(CatchUpReport::recovered)
        .sum();
  }

  private World.Comment comment(String id, String text) {
    World.Comment comment =
        new World.Comment(id, Optional.empty(), person(comments.size()), next(), text);
    comments.add(comment);
    return comment;
  }

  private static String person(int number) {
    return number % 2 == 0 ? Samples.ADA : Samples.BEN;
  }

  private Instant next() {
    time.now = time.now.plusSeconds(10);
    return time.now;
  }

  private void pass(Duration by) {
    time.now = time.now.plus(by);
  }

  private void drain() {
    for (int i = 0; i < 20; i++) {
      gapless.runDueWork();
      pass(Duration.ofMinutes(1));
    }
  }

  /** Puts the world on the platform, newest first, as lists are. */
  private void publish() {
    Instant hourAgo = START.minus(Duration.ofHours(1));
    graph.list(Samples.PAGE, "feed", List.of(World.post(Samples.POST, hourAgo, time.now)));
    graph.list(Samples.PAGE, "ratings", List.of());
    graph.list(
        Samples.POST,
        "comments",
        comments.stream()
            .sorted(Comparator.comparing(World.Comment::at).reversed())
            .map(one -> one.graph().put("is_hidden", hidden.contains(one.id())))
            .toList());
    graph.list(
        Samples.PAGE,
        "conversations",
        List.of(World.thread("t_ada", time.now), World.thread("t_ben", time.now)));
    graph.list("t_ada", "messages", of(Samples.ADA));
    graph.list("t_ben", "messages", of(Samples.BEN));
  }

  private List<ObjectNode> of(String person) {
    return messages.stream()
        .filter(message -> message.person().equals(person))
        .sorted(Comparator.comparing(World.Message::at).reversed())
        .map(World.Message::graph)
        .toList();
  }

  private void post(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    Map<String, List<String>> headers =
        Map.of(HubSignature.HEADER, List.of(HubSignature.sign(Samples.SECRET, bytes)));
    assertThat(
            gapless
                .webhook("facebook", new WebhookRequest("POST", Map.of(), headers, bytes))
                .status())
        .isEqualTo(200);
  }

  private void open() {
    open(Samples.PAGE);
  }

  private void open(String pages) {
    gapless =
        Gapless.builder()
            .journal(SqliteJournal.at(folder.resolve("journal.db")))
            .provider(crm)
            .crm("timeline", settings -> {})
            .channel(
                "facebook",
                settings ->
                    settings
                        .set("verify-token", Samples.TOKEN)
                        .set("app-secret", Samples.SECRET)
                        .set("pages", pages)
                        .set("access-token", StubGraph.TOKEN)
                        .set("graph-url", graph.url()))
            .clock(time)
            .build();
  }
}
