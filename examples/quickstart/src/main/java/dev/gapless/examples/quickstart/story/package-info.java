// SPDX-License-Identifier: Apache-2.0
/**
 * A short story: what happens between customers, a platform, a host and a CRM, and the books after
 * it.
 */
package dev.gapless.examples.quickstart.story;
