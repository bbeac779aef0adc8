// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stands between the network and the routes: it decides when a call takes effect and whether
 * it is answered. A call that waits holds its connection and no thread.
 */
final class Front implements HttpHandler {
  private final Gate gate;
  private final Routes routes;
  private final Calls calls;
  private final Dice dice;
  private final ScheduledExecutorService scheduler;
  private final Executor workers;
  private final Supplier<Faults> faults;
  private final Consumer<Faults> faultSwitch;

  Front(
      Gate gate,
      Routes routes,
      Calls calls,
      Dice dice,
      ScheduledExecutorService scheduler,
      Executor workers,
      Supplier<Faults> faults,
      Consumer<Faults> faultSwitch) {
    this.gate = gate;
    this.routes = routes;
    this.calls = calls;
    this.dice = dice;
    this.scheduler = scheduler;
    this.workers = workers;
    this.faults = faults;
    this.faultSwitch = faultSwitch;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Call call = Call.read(exchange);
      if (call.isUnder("/control/")) {
        control(exchange, call);
      } else {
        admit(exchange, call);
      }
    } catch (Rejection rejection) {
      send(exchange, rejection.answer());
    }
  }

  private void control(HttpExchange exchange, Call call) {
    switch (call.route()) {
      case "GET /control/calls" -> send(exchange, Answer.ok(calls.toJson()));
      case "PUT /control/faults" -> switchFaults(exchange, FaultsJson.read(call.json()));
      default -> throw Rejection.of(404, "NOT_FOUND", "no such route");
    }
  }

  /** The answer comes after the switch, unless the switch cuts the connection it would take. */
  private void switchFaults(HttpExchange exchange, Faults next) {
    boolean cutsUsOff = next.outage() == Faults.Outage.REFUSE;
    if (!cutsUsOff) {
      faultSwitch.accept(next);
    }
    send(exchange, Answer.ok(Json.object()));
    if (cutsUsOff) {
      faultSwitch.accept(next);
    }
  }

  private void admit(HttpExchange exchange, Call call) {
    calls.count(routes.name(call));
    gate.pass(call);
    Work work = routes.work(call);
    Faults now = faults.get();
    Duration latency = call.isUnder("/api/") ? now.latency(work.rows()) : Duration.ZERO;
    if (isLate(work, now)) {
      after(dice.within(now.lateCommitMax()), () -> commitUnheard(exchange, work));
    } else if (latency.isZero()) {
      finish(exchange, work);
    } else {
      after(latency, () -> workers.execute(() -> finish(exchange, work)));
    }
  }

  private boolean isLate(Work work, Faults now) {
    boolean possible =
        work.kind() == Work.Kind.CREATE || (work.kind() == Work.Kind.UPDATE && now.lateUpdates());
    return possible && dice.hits(now.lateCommitRate());
  }

  private void after(Duration delay, Runnable task) {
    var unused = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void finish(HttpExchange exchange, Work work) {
    if (work.writesEntries() && dice.hits(faults.get().dropAnswerRate())) {
      commitUnheard(exchange, work);
    } else {
      send(exchange, work.effect().get());
    }
  }

  private static void commitUnheard(HttpExchange exchange, Work work) {
    Answer unused = work.effect().get();
    exchange.close();
  }

  private static void send(HttpExchange exchange, Answer answer) {
    try {
      answer.send(exchange);
    } catch (IOException e) {
      // The client has gone. What took effect stays, as in any CRM; only the connection is freed.
      exchange.close();
    }
  }
}
