// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Finds a preset, one that comes with the adapter or a file, and reads it. */
public final class PresetFile {
  /** The presets that come with the adapter. */
  private static final List<String> BUNDLED =
      List.of("demo", "espocrm", "odoo", "hubspot", "zoho", "zendesk");

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
   * Reads a preset, with all it includes.
   *
   * @param wanted a bundled name, or a path: with a slash or ending in {@code .json}
   * @param place the setting that names it, for messages
   * @param options what the connection decides, by name
   * @throws ConfigurationException naming file, line or key, and remedy of every problem
   */
  public static Preset read(String wanted, String place, Map<String, String> options) {
    return read(wanted, place, options, PresetFile::tree);
  }

  static Preset read(
      String wanted,
      String place,
      Map<String, String> options,
      BiFunction<String, String, JsonNode> reader) {
    Includes includes = new Includes(reader);
    String name = nameBeside("", wanted);
    JsonNode tree = includes.load(name, place);
    List<String> problems = new ArrayList<>();
    Preset preset = read(name, tree, includes.sources(), options, problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems.stream().distinct().toList());
    }
    return preset;
  }

  private static Preset read(
      String name,
      JsonNode tree,
      List<PresetSource> sources,
      Map<String, String> given,
      List<String> problems) {
    JsonNode rest = tree.deepCopy();
    JsonNode declared = JsonNodeFactory.instance.objectNode();
    if (rest instanceof ObjectNode object && object.has("options")) {
      declared = object.remove("options");
    }
    PresetOptions options =
        new PresetOptions(new PresetNode(sources, "options", declared, problems), given, problems);
    JsonNode applied = options.applied(name, rest);
    return new PresetReader(new PresetNode(sources, "", applied, problems), name).read();
  }

  /** The name of an included file: bundled, or beside the one that includes it. */
  static String nameBeside(String file, String wanted) {
    if (!isPath(wanted)) {
      return wanted + ".json";
    }
    int folder = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
    String bare = wanted.startsWith("./") ? wanted.substring(2) : wanted;
    boolean isAbsolute = wanted.startsWith("/") || wanted.matches("[A-Za-z]:.*");
    return isAbsolute ? wanted : (folder == 0 ? "./" : file.substring(0, folder)) + bare;
  }

  private static boolean isPath(String wanted) {
    return wanted.endsWith(".json") || wanted.contains("/") || wanted.contains("\\");
  }

  private static JsonNode tree(String name, String place) {
    String bare = name.replaceFirst("\\.json$", "");
    boolean isFile = name.contains("/") || name.contains("\\");
    return tree(name, isFile ? file(name, place) : bundled(bare, place));
  }

  static JsonNode tree(String file, byte[] bytes) {
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
