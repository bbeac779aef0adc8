// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A body as a tree, or why it is none. Numbers keep every digit, for ids above 2^53 occur as
 * numbers. Bytes that are no UTF-8 cost only the characters they stand for.
 */
public final class Body {
  /** How deep a body may be nested. */
  public static final int MAX_DEPTH = 1000;

  private final JsonNode json;
  private final boolean repaired;
  private final Optional<String> problem;

  @FunctionalInterface
  private interface Parsing {
    JsonNode tree() throws IOException;
  }

  private Body(JsonNode json, boolean repaired, Optional<String> problem) {
    this.json = json;
    this.repaired = repaired;
    this.problem = problem;
  }

  /** Reads raw bytes; never throws. */
  public static Body read(byte[] bytes) {
    if (Encoding.isPlain(bytes)) {
      Body body = read(() -> Tree.read(bytes), false);
      if (body.problem.isEmpty()) {
        return body;
      }
      // Read again as a text, so that the place of the problem is counted in characters.
    }
    try {
      return read(strictly(bytes), false);
    } catch (CharacterCodingException e) {
      return read(new String(bytes, StandardCharsets.UTF_8), true);
    }
  }

  /** A JSON text inside a body; empty if it is none. */
  public static Optional<JsonNode> inner(String text) {
    Body body = read(text, false);
    return body.problem.isPresent() ? Optional.empty() : Optional.of(body.json);
  }

  private static Body read(String text, boolean repaired) {
    return read(() -> Tree.read(text.startsWith("\uFEFF") ? text.substring(1) : text), repaired);
  }

  private static Body read(Parsing parsing, boolean repaired) {
    try {
      JsonNode json = parsing.tree();
      return json.isMissingNode()
          ? unreadable("body is empty")
          : new Body(json, repaired, Optional.empty());
    } catch (JsonProcessingException e) {
      return unreadable(wordsFor(e));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    } catch (NumberFormatException e) {
      // An exponent of more than ten digits comes through as this.
      return unreadable("body has a number that is out of all bounds");
    }
  }

  private static Body unreadable(String problem) {
    return new Body(MissingNode.getInstance(), false, Optional.of(problem));
  }

  private static String strictly(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Own words, for the parser's messages quote the body. */
  private static String wordsFor(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "body is nested deeper than " + MAX_DEPTH + " levels or has an endless number or name";
    }
    String what =
        e instanceof MismatchedInputException
            ? "body has a field twice in one object, or goes on after its end"
            : "body is not JSON";
    return what + place(Optional.ofNullable(e.getLocation()));
  }

  private static String place(Optional<JsonLocation> location) {
    return location
        .map(at -> " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
        .orElse("");
  }

  /** The tree; a missing node if there is a {@link #problem()}. */
  public JsonNode json() {
    return json;
  }

  /** Whether some bytes were no UTF-8 and stand as U+FFFD in the tree. */
  public boolean repaired() {
    return repaired;
  }

  /** Why the body cannot be read, in words without its content. */
  public Optional<String> problem() {
    return problem;
  }
}
