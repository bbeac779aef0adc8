// SPDX-License-Identifier: Apache-2.0
/** An application with the SDK in it: the JDK's web server, and nothing else. */
package dev.gapless.examples.quickstart.host;
