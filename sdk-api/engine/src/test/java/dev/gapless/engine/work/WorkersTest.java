// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {
  static List<Throwable> whatMayBreak() {
    return List.of(
        new IllegalStateException(), new NoClassDefFoundError(), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("whatMayBreak")
  void aPassThatBreaksIsNotTheLast(Throwable broken) throws InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    AtomicInteger passes = new AtomicInteger();
    Errand errand =
        errand(
            () -> {
              if (passes.incrementAndGet() == 1) {
                WorkersTest.<RuntimeException>raise(broken);
              }
              second.countDown();
            });
    try (Workers workers = new Workers(errand, Thread::new)) {
      workers.start();
      assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable any) throws T {
    throw (T) any;
  }

  private static Errand errand(Runnable pass) {
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
      public Duration idle(Duration most) {
        return Duration.ZERO;
      }
    };
  }
}
