// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a TLS context from PEM files. Problems are {@link IllegalArgumentException}s. */
final class PemTls {
  private static final char[] NO_PASSWORD = new char[0];

  private Optional<List<Certificate>> authorities = Optional.empty();
  private Optional<List<Certificate>> chain = Optional.empty();
  private Optional<PrivateKey> key = Optional.empty();

  boolean isEmpty() {
    return authorities.isEmpty() && key.isEmpty();
  }

  PemTls trust(Path file) {
    authorities = Optional.of(certificates(file));
    return this;
  }

  PemTls certificate(Path file) {
    chain = Optional.of(certificates(file));
    return this;
  }

  PemTls key(Secret pem) {
    key = Optional.of(PemKey.of(pem));
    return this;
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore(), NO_PASSWORD);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities.isPresent() ? trustStore(authorities.get()) : null);
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("certificate and key do not make a usable pair", e);
    }
  }

  private KeyStore keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    if (key.isPresent() && chain.isPresent()) {
      Certificate[] certificates = chain.get().toArray(new Certificate[0]);
      store.setKeyEntry("client", key.get(), NO_PASSWORD, certificates);
    }
    return store;
  }

  private static KeyStore trustStore(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority-" + i, certificates.get(i));
    }
    return store;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static List<Certificate> certificates(Path file) {
    try {
      byte[] pem = Files.readAllBytes(file);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<Certificate> found =
          List.copyOf(factory.generateCertificates(new ByteArrayInputStream(pem)));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the file " + file + " cannot be read. Check the path and its rights", e);
    } catch (CertificateException e) {
      throw noCertificate(file, e);
    }
    throw noCertificate(file, new CertificateException());
  }

  private static IllegalArgumentException noCertificate(Path file, Exception cause) {
    return new IllegalArgumentException(
        "the file " + file + " holds no PEM certificate (BEGIN CERTIFICATE)", cause);
  }
}
