// SPDX-License-Identifier: Apache-2.0
/** Calls of Salesforce's REST interface: sessions, the budget of calls, and what came back. */
package dev.gapless.crm.salesforce.call;
