// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.engine.journal.ReceiptRow;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Raw bodies. */
public abstract class ReceiptContract extends JournalContract {
  @Test
  void keepsTheBodyByteForByte() {
    byte[] body = new byte[300_000];
    new Random(1).nextBytes(body);
    long id = journal.commit(tx -> tx.addReceipt("whatsapp.main", NOON, body));
    reopen();
    ReceiptRow receipt = current.receipt(id).orElseThrow();
    assertThat(receipt.body()).isEqualTo(body);
    assertThat(receipt.id()).isEqualTo(id);
    assertThat(receipt.connection()).isEqualTo("whatsapp.main");
    assertThat(receipt.receivedAt()).isEqualTo(NOON);
  }

  @Test
  void keepsAnEmptyBody() {
    long id = journal.commit(tx -> tx.addReceipt("whatsapp", NOON, new byte[0]));
    assertThat(current.receipt(id).orElseThrow().body()).isEmpty();
  }

  @Test
  void keepsInstantsToTheMicrosecondAndBeforeTheEpoch() {
    Instant early = Instant.parse("1969-12-31T23:59:59.999999Z");
    long nanos = journal.commit(tx -> tx.addReceipt("a", NOON.plusNanos(789), new byte[1]));
    long before = journal.commit(tx -> tx.addReceipt("a", early, new byte[1]));
    assertThat(current.receipt(nanos).orElseThrow().receivedAt()).isEqualTo(NOON);
    assertThat(current.receipt(before).orElseThrow().receivedAt()).isEqualTo(early);
  }

  @Test
  void idsGrowOverCommitsAndReopening() {
    long first = journal.commit(tx -> tx.addReceipt("a", NOON, new byte[1]));
    long second =
        journal.commit(
            tx -> {
              tx.addReceipt("a", NOON, new byte[1]);
              return tx.addReceipt("a", NOON, new byte[1]);
            });
    reopen();
    long third = journal.commit(tx -> tx.addReceipt("a", NOON, new byte[1]));
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first + 1);
    assertThat(third).isGreaterThan(second);
  }

  @Test
  void knowsNoReceiptThatWasNeverStored() {
    assertThat(current.receipt(1)).isEmpty();
  }
}
