// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

/** A template cannot be used. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  TemplateException(String problem) {
    super(oneLine(problem));
    this.problem = oneLine(problem);
  }

  /** What is quoted of a template may hold anything, and problems are listed one a line. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** Why, and what to write instead. */
  public String problem() {
    return problem;
  }
}
