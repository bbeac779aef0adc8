// SPDX-License-Identifier: Apache-2.0
/** Writes entries to the timeline of Salesforce. */
@org.jspecify.annotations.NullMarked
module dev.gapless.crm.salesforce {
  requires transitive dev.gapless.api;
  requires com.fasterxml.jackson.databind;
  requires dev.gapless.http;
  requires org.slf4j;

  exports dev.gapless.crm.salesforce;

  provides dev.gapless.api.crm.CrmAdapterProvider with
      dev.gapless.crm.salesforce.SalesforceProvider;
}
