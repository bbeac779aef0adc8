// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A private authority with a server and a client, made anew by the JDK's keytool. */
final class TestCertificates {
  private static final String PASSWORD = "only-for-this-test";

  private final Path folder;

  TestCertificates(Path folder) throws Exception {
    this.folder = folder;
    pair("authority", "CN=Test Authority", "-ext", "bc:c");
    keytool(
        "-exportcert", "-alias", "authority", "-rfc", "-file", path("authority.pem").toString());
    signed("server", "CN=localhost", "san=dns:localhost");
    signed("client", "CN=gapless client", "eku=clientAuth");
  }

  Path authority() {
    return path("authority.pem");
  }

  Path clientChain() {
    return path("client.pem");
  }

  String clientKey() throws Exception {
    byte[] key = store().getKey("client", PASSWORD.toCharArray()).getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** What a server needs that shows "server" and trusts clients of the authority. */
  SSLContext server() throws GeneralSecurityException, IOException {
    KeyStore identity = KeyStore.getInstance("PKCS12");
    identity.load(null, new char[0]);
    KeyStore all = store();
    char[] password = PASSWORD.toCharArray();
    identity.setKeyEntry(
        "server", all.getKey("server", password), password, all.getCertificateChain("server"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, password);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, new char[0]);
    trusted.setCertificateEntry("authority", all.getCertificate("authority"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private void signed(String name, String subject, String extension) throws Exception {
    pair(name, subject);
    String request = path(name + ".csr").toString();
    String certificate = path(name + ".pem").toString();
    keytool("-certreq", "-alias", name, "-file", request);
    keytool(
        "-gencert",
        "-alias",
        "authority",
        "-ext",
        extension,
        "-rfc",
        "-infile",
        request,
        "-outfile",
        certificate);
    keytool("-importcert", "-noprompt", "-alias", name, "-file", certificate);
  }

  private void pair(String name, String subject, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(path("all.p12").toFile(), PASSWORD.toCharArray());
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-keystore",
            path("all.p12").toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD));
    Path output = path("keytool.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(output));
    }
  }
}
