// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files stand for a secret, and that no name leads out of the folder. */
class FileSecretsTest {
  private final Path credentials = Path.of("/credentials");
  private final List<Event> events = new ArrayList<>();
  private final FileSecrets secrets = new FileSecrets(credentials, events::add);

  private Secret of(String name) {
    Secret secret = secrets.named(name).orElseThrow();
    assertThat(secret.getName()).isEqualTo(name);
    assertThat(events).isEmpty();
    return secret;
  }

  private static String chain(Secret secret) {
    return secret.getTlsCertificate().getCertificateChain().getFilename();
  }

  private static String authorities(Secret secret) {
    return secret.getValidationContext().getTrustedCa().getFilename();
  }

  @Test
  void namesAreFolders() {
    for (String name : new String[] {"a.tls.test", "kubernetes://a.tls.test"}) {
      assertThat(chain(of(name))).isEqualTo("/credentials/a.tls.test/tls.crt");
      assertThat(of(name).getTlsCertificate().getPrivateKey().getFilename())
          .isEqualTo("/credentials/a.tls.test/tls.key");
      assertThat(authorities(of(name + "-cacert"))).isEqualTo("/credentials/a.tls.test/ca.crt");
    }
    assertThat(chain(of("default"))).isEqualTo("/credentials/default/tls.crt");
    assertThat(authorities(of("ROOTCA"))).isEqualTo("/credentials/default/ca.crt");
    assertThat(chain(of("9_A-b"))).isEqualTo("/credentials/9_A-b/tls.crt");
  }

  @Test
  void filesAreNamed() {
    assertThat(authorities(of("file-root:/etc/certs/root.pem"))).isEqualTo("/etc/certs/root.pem");
    Secret secret = of("file-cert:/etc/certs/c.pem~/etc/certs/k~ey.pem");
    assertThat(chain(secret)).isEqualTo("/etc/certs/c.pem");
    assertThat(secret.getTlsCertificate().getPrivateKey().getFilename())
        .isEqualTo("/etc/certs/k~ey.pem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a\0b",
        "kubernetes://",
        "kubernetes://a\0b",
        "kubernetes://../../x",
        "kubernetes://../../../etc/x",
        "kubernetes://..",
        "kubernetes:///etc/x",
        "kubernetes://a/b",
        "kubernetes://a\\b",
        "kubernetes://kubernetes://a",
        "kubernetes://../x-cacert",
        "-cacert",
        "kubernetes://-cacert",
        "kubernetes://..-cacert",
        ".hidden",
        "..data",
        "-a",
        "/etc/passwd",
        "../x",
        "a b",
        "a\nb",
        "a\u001b[31m",
        "a\u202eb",
        "a\u00e9",
        "\u0661",
        "file-cert:",
        "file-cert:/etc/passwd",
        "file-cert:~",
        "file-cert:/a~",
        "file-cert:~/a",
        "file-cert:/a/../../etc/passwd~/a",
        "file-cert:/a~..",
        "file-cert:/a\0~/b",
        "file-cert:/a~/b\u0085",
        "file-root:",
        "file-root:..",
        "file-root:../../x",
        "file-root:/a\nb",
        "file-root:\0"
      })
  void otherNamesAreNone(String name) {
    assertThat(secrets.named(name)).isEmpty();
    assertThat(events).singleElement().matches(event -> event.name().equals("secret-refused"));
    assertThat(events.get(0).details()).containsEntry("name", name);
  }

  @Test
  void longNamesAreNone() {
    assertThat(secrets.named("x".repeat(253))).isPresent();
    assertThat(secrets.named("x".repeat(254))).isEmpty();
    assertThat(secrets.named("file-root:/" + "x".repeat(4_096))).isEmpty();
    assertThat(secrets.named("x".repeat(1 << 20))).isEmpty();
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    long seed = 7;
    Random random = new Random(seed);
    String[] parts = {
      "..",
      ".",
      "/",
      "\\",
      "~",
      "\0",
      "a",
      "kubernetes://",
      "file-cert:",
      "file-root:",
      "-cacert",
      "\n",
      "\u202e",
      "%2e%2e",
      "ROOTCA",
      "default",
      "\ud800",
      "\uff0e"
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int part = random.nextInt(6); part >= 0; part--) {
        name.append(parts[random.nextInt(parts.length)]);
      }
      secrets.named(name.toString()).ifPresent(this::assertInside);
    }
  }

  private void assertInside(Secret secret) {
    for (String file :
        new String[] {
          chain(secret),
          secret.getTlsCertificate().getPrivateKey().getFilename(),
          authorities(secret)
        }) {
      assertThat(file.chars()).as(file).noneMatch(Character::isISOControl);
      assertThat(file.split("/")).doesNotContain("..");
      if (!file.isEmpty() && !secret.getName().startsWith("file-")) {
        Path path = Path.of(file);
        assertThat(path.normalize()).isEqualTo(path).startsWithRaw(credentials);
        assertThat(path.getNameCount()).isEqualTo(3);
      }
    }
  }
}
