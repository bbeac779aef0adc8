// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which call does what. */
final class Routes {
  private static final List<String> PERMISSIONS =
      List.of("persons.read", "persons.write", "timeline.read", "timeline.write");

  private final Map<String, Function<Call, Work>> table = new HashMap<>();
  private final String clientId;
  private final String clientSecret;
  private final Tokens tokens;
  private final Supplier<Faults> faults;

  Routes(
      String clientId,
      String clientSecret,
      Tokens tokens,
      Supplier<Faults> faults,
      PeopleRoutes people,
      TimelineRoutes timeline,
      FileRoutes files) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.tokens = tokens;
    this.faults = faults;
    table.put("POST /oauth/token", call -> Work.other(() -> token(call)));
    table.put("GET /api/me", call -> Work.other(this::me));
    table.putAll(people.table());
    table.putAll(timeline.table());
    table.putAll(files.table());
  }

  /** The name a call is counted under. */
  String name(Call call) {
    return table.containsKey(call.route()) ? call.route() : "other";
  }

  /** Understands a call, or rejects it. */
  Work work(Call call) {
    return table.getOrDefault(call.route(), Routes::unknown).apply(call);
  }

  private static Work unknown(Call call) {
    throw Rejection.of(404, "NOT_FOUND", "no such route");
  }

  private Answer token(Call call) {
    Map<String, String> form = call.form();
    boolean known =
        "client_credentials".equals(form.get("grant_type"))
            && same(clientId, form.getOrDefault("client_id", ""))
            && same(clientSecret, form.getOrDefault("client_secret", ""));
    return known
        ? Answer.ok(issued())
        : Answer.of(401, Json.object().put("error", "invalid_client"));
  }

  private ObjectNode issued() {
    Faults now = faults.get();
    return Json.object()
        .put("access_token", tokens.issue(now.tokenLifetime()))
        .put("token_type", "Bearer")
        .put("expires_in", now.tokenLifetime().toSeconds());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private Answer me() {
    List<TextNode> fields =
        Field.stream()
            .filter(field -> faults.get().removedField().filter(field::equals).isEmpty())
            .map(field -> TextNode.valueOf(field.json()))
            .toList();
    ObjectNode me = Json.object().put("user", clientId);
    me.setAll(Json.list("permissions", PERMISSIONS.stream().map(TextNode::valueOf).toList()));
    me.setAll(Json.list("fields", fields));
    return Answer.ok(me);
  }
}
