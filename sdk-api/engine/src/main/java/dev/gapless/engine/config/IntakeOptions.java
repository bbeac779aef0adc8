// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.Option;
import dev.gapless.engine.GaplessBuilder;
import java.util.List;

/** The settings of intake. */
public final class IntakeOptions {
  /** All of them, in the order of the reference page. */
  public static final List<Option> ALL =
      List.of(
          Option.withDefault(
              "max-body",
              Option.Type.INTEGER,
              Integer.toString(GaplessBuilder.DEFAULT_MAX_BODY),
              "the largest webhook body in bytes; a larger one is answered 413"));

  private IntakeOptions() {}
}
