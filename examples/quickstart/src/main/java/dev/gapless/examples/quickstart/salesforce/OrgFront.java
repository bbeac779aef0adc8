// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.gapless.examples.quickstart.crm.Calls;
import dev.gapless.examples.quickstart.crm.Dice;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.crm.Tokens;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What stands between the network and the resources: it knows sessions and limits, takes the row
 * locks of a call for as long as it runs, and decides whether its answer arrives.
 */
final class OrgFront implements HttpHandler {
  private final DemoOrg.Identity identity;
  private final Supplier<String> url;
  private final Tokens tokens;
  private final Limits limits;
  private final OrgRecords records;
  private final OrgRoutes routes;
  private final RowLocks locks;
  private final Calls calls;
  private final Dice dice;
  private final ScheduledExecutorService scheduler;
  private final Executor workers;
  private final Supplier<Faults> faults;

  OrgFront(
      DemoOrg.Identity identity,
      Supplier<String> url,
      Tokens tokens,
      Limits limits,
      OrgRecords records,
      RowLocks locks,
      Calls calls,
      Dice dice,
      ScheduledExecutorService scheduler,
      Executor workers,
      Supplier<Faults> faults) {
    this.identity = identity;
    this.url = url;
    this.tokens = tokens;
    this.limits = limits;
    this.records = records;
    this.routes = new OrgRoutes(records, limits);
    this.locks = locks;
    this.calls = calls;
    this.dice = dice;
    this.scheduler = scheduler;
    this.workers = workers;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    OrgCall call = OrgCall.read(exchange);
    try {
      if (call.path().equals("/services/oauth2/token")) {
        token(call).send(exchange, limits.header());
      } else {
        admit(exchange, call);
      }
    } catch (OrgError e) {
      OrgReply.of(e).send(exchange, limits.header());
    }
  }

  private OrgReply token(OrgCall call) {
    String form = URLDecoder.decode(call.body(), StandardCharsets.UTF_8);
    boolean known =
        List.of(form.split("&", -1))
            .containsAll(
                List.of(
                    "grant_type=client_credentials",
                    "client_id=" + identity.clientId(),
                    "client_secret=" + identity.clientSecret()));
    return known
        ? new OrgReply(
            200,
            OrgRecords.json()
                .put("access_token", tokens.issue(faults.get().tokenLifetime()))
                .put("instance_url", url.get())
                .put("id", url.get() + "/id/" + identity.org() + "/005000000000001AAA")
                .put("token_type", "Bearer"))
        : new OrgReply(
            400,
            OrgRecords.json()
                .put("error", "invalid_client")
                .put("error_description", "invalid client credentials"));
  }

  private void admit(HttpExchange exchange, OrgCall call) {
    Faults now = faults.get();
    if (now.outage() == Faults.Outage.UNAVAILABLE) {
      throw new OrgError(503, "SERVER_UNAVAILABLE", "We are down for maintenance.");
    } else if (!tokens.isValid(call.token())) {
      throw new OrgError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    limits.admit(now.quotaUsedUp());
    calls.count(call.route());
    try {
      start(exchange, call, now);
    } catch (OrgError e) {
      limits.ended();
      throw e;
    }
  }

  private void start(HttpExchange exchange, OrgCall call, Faults now) {
    List<JsonNode> rows = OrgRoutes.rows(call);
    boolean writes = call.isInsert() || (call.isUpdate() && now.lateUpdates());
    if (writes && dice.hits(now.lateCommitRate())) {
      after(dice.within(now.lateCommitMax()), () -> late(exchange, call, rows));
      return;
    }
    Set<String> taken = take(rows);
    Duration latency = now.latency(rows.size());
    Runnable rest = () -> finish(exchange, call, taken);
    if (latency.isZero()) {
      rest.run();
    } else {
      after(latency, () -> workers.execute(rest));
    }
  }

  private Set<String> take(List<JsonNode> rows) {
    Set<String> wanted = new HashSet<>();
    rows.forEach(row -> wanted.addAll(records.parents(row)));
    return locks.take(wanted);
  }

  /** A call that comes late meets and takes locks as any other. */
  private void late(HttpExchange exchange, OrgCall call, List<JsonNode> rows) {
    Set<String> taken = take(rows);
    try {
      unheard(exchange, call, row -> isLocked(row, taken));
    } finally {
      locks.release(taken);
    }
  }

  private void after(Duration delay, Runnable task) {
    var unused = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void finish(HttpExchange exchange, OrgCall call, Set<String> taken) {
    Predicate<JsonNode> locked = row -> isLocked(row, taken);
    OrgReply reply;
    try {
      if ((call.isInsert() || call.isUpdate()) && dice.hits(faults.get().dropAnswerRate())) {
        unheard(exchange, call, locked);
        return;
      }
      reply = routes.run(call, locked);
      limits.ended();
    } finally {
      locks.release(taken);
    }
    reply.send(exchange, limits.header());
  }

  private boolean isLocked(JsonNode row, Set<String> taken) {
    boolean met = !taken.containsAll(records.parents(row));
    if (met) {
      locks.met();
    }
    return met || dice.hits(faults.get().lockRate());
  }

  /** It is done, and nobody learns of it. */
  private void unheard(HttpExchange exchange, OrgCall call, Predicate<JsonNode> locked) {
    OrgReply unused = routes.run(call, locked);
    limits.ended();
    exchange.close();
  }
}
