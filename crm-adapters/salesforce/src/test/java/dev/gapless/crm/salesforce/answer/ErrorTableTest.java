// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {
  private static final ErrorTable TABLE = ErrorTable.get();

  @ParameterizedTest
  @CsvSource({
    "INVALID_SESSION_ID, Session expired or invalid, READ, RENEW, AUTHENTICATION, CONNECTION",
    "INVALID_SESSION_ID, This session is not valid for use with the REST API, READ, REFUSED,"
        + " AUTHENTICATION, CONNECTION",
    "INVALID_OPERATION_WITH_EXPIRED_PASSWORD, x, READ, REFUSED, AUTHENTICATION, CONNECTION",
    "INVALID_AUTH_HEADER, x, READ, REFUSED, AUTHENTICATION, CONNECTION",
    "REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., CREATE, REFUSED, QUOTA, CONNECTION",
    "REQUEST_LIMIT_EXCEEDED, ConcurrentPerOrgLongTxn Limit exceeded., CREATE, REFUSED, THROTTLED,"
        + " CONNECTION",
    "UNABLE_TO_LOCK_ROW, x, CREATE, REFUSED, LOCKED, ENTRY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, T: UNABLE_TO_LOCK_ROW, CREATE, REFUSED, LOCKED, ENTRY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Record Currently Unavailable, CREATE, REFUSED, LOCKED,"
        + " ENTRY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Too many SOQL queries: 101, CREATE, REFUSED, TRANSIENT,"
        + " BATCH",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, NullPointer, CREATE, REFUSED, INVALID, ENTRY",
    "DUPLICATE_VALUE, x, CREATE, CHECK_KEY, INVALID, ENTRY",
    "DUPLICATE_VALUE, x, UPDATE, REFUSED, INVALID, ENTRY",
    "DUPLICATES_DETECTED, x, CREATE, REFUSED, INVALID, ENTRY",
    "ALL_OR_NONE_OPERATION_ROLLED_BACK, Record rolled back, CREATE, NOT_TRIED, TRANSIENT, ENTRY",
    "ALL_OR_NONE_OPERATION_ROLLED_BACK, Invalid reference specified, CREATE, REFUSED, INVALID,"
        + " ENTRY",
    "PROCESSING_HALTED, x, CREATE, NOT_TRIED, TRANSIENT, ENTRY",
    "ENTITY_IS_DELETED, x, CREATE, REFUSED, PERSON_GONE, ENTRY",
    "ENTITY_IS_DELETED, x, UPDATE, REFUSED, GONE, ENTRY",
    "CANNOT_UPDATE_CONVERTED_LEAD, x, CREATE, REFUSED, PERSON_GONE, ENTRY",
    "INVALID_FIELD, No such column, CREATE, REFUSED, SETUP, CONNECTION",
    "INVALID_FIELD, Foreign key external ID: 1 not found for field K, CREATE, REFUSED, INVALID,"
        + " ENTRY",
    "INACTIVE_OWNER_OR_USER, x, CREATE, REFUSED, SETUP, CONNECTION",
    "STORAGE_LIMIT_EXCEEDED, x, CREATE, REFUSED, SETUP, CONNECTION",
    "STRING_TOO_LONG, x, CREATE, REFUSED, INVALID, ENTRY",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION, x, CREATE, REFUSED, INVALID, ENTRY",
    "QUERY_TOO_COMPLICATED, x, READ, REFUSED, TRANSIENT, BATCH",
    "ORG_IN_MAINTENANCE, x, CREATE, REFUSED, OUTAGE, CONNECTION",
    "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE, x, CREATE, REFUSED, OUTAGE, CONNECTION",
    "TOO_MANY_APEX_REQUESTS, x, CREATE, REFUSED, THROTTLED, CONNECTION",
    "TXN_SECURITY_RUNTIME_ERROR, x, CREATE, REFUSED, TRANSIENT, CONNECTION",
    "QUERY_TIMEOUT, x, READ, REFUSED, TRANSIENT, BATCH",
    "INSUFFICIENT_ACCESS_OR_READONLY, x, UPDATE, REFUSED, INVALID, ENTRY",
    "INSUFFICIENT_ACCESS_OR_READONLY, x, CREATE, REFUSED, SETUP, CONNECTION",
    "UNKNOWN_EXCEPTION, x, CREATE, UNKNOWN, TRANSIENT, ENTRY",
    "UNKNOWN_EXCEPTION, x, READ, REFUSED, OUTAGE, CONNECTION",
    "A_CODE_OF_NEXT_YEAR, x, CREATE, REFUSED, INVALID, ENTRY",
  })
  void aRowMeansWhatTheFactsSay(
      String code, String message, During now, Meaning.Then then, Category category, Scope scope) {
    Meaning meaning = TABLE.ofRow(List.of(new Fault(code, message, List.of())), now);
    assertThat(meaning.then()).isEqualTo(then);
    assertThat(meaning.category()).isEqualTo(category);
    assertThat(meaning.scope()).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "401, READ, RENEW, AUTHENTICATION",
    "401, LOGIN, REFUSED, AUTHENTICATION",
    "403, READ, REFUSED, SETUP",
    "404, CREATE, REFUSED, SETUP",
    "409, UPDATE, REFUSED, LOCKED",
    "410, READ, REFUSED, SETUP",
    "414, READ, REFUSED, TRANSIENT",
    "418, CREATE, REFUSED, INVALID",
    "420, READ, REFUSED, OUTAGE",
    "429, READ, REFUSED, THROTTLED",
    "500, CREATE, UNKNOWN, OUTAGE",
    "503, READ, REFUSED, OUTAGE",
    "503, LOGIN, REFUSED, OUTAGE",
    "302, CREATE, REFUSED, SETUP",
    "200, CREATE, UNKNOWN, TRANSIENT",
    "200, READ, REFUSED, SETUP",
    "599, UPDATE, UNKNOWN, OUTAGE",
  })
  void withoutACodeTheStatusCounts(int status, During now, Meaning.Then then, Category category) {
    Meaning meaning = TABLE.of(List.of(), status, now);
    assertThat(meaning.then()).isEqualTo(then);
    assertThat(meaning.category()).isEqualTo(category);
  }

  @Test
  void whatPassesByItselfUsesNoAttempts() {
    Meaning strange = TABLE.of(List.of(), 406, During.CREATE);
    assertThat(strange.scope()).isEqualTo(Scope.CONNECTION);
    assertThat(strange.pause()).isPresent();
  }

  @Test
  void aCodeInTheBodyCountsBeforeTheStatus() {
    Fault lock = new Fault("UNABLE_TO_LOCK_ROW", "", List.of());
    assertThat(TABLE.of(List.of(lock), 500, During.CREATE).category()).isEqualTo(Category.LOCKED);
  }

  @Test
  void everyStatusMeansSomethingWhateverIsDone() {
    for (During now : During.values()) {
      for (int status = 100; status < 600; status++) {
        assertThat(TABLE.of(List.of(), status, now).action()).isNotEmpty();
      }
    }
  }

  @Test
  void everyRowSaysWhatToDoAndWhereItComesFrom() {
    assertThat(TABLE.rows())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            row -> {
              assertThat(row.meaning().action()).hasSizeGreaterThan(10);
              assertThat(URI.create(row.meaning().source()).getScheme()).isEqualTo("https");
            });
    assertThat(TABLE.codes()).hasSizeGreaterThan(60);
  }

  @Test
  void aLineOfAnotherFormIsNamed() {
    assertThatThrownBy(() -> ErrorTable.parse("A | B | C"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A | B | C");
  }
}
