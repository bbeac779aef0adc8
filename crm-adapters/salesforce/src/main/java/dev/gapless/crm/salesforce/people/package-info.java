// SPDX-License-Identifier: Apache-2.0
/** Finding people among contacts, leads and person accounts. */
package dev.gapless.crm.salesforce.people;
