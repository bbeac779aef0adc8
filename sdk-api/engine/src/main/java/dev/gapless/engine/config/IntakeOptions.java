// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.Option;
import java.util.List;

/** The settings of intake. */
public final class IntakeOptions {
  /** WhatsApp posts up to 3 MB; see the webhooks overview of its platform documentation. */
  public static final int DEFAULT_MAX_BODY = 4 * 1024 * 1024;

  /** More than any platform sends, and less than an array holds. */
  public static final int MOST_MAX_BODY = 1024 * 1024 * 1024;

  /** All of them, in the order of the reference page. */
  public static final List<Option> ALL =
      List.of(
          Option.withDefault(
              "max-body",
              Option.Type.INTEGER,
              Integer.toString(DEFAULT_MAX_BODY),
              "the largest webhook body in bytes; a larger one is answered 413"));

  private IntakeOptions() {}
}
