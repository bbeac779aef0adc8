// SPDX-License-Identifier: Apache-2.0
/** What every command needs: its words, its output in UTF-8, and where files go. */
package dev.gapless.examples.quickstart.console;
