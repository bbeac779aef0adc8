// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of SOQL as a question for records by their values needs: {@code SELECT a, b FROM X [WHERE
 * f = 'v' OR f IN ('v', 'w') AND …]}. Texts are compared without regard to case.
 */
final class Soql {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*('(?:[^'\\\\]|\\\\.)*'|[A-Za-z][A-Za-z0-9_]*|[(),=])");

  private final List<String> tokens = new ArrayList<>();
  private int at;
  private String object = "";
  private final List<String> columns = new ArrayList<>();
  private final Set<String> fields = new LinkedHashSet<>();
  private Predicate<ObjectNode> where = row -> true;

  private Soql() {}

  /** Reads a question, or says by {@link OrgError} that it cannot be understood. */
  static Soql parse(String text) {
    Soql soql = new Soql();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      soql.tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw malformed();
    }
    soql.read();
    return soql;
  }

  private void read() {
    take("SELECT");
    do {
      columns.add(next());
    } while (accept(","));
    take("FROM");
    object = next();
    if (accept("WHERE")) {
      where = any();
    }
    if (at < tokens.size()) {
      throw malformed();
    }
    fields.addAll(columns);
  }

  private Predicate<ObjectNode> any() {
    Predicate<ObjectNode> one = all();
    return accept("OR") ? one.or(any()) : one;
  }

  private Predicate<ObjectNode> all() {
    Predicate<ObjectNode> one = condition();
    return accept("AND") ? one.and(all()) : one;
  }

  private Predicate<ObjectNode> condition() {
    if (accept("(")) {
      Predicate<ObjectNode> inner = any();
      take(")");
      return inner;
    }
    String field = next();
    fields.add(field);
    Set<String> values = new LinkedHashSet<>();
    if (accept("IN")) {
      take("(");
      do {
        values.add(literal(next()));
      } while (accept(","));
      take(")");
    } else {
      take("=");
      values.add(literal(next()));
    }
    return row -> values.contains(value(field, row.path(field)));
  }

  private static String value(String field, JsonNode cell) {
    String text = cell.asText("");
    boolean isId = field.endsWith("Id") && text.length() == OrgRecords.LONG_ID;
    return (isId ? text.substring(0, OrgRecords.SHORT_ID) : text).toLowerCase(Locale.ROOT);
  }

  private static String literal(String token) {
    String text = token.startsWith("'") ? unescaped(token.substring(1, token.length() - 1)) : token;
    boolean isId = text.matches("[A-Za-z0-9]{15}AAA");
    return (isId ? text.substring(0, OrgRecords.SHORT_ID) : text).toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i) == '\\' ? escape(text.charAt(++i)) : text.charAt(i));
    }
    return out.toString();
  }

  /** Any other escape than these is an error. */
  private static char escape(char letter) {
    return switch (Character.toLowerCase(letter)) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\'', '\\', '_', '%' -> letter;
      default -> throw malformed();
    };
  }

  private String next() {
    if (at >= tokens.size()) {
      throw malformed();
    }
    return tokens.get(at++);
  }

  private boolean accept(String word) {
    boolean there = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    at += there ? 1 : 0;
    return there;
  }

  private void take(String word) {
    if (!accept(word)) {
      throw malformed();
    }
  }

  private static OrgError malformed() {
    return new OrgError(400, "MALFORMED_QUERY", "unexpected token");
  }

  String object() {
    return object;
  }

  List<String> columns() {
    return columns;
  }

  /** Every field it names. */
  Set<String> fields() {
    return fields;
  }

  boolean fits(ObjectNode row) {
    return where.test(row);
  }
}
