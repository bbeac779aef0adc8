// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrashVerdictTest {
  private final List<Posted> posted = posted();
  private final List<CrmRow> rows = new ArrayList<>(posted.stream().map(this::shown).toList());
  private final List<CrmRow> creations = new ArrayList<>(rows);
  private final Map<String, String> parked = new HashMap<>();
  private Strategy strategy = Strategy.ENFORCED;

  private static List<Posted> posted() {
    SplittableRandom random = new SplittableRandom(7);
    List<Talk> talks =
        IntStream.range(0, 3)
            .mapToObj(i -> new Talk(i, Instant.EPOCH.getEpochSecond(), random.split()))
            .toList();
    Script script = new Script(talks, random);
    for (int i = 0; i < 20; i++) {
      script.next();
    }
    return script.posted();
  }

  private CrmRow shown(Posted one) {
    return new CrmRow(
        key(one),
        one.conversation(),
        one.action(),
        one.text().orElse("[no text]"),
        10L + posted.indexOf(one));
  }

  private static String key(Posted one) {
    return one.key().sha256Hex();
  }

  private CrashVerdict verdict() {
    return CrashVerdict.of(new Evidence(strategy, posted, rows, creations, parked));
  }

  private void assertOnly(Finding finding, Posted... about) {
    CrashVerdict verdict = verdict();
    assertThat(verdict.isClean()).isFalse();
    for (Finding other : Finding.values()) {
      List<String> expected =
          other == finding ? Arrays.stream(about).map(CrashVerdictTest::key).toList() : List.of();
      assertThat(verdict.found(other))
          .as(other.label())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** An item that shows a text and has another of its conversation behind it. */
  private Posted inTheMiddle() {
    return posted.stream().filter(one -> one.position() == 2).findFirst().orElseThrow();
  }

  private Posted after(Posted one) {
    return posted.get(posted.indexOf(one) + 1);
  }

  private void drop(Posted one) {
    rows.removeIf(row -> row.key().equals(key(one)));
    creations.removeIf(row -> row.key().equals(key(one)));
  }

  private void replace(Posted one, CrmRow by) {
    rows.replaceAll(row -> row.key().equals(key(one)) ? by : row);
  }

  private void swap(Posted one, Posted other) {
    Collections.swap(creations, posted.indexOf(one), posted.indexOf(other));
  }

  @Test
  void aTimelineAsPostedIsClean() {
    assertThat(posted)
        .extracting(Posted::action)
        .contains("created", "edited", "removed", "observed");
    assertThat(verdict().isClean()).isTrue();
  }

  @Test
  void seesALoss() {
    drop(inTheMiddle());
    assertOnly(Finding.LOST, inTheMiddle());
  }

  @Test
  void seesADouble() {
    rows.add(shown(inTheMiddle()));
    creations.add(shown(inTheMiddle()));
    assertOnly(Finding.TWICE, inTheMiddle());
  }

  @Test
  void seesADoubleUnderAnotherKey() {
    Posted one = posted.stream().filter(Posted::canChange).findFirst().orElseThrow();
    CrmRow copy = shown(one);
    rows.add(new CrmRow("other", copy.conversation(), copy.action(), copy.text(), 99_999));
    CrashVerdict verdict = verdict();
    assertThat(verdict.found(Finding.TWICE)).containsExactly(key(one));
    assertThat(verdict.found(Finding.NEVER_POSTED)).containsExactly("other");
  }

  @Test
  void seesASwap() {
    Posted one = inTheMiddle();
    swap(one, after(one));
    assertOnly(Finding.OUT_OF_ORDER, one);
  }

  @Test
  void otherConversationsMayOvertake() {
    Posted one = inTheMiddle();
    Posted other =
        posted.stream()
            .filter(any -> !any.conversation().equals(one.conversation()))
            .findFirst()
            .orElseThrow();
    creations.remove(shown(other));
    creations.add(0, shown(other));
    assertThat(verdict().isClean()).isTrue();
  }

  @Test
  void seesSequencesThatFall() {
    Posted one = after(inTheMiddle());
    CrmRow row = shown(one);
    replace(one, new CrmRow(row.key(), row.conversation(), row.action(), row.text(), 1));
    assertOnly(Finding.OUT_OF_ORDER, one);
  }

  @Test
  void seesAStaleText() {
    Posted one =
        posted.stream().filter(any -> any.action().equals("edited")).findFirst().orElseThrow();
    CrmRow row = shown(one);
    replace(
        one,
        new CrmRow(
            row.key(), row.conversation(), row.action(), one.mark() + " v0", row.sequence()));
    assertOnly(Finding.WRONG_STATE, one);
  }

  @Test
  void seesATextThatWasTakenBack() {
    Posted one =
        posted.stream().filter(any -> any.action().equals("removed")).findFirst().orElseThrow();
    CrmRow row = shown(one);
    replace(
        one,
        new CrmRow(row.key(), row.conversation(), "removed", one.mark() + " v0", row.sequence()));
    assertOnly(Finding.WRONG_STATE, one);
  }

  @Test
  void seesWhatNobodyPosted() {
    rows.add(new CrmRow("stranger", "447700900000", "created", "who?", 99_999));
    CrashVerdict verdict = verdict();
    assertThat(verdict.found(Finding.NEVER_POSTED)).containsExactly("stranger");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void whatMayHaveBeenWrittenMayBeAbsentOrLateWhereNothingElseIsPossible() {
    strategy = Strategy.NONE;
    Posted one = inTheMiddle();
    swap(one, after(one));
    Posted other = posted.get(posted.size() - 1);
    drop(other);
    parked.put(key(one), "may have been written: no answer");
    parked.put(key(other), "may have been written: no answer");
    assertThat(verdict().isClean()).isTrue();
    assertThat(verdict().steppedOut()).isEqualTo(1);
  }

  @Test
  void nothingElseIsAReasonToPark() {
    strategy = Strategy.NONE;
    parked.put(key(inTheMiddle()), "gave up after 8 attempts");
    assertOnly(Finding.WRONGLY_PARKED, inTheMiddle());
  }

  @Test
  void nothingIsParkedWhereDoubtCanBeSettled() {
    strategy = Strategy.CONFIRMED;
    parked.put(key(inTheMiddle()), "may have been written: no answer");
    assertOnly(Finding.WRONGLY_PARKED, inTheMiddle());
  }
}
