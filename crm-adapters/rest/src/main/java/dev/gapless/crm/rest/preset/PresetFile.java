// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a preset, one that comes with the adapter or a file, and reads it. */
public final class PresetFile {
  /** The presets that come with the adapter. */
  private static final List<String> BUNDLED = List.of("demo");

  private static final int MAX_BYTES = 1024 * 1024;

  /** JSON in UTF-8, with comments and trailing commas: people write these files. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PresetFile() {}

  /**
   * Reads a preset.
   *
   * @param wanted a bundled name, or a path: with a slash or ending in {@code .json}
   * @param place the setting that names it, for messages
   * @throws ConfigurationException naming file, line or key, and remedy of every problem
   */
  public static Preset read(String wanted, String place) {
    boolean isPath = wanted.endsWith(".json") || wanted.contains("/") || wanted.contains("\\");
    String name = isPath ? wanted : wanted + ".json";
    return parse(name, isPath ? file(wanted, place) : bundled(wanted, place));
  }

  static Preset parse(String file, byte[] bytes) {
    List<String> problems = new ArrayList<>();
    JsonNode tree = tree(file, bytes);
    Preset preset = new PresetReader(new PresetNode(file, "", tree, problems), file).read();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return preset;
  }

  private static JsonNode tree(String file, byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new ConfigurationException(
          file
              + (at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr())
              + ": is not JSON: "
              + e.getOriginalMessage()
              + ". Correct the text; comments and trailing commas are allowed");
    } catch (IOException e) {
      throw new ConfigurationException(file + ": cannot be read. Save it as UTF-8");
    }
  }

  private static byte[] file(String wanted, String place) {
    try {
      Path path = Path.of(wanted);
      if (Files.size(path) <= MAX_BYTES) {
        return Files.readAllBytes(path);
      }
      throw new ConfigurationException(
          place + ": the file " + wanted + " has over 1 MB. Name a preset");
    } catch (IOException | InvalidPathException e) {
      throw new ConfigurationException(
          place + ": the file " + wanted + " cannot be read. Check the path and its rights");
    }
  }

  private static byte[] bundled(String wanted, String place) {
    if (!BUNDLED.contains(wanted)) {
      throw new ConfigurationException(
          place
              + ": there is no preset '"
              + wanted
              + "'. "
              + NearestName.hint(wanted, BUNDLED)
              + " A file of your own is named with its path, ending in .json");
    }
    try (InputStream in =
        PresetFile.class.getResourceAsStream("/dev/gapless/crm/rest/presets/" + wanted + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the preset " + wanted + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ConfigurationException(
          place + ": the preset " + wanted + " cannot be read from the jar");
    }
  }
}
