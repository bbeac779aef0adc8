// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test before an org. */
abstract class OrgTest {
  FakeOrg org;

  @BeforeEach
  void open() throws Exception {
    org = new FakeOrg();
  }

  @AfterEach
  void close() {
    org.close();
  }
}
