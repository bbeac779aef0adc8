// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape in which the platform complains. */
class FaultReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{\"message\":\"why\",\"errorCode\":\"CODE_A\",\"fields\":[\"Name\"]}] | CODE_A",
        "{\"message\":\"why\",\"errorCode\":\"CODE_A\"} | CODE_A",
        "{\"error\":\"invalid_grant\",\"error_description\":\"why\"} | invalid_grant",
        "{\"error\":{\"code\":\"CODE_A\",\"message\":\"why\"}} | CODE_A",
        "[\"/services/data/v62.0/sobjects/A/1\",\"/services/data/v62.0/sobjects/A/2\"] |"
            + " MULTIPLE_RECORDS_FOUND",
        "<?xml version=\"1.0\"?><Errors><Error><errorCode>CODE_A</errorCode><message>why</message>"
            + "</Error></Errors> | CODE_A",
        "<error xmlns=\"x\"><exceptionCode>CODE_A</exceptionCode><exceptionMessage>why"
            + "</exceptionMessage></error> | CODE_A",
        "<soapenv:Envelope><soapenv:Fault><faultcode>sf:CODE_A</faultcode><faultstring>why"
            + "</faultstring></soapenv:Fault></soapenv:Envelope> | CODE_A",
      })
  void namesTheCode(String body, String code) {
    assertThat(FaultReader.read(body.getBytes(UTF_8)))
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "42",
        "<html><body>503</body></html>",
        "{\"records\":[]}",
        "[]",
        "not json",
        "{\"error\":{}}  x"
      })
  void whatComplainsOfNothingHasNoFault(String body) {
    assertThat(FaultReader.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void anErrorThatIsAnObjectWithoutCodeKeepsItsWords() {
    Fault fault =
        FaultReader.read("{\"error\":{\"message\":\"m\",\"description\":\"d\"}}".getBytes(UTF_8))
            .get(0);
    assertThat(fault.code()).isEmpty();
    assertThat(fault.message()).isEqualTo("m");
  }

  @Test
  void aRowHasAVocabularyOfItsOwn() {
    String row =
        "{\"success\":false,\"errors\":[{\"statusCode\":\"CODE_A\",\"message\":\"m\",\"fields\":"
            + "[\"Subject\",\"491510000001 or so\"]}]}";
    Fault fault = FaultReader.ofRow(Json.read(row.getBytes(UTF_8))).get(0);
    assertThat(fault.code()).isEqualTo("CODE_A");
    assertThat(fault.fields()).containsExactly("Subject");
  }

  @Test
  void noEntityOfAnXmlIsEverResolved() {
    String xml =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Errors><errorCode>A_B</errorCode>"
            + "<message>&x;</message></Errors>";
    assertThat(FaultReader.read(xml.getBytes(UTF_8)).get(0).message()).isEqualTo("&x;");
  }
}
