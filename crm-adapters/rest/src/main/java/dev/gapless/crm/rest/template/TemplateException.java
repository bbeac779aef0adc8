// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

/** A template cannot be used. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  TemplateException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** Why, and what to write instead. */
  public String problem() {
    return problem;
  }
}
