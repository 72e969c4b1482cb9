// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The credentials of gateways, from the Secrets of the API server. A proxy gets those of its own
 * namespace and no others, as its certificate proves it; keys only if its account may list the
 * Secrets there. The Secrets of a namespace are watched from when the first proxy there asks, and
 * are in this object and nowhere else.
 */
final class ClusterSecrets implements SecretSource, AutoCloseable {
  private static final String NAMES = "kubernetes://NAME or kubernetes-gateway://NAMESPACE/NAME";

  private final KubernetesClient client;
  private final SecretAccess access;
  private final Runnable onChange;
  private final EventSink events;
  private final Map<String, RenewedWatch<io.fabric8.kubernetes.api.model.Secret>> watched =
      new ConcurrentHashMap<>();

  /** The refusals that were told lately. */
  private final Cache<List<Object>, Boolean> told =
      CacheBuilder.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  /**
   * No namespace is watched yet.
   *
   * @param onChange is told, from any thread, that secrets have changed
   */
  ClusterSecrets(KubernetesClient client, Runnable onChange, EventSink events) {
    this.client = client;
    this.access = new SecretAccess(client);
    this.onChange = onChange;
    this.events = events;
  }

  @Override
  public Optional<Secret> named(String name) {
    return Optional.empty(); // Nobody is nobody's gateway.
  }

  @Override
  public Optional<Secret> named(String written, XdsClient who) {
    Optional<String> kind = UnservedSecrets.reason(written);
    if (kind.isPresent()) {
      return refuse(written, who, kind.get());
    }
    Optional<Identity> identity = Identity.of(who);
    if (identity.isEmpty()) {
      return refuse(written, who, "no certificate proves its namespace");
    }
    Optional<SecretName> name = SecretName.of(written, identity.get().namespace());
    if (name.isEmpty()) {
      return refuse(written, who, "no name of a gateway's secret (expected: " + NAMES + ")");
    }
    if (!name.get().namespace().equals(identity.get().namespace())) {
      return refuse(written, who, "a secret of another namespace");
    }
    return name.get().isAuthorities()
        ? find(written, name.get())
        : key(written, name.get(), who, identity.get());
  }

  private Optional<Secret> key(String written, SecretName name, XdsClient who, Identity identity) {
    return switch (access.of(identity)) {
      case ALLOWED -> find(written, name);
      case REFUSED -> refuse(written, who, "its account may not list the secrets of its namespace");
      case UNKNOWN ->
          refuse(written, who, "the API server does not say whether its account may have it");
    };
  }

  /** Tells once of the same refusal: secrets are asked for again whenever one has changed. */
  private Optional<Secret> refuse(String name, XdsClient who, String reason) {
    if (told.asMap().putIfAbsent(List.of(name, who, reason), true) == null) {
      events.accept(
          Event.of(Event.Level.WARN, "secret-refused")
              .with("name", name)
              .with("proxy", who.proxyId())
              .with("peer", who.address())
              .with("reason", reason));
    }
    return Optional.empty();
  }

  private Optional<Secret> find(String written, SecretName name) {
    Optional<TlsSecret> exact = data(name.namespace(), name.name());
    return name.isAuthorities()
        ? exact
            .or(() -> data(name.namespace(), name.withoutSuffix()))
            .flatMap(secret -> secret.authorities(written))
        : exact.flatMap(secret -> secret.certificate(written));
  }

  private Optional<TlsSecret> data(String namespace, String name) {
    return watched
        .computeIfAbsent(namespace, this::watch)
        .get(namespace, name)
        .map(io.fabric8.kubernetes.api.model.Secret::getData)
        .map(TlsSecret::new);
  }

  private RenewedWatch<io.fabric8.kubernetes.api.model.Secret> watch(String namespace) {
    return RenewedWatch.start(() -> start(namespace), onChange);
  }

  /** Without the Secrets that are large and never of a gateway, as istiod leaves them out. */
  private WatchedObjects<io.fabric8.kubernetes.api.model.Secret> start(String namespace) {
    return WatchedObjects.start(
        client
            .secrets()
            .inNamespace(namespace)
            .withoutField("type", "helm.sh/release.v1")
            .withoutField("type", "kubernetes.io/service-account-token")
            .runnableInformer(0),
        "Secrets of " + namespace,
        (before, object) -> !Objects.equals(before.getData(), object.getData()),
        object -> onChange.run(),
        events);
  }

  /** To be called for each answer of the API server. */
  void onAnswer() {
    watched.values().forEach(RenewedWatch::onAnswer);
    if (access.mayHaveChanged()) {
      onChange.run();
    }
  }

  @Override
  public void close() {
    watched.values().forEach(RenewedWatch::close);
  }
}
