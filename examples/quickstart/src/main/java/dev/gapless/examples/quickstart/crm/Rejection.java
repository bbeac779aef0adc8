// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

/** A call that ends before any work was done, with the answer it gets. */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Rejection(Answer answer) {
    super("call rejected with status " + answer.status(), null, false, false);
    this.answer = answer;
  }

  static Rejection of(int status, String code, String message) {
    return new Rejection(Answer.error(status, code, message));
  }

  static Rejection badRequest(String message) {
    return of(400, "BAD_REQUEST", message);
  }

  Answer answer() {
    return answer;
  }
}
