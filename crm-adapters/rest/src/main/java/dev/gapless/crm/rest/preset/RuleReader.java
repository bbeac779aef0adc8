// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.rest.preset.Condition.Containing;
import dev.gapless.crm.rest.preset.Condition.Exactly;
import dev.gapless.crm.rest.preset.Condition.Expectation;
import dev.gapless.crm.rest.preset.Condition.Matching;
import dev.gapless.crm.rest.preset.Condition.Present;
import dev.gapless.crm.rest.preset.Condition.Truthy;
import dev.gapless.crm.rest.preset.Rule.Proof;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads rules and their conditions. */
final class RuleReader {
  private static final List<String> SCOPES = List.of("entry", "batch", "connection");

  private RuleReader() {}

  static List<Rule> rules(PresetNode node, String key, Refusal.Scope usual) {
    List<Rule> rules = new ArrayList<>();
    for (PresetNode each : node.objects(key)) {
      rules.add(rule(each, usual));
    }
    return List.copyOf(rules);
  }

  private static Rule rule(PresetNode node, Refusal.Scope usual) {
    Condition when = members(node);
    Verdict then = Verdict.of(node.choice("then", Verdict.labels()));
    Rule rule =
        new Rule(
            when,
            then,
            node.chosen("scope", SCOPES)
                .map(scope -> Refusal.Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
                .orElse(usual),
            node.flag("not-processed"),
            proof(node, then),
            node.optionalPointer("code"),
            node.optionalPointer("field"),
            pause(node),
            node.optionalText("remedy"));
    node.noOthers();
    return rule;
  }

  private static Optional<Pause> pause(PresetNode node) {
    Optional<Pause> length = node.duration("wait").map(Pause.For::new);
    Optional<Pause> midnight =
        node.optionalText("wait-until-midnight").flatMap(zone -> midnight(node, zone));
    if (length.isPresent() && midnight.isPresent()) {
      node.problem("wait-until-midnight", "stands beside wait. Write one of them");
    }
    return midnight.or(() -> length);
  }

  private static Optional<Pause> midnight(PresetNode node, String zone) {
    try {
      return Optional.of(new Pause.UntilMidnight(ZoneId.of(zone)));
    } catch (DateTimeException e) {
      node.problem(
          "wait-until-midnight", "'" + zone + "' is no time zone. Write one such as Europe/Berlin");
      return Optional.empty();
    }
  }

  /** A condition that is an object of its own. */
  static Condition condition(PresetNode node) {
    Condition condition = members(node);
    node.noOthers();
    return condition;
  }

  private static Condition members(PresetNode node) {
    Set<Integer> statuses = statuses(node);
    Map<JsonPointer, Expectation> texts = texts(node);
    if (node.isSound() && statuses.isEmpty() && texts.isEmpty()) {
      node.problem("status", "missing. A rule needs a status, or texts under \"at\"");
    }
    return new Condition(statuses, texts);
  }

  private static Set<Integer> statuses(PresetNode node) {
    Set<Integer> found = new HashSet<>();
    node.tree("status")
        .ifPresent(
            value -> {
              for (JsonNode each : value.isArray() ? value : List.of(value)) {
                if (each.canConvertToInt() && each.intValue() >= 100 && each.intValue() <= 599) {
                  found.add(each.intValue());
                } else {
                  node.problem("status", "must be a number from 100 to 599, or a list of them");
                }
              }
            });
    return found;
  }

  private static Map<JsonPointer, Expectation> texts(PresetNode node) {
    Map<JsonPointer, Expectation> found = new HashMap<>();
    node.tree("at")
        .ifPresent(
            value -> {
              if (!value.isObject()) {
                node.problem("at", "must be an object of pointers and texts");
              }
              for (Map.Entry<String, JsonNode> each : value.properties()) {
                node.pointer("at", each.getKey())
                    .ifPresent(pointer -> found.put(pointer, expectation(node, each.getValue())));
              }
            });
    return found;
  }

  private static Expectation expectation(PresetNode node, JsonNode value) {
    if (value.isObject() && value.size() == 1) {
      String word = value.fieldNames().next();
      JsonNode inside = value.get(word);
      if (word.equals("contains") && inside.isTextual()) {
        return new Containing(inside.textValue());
      } else if (word.equals("present") && inside.isBoolean()) {
        return new Present(inside.booleanValue());
      } else if (word.equals("truthy") && inside.isBoolean()) {
        return new Truthy(inside.booleanValue());
      } else if (word.equals("matches") && inside.isTextual()) {
        return matching(node, inside.textValue());
      }
    }
    if (!value.isValueNode() || value.isNull()) {
      node.problem(
          "at",
          "must be texts, or {\"contains\": \"…\"}, {\"matches\": \"regex\"},"
              + " {\"present\": true} or {\"truthy\": true}");
    }
    return new Exactly(value.asText());
  }

  private static Expectation matching(PresetNode node, String regex) {
    try {
      return new Matching(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      node.problem("at", "'" + regex + "' is no regular expression: " + e.getDescription());
      return new Containing(regex);
    }
  }

  private static Proof proof(PresetNode node, Verdict then) {
    Proof proof =
        new Proof(
            node.optionalPointer("among"),
            node.optionalPointer("same-key"),
            node.optionalPointer("id"),
            node.flag("own-id"));
    if (then instanceof Verdict.AlreadyThere && proof.sameKey().isEmpty() && !proof.ownId()) {
      node.problem(
          "same-key", "missing. \"already-there\" counts only where the answer names our key");
    }
    return proof;
  }
}
