// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.engine.journal.Expiry;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A real journal whose disk is full when the test says so: the work runs, the commit fails. */
final class FailingJournal implements JournalOpener {
  private final JournalOpener real;
  volatile boolean full;

  /** The process dies in this commit, counted from 1; 0 for never. */
  volatile int killAt;

  /** Runs once, when the first heads of lanes have been read and nothing is done with them yet. */
  volatile Runnable afterHeads = () -> {};

  /** Which reading of an item fails, counted from 1; 0 for none. */
  final AtomicInteger itemToFail = new AtomicInteger();

  /** Items read as if nothing were folded of them. */
  final Set<String> blank = ConcurrentHashMap.newKeySet();

  final AtomicInteger commits = new AtomicInteger();

  /** Runs in a commit that wipes, when all of it is done but its end. */
  volatile Runnable atWipe = () -> {};

  /** How many commits that wipe have come to their end. */
  final AtomicInteger wipes = new AtomicInteger();

  /** How often retention was told that a page is still held. */
  final AtomicInteger heldPages = new AtomicInteger();

  private Optional<Journal> opened = Optional.empty();

  FailingJournal(JournalOpener real) {
    this.real = real;
  }

  /** How many receipts there are, if few. */
  long receipts() {
    return opened
        .orElseThrow()
        .<Long>read(
            view -> LongStream.range(0, 100).filter(id -> view.receipt(id).isPresent()).count());
  }

  private JournalView watched(JournalView view) {
    return proxy(
        JournalView.class,
        (method, args) -> {
          if (method.getName().equals("item") && itemToFail.getAndDecrement() == 1) {
            throw new JournalException("damaged page");
          }
          Object answer = invoke(method, view, args);
          if (method.getName().equals("heads")) {
            Runnable once = afterHeads;
            afterHeads = () -> {};
            once.run();
          }
          return answer instanceof ItemRow item ? blank(item) : answer;
        });
  }

  private ItemRow blank(ItemRow item) {
    return blank.contains(item.key().nativeId())
        ? new ItemRow(
            item.id(),
            item.key(),
            item.sequence(),
            item.lane(),
            item.revision(),
            item.firstRevision(),
            "")
        : item;
  }

  private JournalTransaction watched(JournalTransaction tx, AtomicBoolean wiped) {
    return proxy(
        JournalTransaction.class,
        (method, args) -> {
          Object answer = invoke(method, tx, args);
          return answer instanceof Expiry expiry ? watched(expiry, wiped) : answer;
        });
  }

  private Expiry watched(Expiry expiry, AtomicBoolean wiped) {
    return proxy(
        Expiry.class,
        (method, args) -> {
          Object answer = invoke(method, expiry, args);
          wiped.compareAndSet(false, method.getName().equals("wipe"));
          if (method.getName().equals("isHeld") && answer.equals(true)) {
            heldPages.incrementAndGet();
          }
          return answer;
        });
  }

  private interface Watch {
    Object call(Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Watch watch) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> watch.call(method, args)));
  }

  private static Object invoke(Method method, Object target, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Journal open(Clock clock) {
    Journal journal = real.open(clock);
    opened = Optional.of(journal);
    return new Journal() {
      @Override
      public <T> T commit(Function<JournalTransaction, T> work) {
        AtomicBoolean wiped = new AtomicBoolean();
        T done = journal.commit(tx -> run(tx, work, wiped));
        wipes.addAndGet(wiped.get() ? 1 : 0);
        return done;
      }

      private <T> T run(
          JournalTransaction tx, Function<JournalTransaction, T> work, AtomicBoolean wiped) {
        T result = work.apply(watched(tx, wiped));
        if (wiped.get()) {
          atWipe.run();
        }
        if (commits.incrementAndGet() == killAt) {
          throw new FakeCrm.Killed();
        }
        if (full) {
          throw new JournalException("disk full");
        }
        return result;
      }

      @Override
      public <T> T read(Function<JournalView, T> work) {
        return journal.read(view -> work.apply(watched(view)));
      }

      @Override
      public String location() {
        return journal.location();
      }

      @Override
      public void close() {
        journal.close();
      }
    };
  }
}
