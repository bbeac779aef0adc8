// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code host.json} beside the program: where the host that was started last listens. */
public final class HostFile {
  private static final Logger log = LoggerFactory.getLogger(HostFile.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "host.json";
  private static final String URL = "url";

  private HostFile() {}

  /** Says where the host is; without the file {@code send} has to be told. */
  public static void write(Path folder, URI url) {
    ObjectNode json =
        JSON.createObjectNode().put(URL, url.toString()).put("pid", ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(NAME), json.toPrettyString(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      log.warn("{} cannot be written: send needs --host {}", folder.resolve(NAME), url);
    }
  }

  /** Where the host was last, if one left word. */
  public static Optional<URI> read(Path folder) {
    try {
      JsonNode json = JSON.readTree(Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8));
      return Optional.of(json.path(URL).asText()).filter(url -> !url.isEmpty()).map(URI::create);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Takes the word back, unless another host has left its own since. */
  public static void remove(Path folder, URI url) {
    if (read(folder).filter(url::equals).isPresent()) {
      try {
        Files.deleteIfExists(folder.resolve(NAME));
      } catch (IOException e) {
        log.warn("{} cannot be removed; send finds nobody there", folder.resolve(NAME));
      }
    }
  }
}
