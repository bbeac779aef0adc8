// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.crm.rest.preset.Preset;
import dev.gapless.crm.rest.preset.PresetFile;
import dev.gapless.crm.rest.preset.Rate;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpConnectionBuilder;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.SettingsReader;
import dev.gapless.http.entry.EntryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the adapter that the settings describe; all problems come at once. */
final class RestSetup {
  private final Settings settings;
  private final ExtensionContext context;
  private final SettingsReader reader;

  RestSetup(Settings settings, ExtensionContext context) {
    this.settings = settings;
    this.context = context;
    this.reader = SettingsReader.of(settings);
  }

  CrmAdapter adapter() {
    Optional<HttpConnectionBuilder> http =
        reader.attempt(() -> NetworkOptions.connection(settings));
    Map<String, String> options = reader.pairs("options");
    Optional<Preset> preset =
        reader.attempt(
            () -> PresetFile.read(settings.text("preset"), reader.at("preset"), options));
    Optional<EntryOptions> entries = reader.attempt(() -> EntryOptions.of(settings));
    String base = reader.address("url");
    int concurrency = reader.integer("concurrency", 1, 1000);
    List<Rate> rates = rates();
    Optional<CrmCapabilities> can = preset.flatMap(one -> capabilities(one, concurrency));
    CredentialsSetup credentials = new CredentialsSetup(reader, context, base);
    preset.ifPresent(one -> credentials.check(one.authentication()));
    return adapter(
        reader.unlessAny(preset),
        reader.unlessAny(can),
        reader.unlessAny(http).build(),
        base,
        rates,
        credentials,
        reader.unlessAny(entries));
  }

  private CrmAdapter adapter(
      Preset preset,
      CrmCapabilities can,
      HttpConnection http,
      String base,
      List<Rate> rates,
      CredentialsSetup credentials,
      EntryOptions entries) {
    Rendering rendering = new Rendering(entries.zone(), entries.texts().cutMark());
    CrmCalls calls =
        new CrmCalls(
            http,
            base + preset.basePath(),
            credentials.of(preset.authentication(), http, rendering),
            new RequestLimit(
                context.clock(),
                settings.has("rates") ? rates : preset.rates(),
                preset.mostAtOnce()),
            rendering,
            context.clock());
    return Abilities.adapter(
        Parts.of(preset, can, calls, entries.texts(), rendering, entries.region()));
  }

  private Optional<CrmCapabilities> capabilities(Preset preset, int concurrency) {
    int batch = settings.has("batch") ? reader.integer("batch", 1, preset.batch()) : preset.batch();
    int atOnce = Math.min(concurrency, preset.mostAtOnce().orElse(concurrency));
    return new StrategyChoice(reader, preset)
        .once()
        .map(once -> new CrmCapabilities(batch, LanesInBatch.ONE_ENTRY, once, atOnce));
  }

  /** What the connection says of the CRM's limits. */
  private List<Rate> rates() {
    List<Rate> rates = new ArrayList<>();
    for (String text : settings.list("rates")) {
      Rate.parse(text)
          .ifPresentOrElse(
              rates::add, () -> reader.problem("rates", "'" + text + "' is not " + Rate.FORM));
    }
    return List.copyOf(rates);
  }
}
