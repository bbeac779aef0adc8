// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.MediaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  private static final String TEXT = "plain words";
  private static final Map<String, String> TYPE = Map.of("Content-Type", "text/plain");

  private final StubGraph graph = new StubGraph();
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void aFileIsFetchedWithoutShowingTheToken() throws IOException {
    graph.next(new StubGraph.Fault(200, TYPE, TEXT));
    assertThat(fetch("comment", graph.url() + "/v/1_2_3_n.txt", 100))
        .isEqualTo(new MediaSource.Answer.Fetched("text/plain"));
    assertThat(file).hasToString(TEXT);
    assertThat(graph.calls.get(0).token()).isEmpty();
    assertThat(graph.calls.get(0).parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.example.org/a.jpg",
        "https://fbcdn.net.example.org/a.jpg",
        "https://evilfbcdn.net/a.jpg",
        "http://scontent.xx.fbcdn.net/a.jpg",
        "https://169.254.169.254/latest",
        "https://10.0.0.1.fbcdn.net:8443/a.jpg",
        "file:///etc/passwd"
      })
  void noOtherHostIsEverAsked(String url) throws IOException {
    assertThat(refusal(fetch("comment", url, 100)).category()).isEqualTo(Refusal.Category.INVALID);
    assertThat(graph.calls).isEmpty();
  }

  @Test
  void anAddressThatEndedIsAskedForAnew() throws IOException {
    String old = graph.url() + "/v/1_2_3_n.txt?oe=1";
    String now = graph.url() + "/w/1_2_3_n.txt?oe=2";
    graph.next(new StubGraph.Fault(403, Map.of(), "URL signature expired"));
    graph.object(
        "m_1",
        "{\"id\": \"m_1\", \"attachments\": {\"data\": [{\"mime_type\": \"text/plain\", \"file_url\": \""
            + now
            + "\"}]}}");
    graph.object("/w/1_2_3_n.txt", TEXT);
    assertThat(fetch("message", old, 100)).isInstanceOf(MediaSource.Answer.Fetched.class);
    assertThat(graph.calls.get(1).token()).isEqualTo(StubGraph.TOKEN);
    assertThat(file).hasToString(TEXT);
  }

  @Test
  void aFileThatIsTooLongIsRefused() throws IOException {
    graph.next(new StubGraph.Fault(200, TYPE, TEXT));
    assertThat(refusal(fetch("comment", graph.url() + "/a.txt", 3)).category())
        .isEqualTo(Refusal.Category.INVALID);
  }

  private static Refusal refusal(MediaSource.Answer answer) {
    assertThat(answer).isInstanceOf(MediaSource.Answer.Refused.class);
    return ((MediaSource.Answer.Refused) answer).refusal();
  }

  private MediaSource.Answer fetch(String space, String url, long most) throws IOException {
    Optional<String> id = Address.of(Optional.of(url)).lasting();
    Attachment attachment = new Attachment("file", id, Optional.of(url), Optional.empty());
    MediaSource source =
        (MediaSource)
            Samples.connector(Map.of("access-token", StubGraph.TOKEN, "graph-url", graph.url()));
    return source.fetch(new ItemKey("", "facebook", "1", space, "m_1"), attachment, most, file);
  }
}
