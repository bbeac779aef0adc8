// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.crm.CrmAdapterProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest extends OrgTest {
  @ParameterizedTest
  @CsvSource({
    "login-url, https://login.salesforce.com, crm.test.login-url: must be the org's own address",
    "login-url, http://example.my.salesforce.com, crm.test.login-url: must begin with https://",
    "login-url, https://x.my.salesforce.com/?a=b, crm.test.login-url: must be an address without",
    "org-id, 12345, crm.test.org-id: must be an id of 15 or 18",
    "client-secret, '', crm.test.client-secret: missing",
    "private-key, pem, crm.test.client-secret: stands beside private-key",
    "user, ada, crm.test.user: is not used",
    "profile, tasks, Did you mean 'task'?",
    "fields, kee=Key__c, no field is called 'kee'. Did you mean 'key'?",
    "fields, key=Key; DROP, 'key' must be given the API name",
    "person-fields, whatsapp_user_id, crm.test.person-fields: must be name=value",
    "person-fields, x=a b, crm.test.person-fields: must name fields by their API names",
    "owner, me, crm.test.owner: must be an id of 15 or 18",
    "reserve, 100, crm.test.reserve: must be from 0 to 99",
    "batch, 201, crm.test.batch: must be from 1 to 200",
    "api-version, 62, crm.test.api-version: must be a number such as 62.0",
    "new-people, account, crm.test.new-people: must be contact or lead",
    "duplicates, merge, crm.test.duplicates: must be park or link",
    "full-text, s3, crm.test.full-text: must be file or none",
    "locale, fr, crm.test.locale: there are no texts",
    "region, XX, crm.test.region: is no country",
    "zone, Mars, crm.test.zone: is no time zone",
    "proxy, nonsense, crm.test.proxy",
  })
  void whatMakesNoSenseIsNamedWithItsPlace(String key, String value, String problem) {
    assertThatThrownBy(() -> Connections.open(org, key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void allProblemsComeAtOnce() {
    assertThatThrownBy(
            () ->
                Connections.open(org, "zone", "Mars", "batch", "0", "profile", "x", "org-id", "1"))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.problems()).hasSize(4));
  }

  @Test
  void isFoundByItsNameAndMarksItsSecrets() {
    CrmAdapterProvider found =
        ServiceLoader.load(CrmAdapterProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("salesforce"))
            .findFirst()
            .orElseThrow();
    assertThat(found.options().stream().filter(Option::isSecret).map(Option::key))
        .containsExactlyInAnyOrder("client-secret", "private-key", "proxy-password", "client-key");
  }
}
