// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.util.List;

/**
 * Makes adapters for one kind of CRM. Found by {@link java.util.ServiceLoader} (declare it in
 * {@code module-info} <em>and</em> in {@code META-INF/services}) or handed to the builder of the
 * engine. Needs a public constructor without parameters.
 */
public interface CrmAdapterProvider {
  /** The adapter's name as configuration says it: lower case, stable for ever. */
  String name();

  /** Every setting the adapter understands; anything else in the configuration is an error. */
  List<Option> options();

  /**
   * Makes an adapter. Called once per configured CRM connection, before anything starts; makes no
   * network call.
   *
   * @param settings already checked against {@link #options()}
   * @throws dev.gapless.api.config.ConfigurationException listing every problem found
   */
  CrmAdapter create(Settings settings, ExtensionContext context);
}
