// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.Conversation;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.api.channel.Item;
import dev.gapless.engine.fold.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading back from a Graph API with pages, cursors that end, limits and faults. */
class CatchUpTest {
  private static final Instant SINCE = Samples.RECEIVED_AT.minus(Duration.ofHours(2));
  private static final String FEED = "page/" + Samples.PAGE + "/feed";
  private static final String THREADS = "page/" + Samples.PAGE + "/conversations";
  private static final int MOST_PAGES = 100;

  private final StubGraph graph = new StubGraph();

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void everyCommentOfEveryPageIsReadBack() {
    threePostsWithComments();
    List<Item> items = sweep(FEED);
    assertThat(ids(items, "comment"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 7).mapToObj(i -> "1_" + i).toList());
    assertThat(ids(items, "post")).hasSize(3);
    assertThat(contacts(items)).allMatch(one -> one.action() == Action.OBSERVED);
  }

  @Test
  void commentsOnOldPostsAreFoundAndPostsBeyondTheSettingAreNotAskedFor() {
    Instant old = Samples.RECEIVED_AT.minus(Duration.ofDays(80));
    List<ObjectNode> posts = new ArrayList<>();
    posts.add(World.post("p_1", ago(1), ago(1)));
    posts.add(World.post("p_2", old, ago(1)));
    for (int i = 3; i < 20; i++) {
      Instant older = Samples.RECEIVED_AT.minus(Duration.ofDays(100 + i));
      posts.add(World.post("p_" + i, older, older));
    }
    graph.list(Samples.PAGE, "feed", posts);
    graph.list("p_2", "comments", List.of(comment("2_1", ago(1)).graph()));
    assertThat(ids(sweep(FEED), "comment")).containsExactly("2_1");
    // Two posts a page: the second page reaches over the edge.
    assertThat(graph.calls).hasSize(2);
  }

  @Test
  void pagesWithCommentsFromLongBeforeTheHorizonAreNotAskedForAndThoseReadAreToldWhole() {
    graph.list(Samples.PAGE, "feed", List.of(World.post(Samples.POST, ago(300), ago(1))));
    List<ObjectNode> comments = new ArrayList<>();
    comments.add(comment("1_0", ago(1)).graph());
    comments.add(comment("1_1", ago(20)).graph());
    for (int i = 2; i < 50; i++) {
      comments.add(comment("1_" + i, ago(100 + i)).graph());
    }
    graph.list(Samples.POST, "comments", comments);
    // Any comment may have been edited, and nothing tells when that was.
    assertThat(ids(sweep(FEED), "comment")).containsExactlyInAnyOrder("1_0", "1_1", "1_2", "1_3");
    assertThat(graph.calls).hasSize(2);
  }

  @Test
  void messagesOfEveryThreadAreReadBackUntilThreadsAreOlder() {
    graph.list(
        Samples.PAGE,
        "conversations",
        List.of(
            World.thread("t_1", ago(0)),
            World.thread("t_2", ago(1)),
            World.thread("t_3", ago(60)),
            World.thread("t_4", ago(61)),
            World.thread("t_5", ago(62))));
    graph.list("t_1", "messages", messages("m_a", 5));
    graph.list("t_2", "messages", messages("m_b", 5));
    assertThat(ids(sweep(THREADS), "message"))
        .containsExactlyInAnyOrder(
            "m_a0", "m_a1", "m_a2", "m_a3", "m_a4", "m_b0", "m_b1", "m_b2", "m_b3", "m_b4");
    assertThat(graph.paths()).filteredOn(path -> path.endsWith("/conversations")).hasSize(2);
  }

  @Test
  void aMessageWithNothingInItIsACopyLikeAnyOther() {
    inOneThread(message("m_1", ago(1), "").graph(), message("m_0", ago(3000), "").graph());
    assertThat(contacts(sweep(THREADS)))
        .hasSize(2)
        .allMatch(one -> one.kind() == Kind.UNSUPPORTED)
        .allMatch(one -> one.action() == Action.OBSERVED)
        .allMatch(one -> one.changedAt().equals(Samples.RECEIVED_AT));
  }

  @Test
  void aMessageThatNamesNobodyIsAnUnsupportedCopyInItsThread() {
    World.Message message = message("m_1", ago(3000), "words");
    inOneThread(message.graph().without(List.of("from", "to")));
    Interaction copy = contacts(sweep(THREADS)).get(0);
    assertThat(copy.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(copy.action()).isEqualTo(Action.OBSERVED);
    assertThat(copy.occurredAt()).isEqualTo(ago(3000));
    assertThat(copy.author()).isEmpty();
    assertThat(copy.conversation()).contains(Conversation.of("t_1"));
    assertThat(copy.data()).containsEntry("unsupported.field", "from");
    ItemState told =
        ItemState.EMPTY.with(
            Samples.onlyContact(Samples.splitText(message.webhook())).interaction());
    assertThat(told.original().orElseThrow().key()).isEqualTo(copy.key());
    assertThat(told.with(copy)).as("what is known stays").isEqualTo(told);
  }

  @Test
  void aMessageOfNobodyInNoThreadCannotBeRead() {
    String page =
        "{\"object\": \"page\", \"entry\": [{\"id\": \"%s\", \"fetched\": \"messages\","
            + " \"data\": [{\"id\": \"m_1\", \"message\": \"words\"}]}]}";
    assertThat(Samples.splitText(page.formatted(Samples.PAGE)))
        .singleElement()
        .isInstanceOf(Item.Unreadable.class);
  }

  @Test
  void ofMessagesOfOneSecondTheOldestComesFirstInThePlaceItHas() {
    graph.pageSize = 3;
    inOneThread(
        message("m_3", ago(1), "third").graph(),
        message("m_2", ago(1), "second").graph(),
        message("m_1", ago(1), "first").graph());
    List<Item> items = sweep(THREADS);
    assertThat(ids(items, "message")).containsExactly("m_1", "m_2", "m_3");
    assertThat(items)
        .extracting(Item::path)
        .containsExactly("entry[0].data[2]", "entry[0].data[1]", "entry[0].data[0]");
  }

  @Test
  void thatACopyIsHiddenComesAfterItAndBeforeTheNext() {
    graph.list(Samples.PAGE, "feed", List.of(World.post(Samples.POST, ago(2), ago(1))));
    graph.list(
        Samples.POST,
        "comments",
        List.of(
            comment("1_2", ago(1)).graph().put("is_hidden", false),
            comment("1_1", ago(1)).graph().put("is_hidden", true)));
    assertThat(contacts(sweep(FEED)))
        .extracting(one -> one.key().nativeId() + " " + one.action())
        .containsExactly(
            Samples.POST + " OBSERVED", "1_1 OBSERVED", "1_1 HIDDEN", "1_2 OBSERVED", "1_2 SHOWN");
  }

  @Test
  void aSweepGoesOnWhereItWasInAnotherLifeOfTheHost() {
    threePostsWithComments();
    List<Item> items = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      // A new connector for every page: nothing but the cursor's text is carried over.
      CatchUpAnswer.Page page = page(reader(Map.of()), FEED, cursor);
      items.addAll(reader(Map.of()).split(page.body(), Samples.RECEIVED_AT));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(ids(items, "comment")).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aCursorThatHasEndedIsSaidToBeSoThatTheSweepStartsAgain() {
    threePostsWithComments();
    graph.forgetsCursors = true;
    CatchUpReader reader = reader(Map.of());
    CatchUpAnswer.Page first = page(reader, FEED, Optional.empty());
    CatchUpAnswer second = reader.read(source(FEED), SINCE, first.next());
    assertThat(second)
        .isInstanceOfSatisfying(
            CatchUpAnswer.Refused.class,
            refused ->
                assertThat(refused.refusal().category()).isEqualTo(Refusal.Category.INVALID));
  }

  @Test
  void aPostThatWasDeletedMeanwhileDoesNotEndTheSweep() {
    threePostsWithComments();
    CatchUpReader reader = reader(Map.of());
    CatchUpAnswer.Page first = page(reader, FEED, Optional.empty());
    graph.next(StubGraph.Fault.code(100, 33));
    List<Item> items = sweep(reader, FEED, first.next());
    assertThat(ids(items, "post")).hasSize(1);
    assertThat(ids(items, "comment")).containsExactly("1_6");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, THROTTLED, CONNECTION",
    "17, 0, THROTTLED, CONNECTION",
    "32, 0, THROTTLED, CONNECTION",
    "613, 0, THROTTLED, CONNECTION",
    "80001, 0, THROTTLED, CONNECTION",
    "190, 463, AUTHENTICATION, CONNECTION",
    "10, 0, SETUP, CONNECTION",
    "2, 0, TRANSIENT, ENTRY"
  })
  void aRefusalIsPassedOnAsWhatItIs(
      int code, int subcode, Refusal.Category category, Refusal.Scope scope) {
    threePostsWithComments();
    graph.next(StubGraph.Fault.code(code, subcode));
    Refusal refusal = refused(FEED);
    assertThat(refusal.category()).isEqualTo(category);
    assertThat(refusal.scope()).isEqualTo(scope);
    assertThat(refusal.summary()).doesNotContain("canary");
  }

  @Test
  void anErrorWithStatus200IsARefusal() {
    StubGraph.Fault refused = StubGraph.Fault.code(190, 0);
    graph.next(new StubGraph.Fault(200, Map.of(), refused.body()));
    assertThat(refused(FEED).category()).isEqualTo(Refusal.Category.AUTHENTICATION);
  }

  @ParameterizedTest
  @CsvSource({"200", "502"})
  void aPageOfHtmlIsNoAnswer(int status) {
    graph.next(new StubGraph.Fault(status, Map.of(), "<html>Service Unavailable</html>"));
    assertThat(refused(FEED).category()).isEqualTo(Refusal.Category.OUTAGE);
  }

  @Test
  void anAnswerWithoutAListIsNotTheEndOfTheList() {
    graph.next(new StubGraph.Fault(200, Map.of(), "{\"success\": true}"));
    assertThat(refused(FEED).category().retryable()).isTrue();
  }

  @Test
  void readsStopBeforeThePlatformThrottles() {
    threePostsWithComments();
    graph.header("X-App-Usage", "{\"call_count\": 91, \"total_time\": 5, \"total_cputime\": 5}");
    CatchUpReader reader = reader(Map.of());
    CatchUpAnswer.Page first = page(reader, FEED, Optional.empty());
    CatchUpAnswer second = reader.read(source(FEED), SINCE, first.next());
    assertThat(second).isInstanceOf(CatchUpAnswer.Refused.class);
    assertThat(((CatchUpAnswer.Refused) second).refusal().retryAfter()).isPresent();
    assertThat(graph.calls).hasSize(1);
  }

  @Test
  void everyCallNamesItsVersionAndProvesTheTokenAndNothingKeepsIt() {
    threePostsWithComments();
    ObjectNode album = World.post("p_album", ago(1), ago(0));
    album.set(
        "attachments",
        World.json("{\"data\": [{\"type\": \"album\", \"subattachments\": {\"data\": []}}]}"));
    graph.list(Samples.PAGE, "feed", List.of(album, World.post(Samples.POST, ago(1), ago(0))));
    CatchUpReader reader = reader(Map.of("page-tokens", Samples.PAGE + "=EAAGpage,9=EAAGother"));
    CatchUpAnswer.Page page = page(reader, FEED, Optional.empty());
    assertThat(graph.calls.get(0).token()).isEqualTo("EAAGpage");
    assertThat(graph.calls.get(0).parameters()).containsKey("appsecret_proof");
    assertThat(page.next().orElseThrow()).doesNotContain("EAAG");
    assertThat(new String(page.body(), UTF_8)).contains("subattachments").doesNotContain("EAAG");
  }

  @Test
  void aPageThatIsTooMuchForThePlatformIsAskedForInSmallerOnes() {
    threePostsWithComments();
    graph.pageSize = 50;
    for (int most : List.of(24, 3, 1)) {
      graph.most = most;
      List<Item> items = sweep(FEED);
      assertThat(ids(items, "comment")).hasSize(7).doesNotHaveDuplicates();
      assertThat(ids(items, "post")).hasSize(3).doesNotHaveDuplicates();
    }
    graph.most = 0;
    CatchUpReader reader = reader(Map.of());
    Optional<String> cursor = Optional.empty();
    for (int i = 0; i < 5; i++) {
      cursor = page(reader, FEED, cursor).next();
    }
    assertThat(reader.read(source(FEED), SINCE, cursor))
        .isInstanceOfSatisfying(
            CatchUpAnswer.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("1"));
  }

  @Test
  void anAnswerTooLongForUsIsAskedForInSmallerOnes() {
    threePostsWithComments();
    graph.next(new StubGraph.Fault(200, Map.of(), " ".repeat(9 << 20)));
    assertThat(ids(sweep(FEED), "comment")).hasSize(7).doesNotHaveDuplicates();
    assertThat(graph.calls.get(1).parameters()).containsEntry("limit", "25");
    assertThat(graph.calls.get(1).parameters().get("fields")).contains(".limit(25){");
  }

  @Test
  void aHiddenCommentIsToldToBeHidden() {
    graph.list(Samples.PAGE, "feed", List.of(World.post(Samples.POST, ago(1), ago(1))));
    ObjectNode hidden = comment("1_1", ago(1)).graph().put("is_hidden", true);
    graph.list(Samples.POST, "comments", List.of(hidden));
    List<Interaction> told =
        contacts(sweep(FEED)).stream().filter(one -> one.key().space().equals("comment")).toList();
    assertThat(told)
        .extracting(Interaction::action)
        .containsExactly(Action.OBSERVED, Action.HIDDEN);
    assertThat(told.get(1).changedAt()).isEqualTo(Samples.RECEIVED_AT);
    assertThat(told.get(0).key()).isEqualTo(told.get(1).key());
  }

  @Test
  void nothingNewIsAnEmptyPage() {
    graph.list(Samples.PAGE, "feed", List.of());
    CatchUpAnswer.Page page = page(reader(Map.of()), FEED, Optional.empty());
    assertThat(page.next()).isEmpty();
    assertThat(reader(Map.of()).split(page.body(), Samples.RECEIVED_AT)).isEmpty();
  }

  @Test
  void eachSourceSaysWhatCannotBeReadBack() {
    List<CatchUpSource> sources = reader(Map.of("instagram-accounts", "9@8,7")).sources();
    assertThat(sources)
        .extracting(CatchUpSource::name)
        .containsExactly(
            FEED,
            "page/" + Samples.PAGE + "/ratings",
            THREADS,
            "instagram/9/media",
            "instagram/9/conversations",
            "instagram/7/media");
    assertThat(sources).allSatisfy(one -> assertThat(one.limits()).contains("cannot be read back"));
  }

  @Test
  void withoutATokenThereIsNothingToSweep() {
    assertThat(((CatchUpReader) Samples.connector(Map.of("pages", "1"))).sources()).isEmpty();
  }

  private void threePostsWithComments() {
    graph.list(
        Samples.PAGE,
        "feed",
        List.of(
            World.post(Samples.POST, ago(1), ago(0)),
            World.post("p_2", ago(1), ago(1)),
            World.post("p_3", ago(2), ago(2))));
    graph.list(
        Samples.POST,
        "comments",
        IntStream.range(0, 6).mapToObj(i -> comment("1_" + i, ago(1)).graph()).toList());
    graph.list("p_3", "comments", List.of(comment("1_6", ago(1)).graph()));
  }

  private static World.Comment comment(String id, Instant at) {
    return new World.Comment(id, Optional.empty(), Samples.ADA, at, "words of " + id);
  }

  private static List<ObjectNode> messages(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> message(prefix + i, ago(1), "t").graph())
        .toList();
  }

  private static World.Message message(String id, Instant at, String text) {
    return new World.Message(id, false, Samples.ADA, at, text, World.Extra.NONE);
  }

  private void inOneThread(ObjectNode... messages) {
    graph.list(Samples.PAGE, "conversations", List.of(World.thread("t_1", ago(0))));
    graph.list("t_1", "messages", List.of(messages));
  }

  private static Instant ago(int hours) {
    return Samples.RECEIVED_AT.minus(Duration.ofHours(hours));
  }

  private Refusal refused(String source) {
    CatchUpAnswer answer = reader(Map.of()).read(source(source), SINCE, Optional.empty());
    assertThat(answer).isInstanceOf(CatchUpAnswer.Refused.class);
    return ((CatchUpAnswer.Refused) answer).refusal();
  }

  private List<Item> sweep(String source) {
    return sweep(reader(Map.of()), source, Optional.empty());
  }

  private static List<Item> sweep(CatchUpReader reader, String source, Optional<String> from) {
    List<Item> items = new ArrayList<>();
    Optional<String> cursor = from;
    for (int i = 0; i < MOST_PAGES; i++) {
      CatchUpAnswer.Page page = page(reader, source, cursor);
      items.addAll(reader.split(page.body(), Samples.RECEIVED_AT));
      cursor = page.next();
      if (cursor.isEmpty()) {
        return items;
      }
    }
    throw new AssertionError("the sweep does not end");
  }

  private static CatchUpAnswer.Page page(
      CatchUpReader reader, String source, Optional<String> cursor) {
    CatchUpAnswer answer = reader.read(source(source), SINCE, cursor);
    assertThat(answer).isInstanceOf(CatchUpAnswer.Page.class);
    return (CatchUpAnswer.Page) answer;
  }

  private static CatchUpSource source(String name) {
    return new CatchUpSource(name, "");
  }

  private CatchUpReader reader(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("pages", Samples.PAGE);
    settings.put("access-token", StubGraph.TOKEN);
    settings.put("graph-url", graph.url());
    settings.putAll(more);
    return (CatchUpReader) Samples.connector(settings);
  }

  private static List<Interaction> contacts(List<Item> items) {
    return items.stream()
        .filter(Item.Contact.class::isInstance)
        .map(item -> ((Item.Contact) item).interaction())
        .toList();
  }

  private static List<String> ids(List<Item> items, String space) {
    return contacts(items).stream()
        .filter(one -> one.key().space().equals(space))
        .map(one -> one.key().nativeId())
        .toList();
  }
}
