// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.crm;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmAdapterProvider;
import java.util.List;

/** Connects an engine to one {@link PricedCrm}. */
public record PricedCrmProvider(PricedCrm crm) implements CrmAdapterProvider {
  public static final String NAME = "priced";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public CrmAdapter create(Settings settings, ExtensionContext context) {
    return new PricedCrmAdapter(crm);
  }
}
