// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"text\"",
        "[[], [[]], {\"a\": {}}, true, false, null]",
        "{\"a\": 1, \"b\": [{\"a\": \"é😀\\u0041\"}, {}], \"é\": \"\", \"c\": null}",
        "[0, -1, 2147483648, 9223372036854775808, 12345678901234567890123]",
        "[1.50, -0.0, 1e3, 9007199254740993.1]"
      })
  void readsWhatAMapperReads(String json) throws JsonProcessingException {
    JsonNode read = read(json).json();
    assertThat(read).isEqualTo(MAPPER.readTree(json)).hasToString(MAPPER.readTree(json).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 40})
  void keepsHoweverManyFieldsInTheirOrder(int count) {
    JsonNode object = read(object(count)).json();
    assertThat(object.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "f" + i).toList());
    assertThat(object.size()).isEqualTo(count);
    assertThat(object.path("f" + (count - 1)).intValue()).isEqualTo(count - 1);
    assertThat(object.has("f" + count)).isFalse();
  }

  @Test
  void tellsNamesApartThatHashAlike() {
    JsonNode object = read("{\"Aa\": 1, \"BB\": 2}").json();
    assertThat(object.path("Aa").intValue()).isEqualTo(1);
    assertThat(object.path("BB").intValue()).isEqualTo(2);
    assertThat(object.has("C#")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 40})
  void refusesAFieldThatIsThereTwice(int count) {
    String twice = object(count).replace("}", ",\n\"f0\": {}}");
    assertThat(read(twice).problem())
        .contains(
            "body has a field twice in one object, or goes on after its end (line 2, column 7)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{} {}", "{\"a\"}", "[1", "{\"a\": tru}", "[1e99999999999]"})
  void saysWhatIsNoJson(String text) {
    assertThat(read(text).problem()).isPresent();
    assertThat(read(text).json().isMissingNode()).isTrue();
  }

  @Test
  void countsThePlaceOfAProblemInCharacters() {
    assertThat(read("[\"ééé\", ?]").problem()).contains("body is not JSON (line 1, column 9)");
  }

  @Test
  void readsBodiesThatAreNoUtf8WithAMarkForWhatIsLost() {
    Body body = Body.read("{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(body.repaired()).isTrue();
    assertThat(body.json().path("a").textValue()).isEqualTo("\uFFFD");
  }

  @Test
  void doesNotMindAByteOrderMark() {
    assertThat(read("\uFEFF{\"a\": 1}").json().path("a").intValue()).isEqualTo(1);
    assertThat(read("\uFEFF{\"a\": 1}").repaired()).isFalse();
  }

  private static String object(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"f" + i + "\": " + i)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Body read(String text) {
    return Body.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
