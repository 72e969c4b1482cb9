// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.Waiting;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets which secret, and that no other does. */
class ClusterSecretsTest {
  private static final String NO_NAME =
      "no name of a gateway's secret (expected: kubernetes://NAME or"
          + " kubernetes-gateway://NAMESPACE/NAME)";

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final ApiServer api = Followed.newServer();
  private final ClusterSecrets secrets =
      new ClusterSecrets(api.client, changes::incrementAndGet, events::add);
  private final XdsClient edge = client("shop", "spiffe://cluster.local/ns/shop/sa/edge");

  @AfterEach
  void stop() {
    secrets.close();
    api.close();
  }

  private static XdsClient client(String namespace, String... names) {
    return new XdsClient(
        "router~10.1.0.1~edge-1.%1$s~%1$s.svc.cluster.local".formatted(namespace),
        "/127.0.0.1:1",
        ImmutableSet.copyOf(names));
  }

  private void put(String namespace, String name, Map<String, String> data) {
    Map<String, String> encoded =
        data.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> Base64.getEncoder().encodeToString(entry.getValue().getBytes(UTF_8))));
    var secret =
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .withType("kubernetes.io/tls")
            .withData(encoded)
            .build();
    var here = api.client.secrets().inNamespace(namespace);
    if (here.withName(name).get() == null) {
      var unused = here.resource(secret).create();
    } else {
      var unused = here.resource(secret).update();
    }
  }

  private Secret await(String name) {
    Waiting.until(name, () -> events, () -> secrets.named(name, edge).isPresent());
    return secrets.named(name, edge).orElseThrow();
  }

  private void assertRefused(String name, XdsClient who, String reason) {
    events.clear();
    assertThat(secrets.named(name, who)).isEmpty();
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("secret-refused");
              assertThat(event.details()).containsEntry("reason", reason);
            });
  }

  @Test
  void aGatewayGetsTheSecretsOfItsNamespace() {
    put("shop", "shop-cert", Map.of("tls.crt", "CHAIN", "tls.key", "KEY", "ca.crt", "CA"));
    Secret secret = await("kubernetes://shop-cert");
    assertThat(secret.getName()).isEqualTo("kubernetes://shop-cert");
    assertThat(secret.getTlsCertificate().getCertificateChain().getInlineBytes().toStringUtf8())
        .isEqualTo("CHAIN");
    assertThat(secret.getTlsCertificate().getPrivateKey().getInlineBytes().toStringUtf8())
        .isEqualTo("KEY");
    Secret authorities = secrets.named("kubernetes://shop-cert-cacert", edge).orElseThrow();
    assertThat(authorities.getValidationContext().getTrustedCa().getInlineBytes().toStringUtf8())
        .isEqualTo("CA");
    assertThat(secrets.named("kubernetes-gateway://shop/shop-cert", edge)).isPresent();
    assertThat(secrets.named("kubernetes://shop/shop-cert", edge)).isPresent();
  }

  @Test
  void keysOfAGenericSecretCountFirst() {
    put("shop", "a", Map.of("cert", "C", "key", "K", "cacert", "A", "crl", "R", "tls.crt", "x"));
    assertThat(await("kubernetes://a").getTlsCertificate().getPrivateKey().getInlineBytes())
        .isEqualTo(ByteString.copyFromUtf8("K"));
    put("shop", "b-cacert", Map.of("cacert", "A", "crl", "R"));
    assertThat(
            await("kubernetes://b-cacert")
                .getValidationContext()
                .getCrl()
                .getInlineBytes()
                .toStringUtf8())
        .isEqualTo("R");
  }

  @Test
  void aChangeIsToldAndHas() {
    put("shop", "a", Map.of("tls.crt", "C1", "tls.key", "K1"));
    Secret first = await("kubernetes://a");
    put("shop", "a", Map.of("tls.crt", "C2", "tls.key", "K2"));
    Waiting.until("has", () -> events, () -> !await("kubernetes://a").equals(first));
    Waiting.until("told of both", () -> events, () -> changes.get() >= 2);
  }

  @Test
  void nobodyElseGetsThem() {
    put("shop", "a", Map.of("tls.crt", "C", "tls.key", "K", "ca.crt", "CA"));
    Secret unused = await("kubernetes://a");
    assertThat(secrets.named("kubernetes://a")).isEmpty();
    assertRefused("kubernetes://a", client("shop"), "no certificate proves its namespace");
    assertRefused(
        "kubernetes://a",
        client("shop", "spiffe://cluster.local/ns/other/sa/edge"),
        "no certificate proves its namespace");
    assertRefused(
        "kubernetes://shop/a",
        client("other", "spiffe://cluster.local/ns/other/sa/edge"),
        "a secret of another namespace");
    assertRefused(
        "kubernetes-gateway://shop/a",
        client("other", "spiffe://cluster.local/ns/other/sa/edge"),
        "a secret of another namespace");
    assertRefused("kubernetes://../a", edge, NO_NAME);
    assertThat(api.requests).noneMatch(request -> request.contains("/namespaces/other/secrets"));
  }

  @Test
  void anAccountThatMayNotListSecretsGetsAuthoritiesOnly() {
    put("shop", "a", Map.of("tls.crt", "C", "tls.key", "K", "ca.crt", "CA"));
    api.allowSecrets(false);
    Secret authorities = await("kubernetes://a-cacert");
    assertThat(authorities.hasValidationContext()).isTrue();
    assertRefused("kubernetes://a", edge, "its account may not list the secrets of its namespace");
    long asked = asked();
    assertThat(secrets.named("kubernetes://a", edge)).isEqualTo(Optional.empty());
    assertThat(asked()).isEqualTo(asked); // The answer is kept for a while.
  }

  @Test
  void whatAnAgentServesIsSaidToBeThat() {
    XdsClient nobody = client("shop");
    Map<String, String> reasons =
        Map.of(
            "default", "enableAutoMtls: false",
            "ROOTCA", "enableAutoMtls: false",
            "file-cert:/a~/b", "credentialName",
            "file-root:/a", "credentialName",
            "configmap://shop/a", "a Secret with ca.crt");
    reasons.forEach(
        (name, reason) -> {
          events.clear();
          assertThat(secrets.named(name, nobody)).isEmpty();
          assertThat(events)
              .singleElement()
              .satisfies(
                  event ->
                      assertThat(event.details())
                          .containsEntry("name", name)
                          .extractingByKey("reason")
                          .asString()
                          .contains("(expected: ", reason));
          assertThat(secrets.named(name, nobody)).isEmpty();
          assertThat(events).hasSize(1); // It is asked for again whenever a secret changes.
        });
  }

  @Test
  void anApiServerThatDoesNotAnswerIsAskedAgain() {
    put("shop", "a", Map.of("tls.crt", "C", "tls.key", "K"));
    api.setUnavailable(true);
    assertRefused(
        "kubernetes://a", edge, "the API server does not say whether its account may have it");
    api.setUnavailable(false);
    int before = changes.get();
    secrets.onAnswer();
    assertThat(changes.get()).isEqualTo(before + 1);
    assertThat(await("kubernetes://a").hasTlsCertificate()).isTrue();
  }

  private long asked() {
    return api.requests.stream().filter(line -> line.contains("subjectaccessreviews")).count();
  }

  @Test
  void nothingOfASecretIsShown() {
    assertThat(new TlsSecret(Map.of("tls.key", "S0VZ"))).hasToString("TlsSecret of [tls.key]");
  }
}
