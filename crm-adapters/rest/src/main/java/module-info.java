// SPDX-License-Identifier: Apache-2.0
/** Writes entries to any CRM that speaks JSON over HTTP. */
@org.jspecify.annotations.NullMarked
module dev.gapless.crm.rest {
  requires transitive dev.gapless.api;
  requires com.fasterxml.jackson.databind;
  requires dev.gapless.http;

  exports dev.gapless.crm.rest;

  provides dev.gapless.api.crm.CrmAdapterProvider with
      dev.gapless.crm.rest.RestCrmProvider;
}
