// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {
  private final MediaHosts hosts =
      new MediaHosts(List.of("Files.example.com"), URI.create("https://api.example.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.example.com/a?b=c",
        "HTTPS://FILES.EXAMPLE.COM/",
        "https://files.example.com:443/a",
        "https://api.example.com/a"
      })
  void admitsExactlyTheNamedHosts(String address) {
    assertThat(hosts.admit(address)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example.com/a",
        "https://files.example.com:8443/a",
        "https://files.example.com./a",
        "https://files.example.com.evil.test/a",
        "https://evil.test/files.example.com",
        "https://evilfiles.example.com/",
        "https://sub.files.example.com/",
        "https://files.example.com@evil.test/",
        "https://user:password@files.example.com/",
        "https://evil.test#@files.example.com/",
        "https://evil.test\\@files.example.com/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/",
        "https://localhost/",
        "https://api.example.com:8080/",
        "http://api.example.com/",
        "//files.example.com/a",
        "files.example.com",
        "file:///etc/passwd",
        "ftp://files.example.com/a",
        "jar:https://files.example.com/a!/b",
        "https:///a",
        "https://files.example.com /a",
        "",
        "not an address"
      })
  void admitsNothingElse(String address) {
    assertThat(hosts.admit(address)).isEmpty();
  }

  @Test
  void aStandInForTestsHoldsBothApiAndFiles() {
    MediaHosts test = new MediaHosts(List.of(), URI.create("http://localhost:8080"));
    assertThat(test.admit("http://localhost:8080/f")).isPresent();
    assertThat(test.admit("http://localhost:8081/f")).isEmpty();
    assertThat(test.admit("http://localhost/f")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*.example.com",
        "localhost",
        "10.0.0.1",
        "a..b",
        "-a.test",
        "a.test/x",
        "::1",
        ""
      })
  void aHostIsAFullName(String name) {
    List<String> names = List.of("files.example.com", name);
    assertThat(MediaHosts.areNames(names)).isFalse();
    assertThatThrownBy(() -> new MediaHosts(names, URI.create("https://api.example.com")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
