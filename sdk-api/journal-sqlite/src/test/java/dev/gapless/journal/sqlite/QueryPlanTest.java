// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No question reads more rows than it answers with. */
class QueryPlanTest {
  private static final String EVENTS_OF_ITEM =
      "SEARCH event USING INDEX sqlite_autoindex_event_1 (item=?)";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void open() {
    Path file = folder.resolve("gapless.db");
    SqliteJournal.at(file).open(Clock.systemUTC()).close();
    session = new Database(file, Limits.DEFAULT).writer();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void findsRowsByTheirIds() {
    assertPlan(ReceiptTable.BY_ID, "SEARCH receipt USING INTEGER PRIMARY KEY (rowid=?)");
    assertThat(plan(ItemTable.BY_ID))
        .contains("SEARCH item USING INTEGER PRIMARY KEY (rowid=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void findsItemsByKey() {
    assertThat(plan(ItemTable.BY_KEY))
        .contains("SEARCH item USING INDEX sqlite_autoindex_item_1 (key=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void looksUpWhereALaneWentByItsId() {
    assertThat(plan(ItemTable.BY_ID))
        .contains("SEARCH merged_lane USING INTEGER PRIMARY KEY (rowid=?)");
    assertThat(plan(ConversationTable.LANE))
        .contains("SEARCH conversation USING PRIMARY KEY (scope=? AND id=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void knowsRepeatsByTheIndexAlone() {
    assertPlan(
        EventTable.SEEN,
        "SEARCH event USING COVERING INDEX sqlite_autoindex_event_1 (item=? AND change=?)");
  }

  @Test
  void readsTheEventsOfOneItemOnlyAndSortsThem() {
    assertPlan(EventTable.OF_ITEM, EVENTS_OF_ITEM, "USE TEMP B-TREE FOR ORDER BY");
    assertPlan(EventTable.FIRST, EVENTS_OF_ITEM, "USE TEMP B-TREE FOR ORDER BY");
    assertPlan(EventTable.COUNT, EVENTS_OF_ITEM);
    assertPlan(EventTable.REVIVE, EVENTS_OF_ITEM);
  }

  @Test
  void listsWhatWasNotUnderstoodWithoutSorting() {
    assertPlan(
        EventTable.NOT_UNDERSTOOD, "SEARCH event USING INDEX event_not_understood (sequence>?)");
  }

  @Test
  void takesGreatestNumbersFromTheEndOfTheTable() {
    assertPlan(EventTable.LAST, "SEARCH event");
    assertPlan(ItemTable.GREATEST, "SEARCH item");
    assertPlan(ReceiptTable.GREATEST, "SEARCH receipt");
  }

  @Test
  void claimsFromTheQueue() {
    assertPlan(
        LaneQueue.DUE,
        "SEARCH lane_due USING COVERING INDEX lane_due_turn"
            + " (destination=? AND rank=? AND share=? AND due<?)");
    assertThat(plan(DeliveryTable.HEADS))
        .contains("SEARCH delivery USING INDEX delivery_queue (destination=? AND lane=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void stepsFromOneShareToTheNext() {
    assertThat(plan(LaneQueue.SHARES))
        .contains(
            "SEARCH lane_due USING COVERING INDEX lane_due_turn"
                + " (destination=? AND rank=? AND share>?)",
            "SEARCH next USING COVERING INDEX lane_due_turn"
                + " (destination=? AND rank=? AND share>?)",
            "SEARCH one EXISTS USING COVERING INDEX lane_due_turn"
                + " (destination=? AND rank=? AND share=? AND due<?)")
        .noneMatch(step -> grows(step) && !step.equals("SCAN shares"));
    assertThat(plan(LaneQueue.NEXT_DUE))
        .contains(
            "SEARCH first USING COVERING INDEX lane_due_turn (destination=? AND rank=?)",
            "SEARCH next USING COVERING INDEX lane_due_turn"
                + " (destination=? AND rank=? AND share>?)",
            "SEARCH one USING COVERING INDEX lane_due_turn"
                + " (destination=? AND rank=? AND share=? AND due>?)")
        .noneMatch(
            step ->
                grows(step)
                    && !List.of("SCAN shares", "SCAN 3 CONSTANT ROWS", "SCAN 0-ROW VALUES CLAUSE")
                        .contains(step));
    assertPlan(
        ShareTable.BY_NAME, "SEARCH share USING COVERING INDEX sqlite_autoindex_share_1 (name=?)");
  }

  @Test
  void followsTheHeadOfOneLane() {
    assertThat(plan(LaneQueue.FOLLOW_HEAD))
        .contains(
            "SEARCH delivery USING INDEX delivery_queue (destination=? AND lane=?)",
            "SEARCH delivery USING COVERING INDEX delivery_queue (destination=? AND lane=?)")
        .noneMatch(step -> step.contains("SCAN delivery") || step.contains("TEMP B-TREE"));
    assertThat(plan(LaneQueue.REMOVE_IF_EMPTY))
        .contains(
            "SEARCH lane_due USING PRIMARY KEY (destination=? AND lane=?)",
            "SEARCH delivery USING COVERING INDEX delivery_queue (destination=? AND lane=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void findsAnnouncedAndParkedAmongThemselves() {
    assertThat(plan(DeliveryTable.ANNOUNCED))
        .contains("SEARCH delivery USING INDEX delivery_announced (destination=?)")
        .noneMatch(QueryPlanTest::grows);
    assertThat(plan(DeliveryTable.PARKED))
        .contains("SEARCH delivery USING INDEX delivery_parked (destination=? AND rowid>?)")
        .noneMatch(QueryPlanTest::grows);
    assertThat(plan(DeliveryTable.OF_ITEM))
        .contains("SEARCH delivery USING INTEGER PRIMARY KEY (rowid=?)")
        .noneMatch(QueryPlanTest::grows);
  }

  @Test
  void joiningLanesTouchesOnlyWhatWaits() {
    assertThat(plan(MergedLanes.MOVE))
        .contains("SEARCH delivery USING COVERING INDEX delivery_queue (destination=? AND lane=?)")
        .noneMatch(step -> step.startsWith("SCAN delivery"));
  }

  @Test
  void recountsOnePageOfItemsByTheirIndexes() {
    assertThat(plan(Recount.PAGE))
        .contains(
            "SEARCH item USING INTEGER PRIMARY KEY (rowid>?)",
            EVENTS_OF_ITEM + " LEFT-JOIN",
            "SEARCH delivery USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN")
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN page"));
  }

  @Test
  void findsTheNameOfALaneByItsId() {
    assertPlan(ConversationTable.NAME, "SEARCH lane_name USING INTEGER PRIMARY KEY (rowid=?)");
  }

  @Test
  void findsHeldPagesByTheirSource() {
    assertPlan(
        HeldTable.LIST, "SEARCH held USING PRIMARY KEY (connection=? AND source=? AND receipt>?)");
  }

  @Test
  void countersAreReadByDestination() {
    assertPlan(CounterTable.ALL, "SEARCH counter USING PRIMARY KEY (destination=?)");
  }

  @Test
  void findsWhatIsOldAmongItself() {
    assertPlan(MilestoneTable.CAME_BY, "SEARCH milestone USING INTEGER PRIMARY KEY (rowid<?)");
    assertPlan(KeptTable.DUE, "SEARCH kept USING COVERING INDEX kept_again (cause=? AND again<?)");
    assertPlan(KeptTable.ANY, "SEARCH kept USING PRIMARY KEY (cause=? AND id=?)");
    assertPlan(Removal.EVENTS, "SEARCH event USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    assertPlan(Removal.RECEIVED, "SEARCH receipt USING INTEGER PRIMARY KEY (rowid=?)");
    assertPlan(Removal.ADDED_LATER, "SEARCH added_later USING INTEGER PRIMARY KEY (rowid=?)");
    assertThat(plan(Removal.UNREAD)).noneMatch(QueryPlanTest::grows);
    assertThat(plan(Removal.LAST_EVENT)).noneMatch(QueryPlanTest::grows);
    assertThat(plan(Removal.REMOVE_DELIVERIES)).noneMatch(step -> step.startsWith("SCAN delivery"));
    assertThat(plan(StateTable.KEYS)).noneMatch(QueryPlanTest::grows);
    assertThat(plan(ConversationTable.LIST)).noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private void assertPlan(String sql, String... only) {
    assertThat(plan(sql)).containsExactly(only);
  }

  private List<String> plan(String sql) {
    return session.sql("EXPLAIN QUERY PLAN " + sql).list(row -> row.text(4));
  }

  private static boolean grows(String step) {
    return step.contains("SCAN") || step.contains("TEMP B-TREE");
  }
}
