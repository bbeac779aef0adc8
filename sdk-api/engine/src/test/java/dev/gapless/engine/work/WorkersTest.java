// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch second = new CountDownLatch(1);
  private final AtomicInteger passes = new AtomicInteger();

  static List<Throwable> whatMayBreak() {
    return List.of(
        new IllegalStateException(), new NoClassDefFoundError(), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("whatMayBreak")
  void aPassThatBreaksIsNotTheLast(Throwable broken) {
    Runnable pass =
        () -> {
          count();
          if (passes.get() == 1) {
            WorkersTest.<RuntimeException>raise(broken);
          }
        };
    try (Workers workers = workers(pass, () -> Nap.light(Duration.ZERO))) {
      workers.start();
      assertThat(happens(second)).isTrue();
    }
  }

  @Test
  void newsEndsALightNap() {
    CountDownLatch asleep = new CountDownLatch(1);
    Supplier<Nap> nap =
        () -> {
          asleep.countDown();
          return Nap.light(FOR_EVER);
        };
    try (Workers workers = workers(this::count, nap)) {
      workers.start();
      assertThat(happens(asleep)).isTrue();
      workers.wake();
      assertThat(happens(second)).isTrue();
    }
  }

  @Test
  void newsThatComesDuringAPassIsLookedFor() {
    CountDownLatch told = new CountDownLatch(1);
    Runnable pass =
        () -> {
          count();
          happens(told);
        };
    try (Workers workers = workers(pass, () -> Nap.light(FOR_EVER))) {
      workers.start();
      assertThat(happens(first)).isTrue();
      workers.wake();
      workers.wake();
      told.countDown();
      assertThat(happens(second)).isTrue();
    }
  }

  @Test
  void newsDoesNotEndASoundNap() {
    CountDownLatch asleep = new CountDownLatch(1);
    Supplier<Nap> nap =
        () -> {
          asleep.countDown();
          return Nap.sound(SHORT);
        };
    long before = System.nanoTime();
    try (Workers workers = workers(this::count, nap)) {
      workers.start();
      assertThat(happens(asleep)).isTrue();
      workers.wake();
      assertThat(happens(second)).isTrue();
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(SHORT.toNanos());
    }
  }

  private void count() {
    (passes.incrementAndGet() == 1 ? first : second).countDown();
  }

  private static boolean happens(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable any) throws T {
    throw (T) any;
  }

  private static Workers workers(Runnable pass, Supplier<Nap> nap) {
    return new Workers(errand(pass, nap), Thread::new);
  }

  private static Errand errand(Runnable pass, Supplier<Nap> nap) {
    return new Errand() {
      @Override
      public String title() {
        return "an errand";
      }

      @Override
      public int hands() {
        return 1;
      }

      @Override
      public boolean pass() {
        pass.run();
        return false;
      }

      @Override
      public Nap nap(Duration most) {
        return nap.get();
      }
    };
  }
}
