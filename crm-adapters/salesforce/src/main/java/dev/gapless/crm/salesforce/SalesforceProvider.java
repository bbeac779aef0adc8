// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import java.util.List;

/** Makes adapters for orgs of Salesforce. */
public final class SalesforceProvider implements CrmAdapterProvider {
  /** For {@link java.util.ServiceLoader}. */
  public SalesforceProvider() {}

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public List<Option> options() {
    return SalesforceOptions.ALL;
  }

  @Override
  public CrmAdapter create(Settings settings, ExtensionContext context) {
    return new SalesforceSetup(settings, context).adapter();
  }
}
