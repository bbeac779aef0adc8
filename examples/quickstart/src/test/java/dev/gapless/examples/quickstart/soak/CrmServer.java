// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.examples.quickstart.crm.Faults;
import java.io.IOException;
import java.util.List;

/** The CRM of a run, as its weather and as a witness see it. */
interface CrmServer extends AutoCloseable {
  /** The lines of the host's settings that make it write here. */
  String settings();

  void faults(Faults faults);

  /** How many calls were made so far. */
  long allCalls();

  void makePerson(String name, String phone) throws IOException, InterruptedException;

  /** All entries, in the order the CRM made them. */
  List<CrmRow> rows() throws IOException, InterruptedException;

  /** The creations, in the order in which they took effect. */
  List<CrmRow> creations() throws IOException, InterruptedException;

  /** How often each route was called, by everybody. */
  JsonNode calls() throws IOException, InterruptedException;

  @Override
  void close();
}
