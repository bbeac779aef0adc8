// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import java.util.List;

/** Writes entries to any CRM that speaks JSON over HTTP, as a preset file describes it. */
public final class RestCrmProvider implements CrmAdapterProvider {
  /** Found by {@link java.util.ServiceLoader}, or made and handed to the builder of the engine. */
  public RestCrmProvider() {}

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public List<Option> options() {
    return RestOptions.ALL;
  }

  @Override
  public CrmAdapter create(Settings settings, ExtensionContext context) {
    return new RestSetup(settings, context).adapter();
  }
}
