// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The credentials of gateways, from the Secrets of the API server. A proxy gets those of its own
 * namespace and no others, as its certificate proves it; keys only if its account may list the
 * Secrets there. The Secrets of a namespace are watched from when the first proxy there asks, and
 * are in this object and nowhere else.
 */
final class ClusterSecrets implements SecretSource, AutoCloseable {
  private final KubernetesClient client;
  private final SecretAccess access;
  private final Runnable onChange;
  private final EventSink events;
  private final Map<String, WatchedObjects<io.fabric8.kubernetes.api.model.Secret>> watched =
      new ConcurrentHashMap<>();

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
    Optional<Identity> identity = Identity.of(who);
    if (identity.isEmpty()) {
      return refuse(written, who, "no certificate proves its namespace");
    }
    Optional<SecretName> name = SecretName.of(written, identity.get().namespace());
    if (name.isEmpty()) {
      return refuse(written, who, "no name of a gateway's secret");
    }
    if (!name.get().namespace().equals(identity.get().namespace())) {
      return refuse(written, who, "a secret of another namespace");
    }
    if (!name.get().isAuthorities() && !access.isAllowed(identity.get())) {
      return refuse(written, who, "its account may not list the secrets of its namespace");
    }
    return find(written, name.get());
  }

  private Optional<Secret> refuse(String name, XdsClient who, String reason) {
    events.accept(
        Event.of(Event.Level.WARN, "secret-refused")
            .with("name", name)
            .with("proxy", who.proxyId())
            .with("reason", reason));
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

  /** Without the Secrets that are large and never of a gateway, as istiod leaves them out. */
  private WatchedObjects<io.fabric8.kubernetes.api.model.Secret> watch(String namespace) {
    return WatchedObjects.start(
        client
            .secrets()
            .inNamespace(namespace)
            .withoutField("type", "helm.sh/release.v1")
            .withoutField("type", "kubernetes.io/service-account-token")
            .runnableInformer(0),
        "Secrets of " + namespace,
        object -> onChange.run(),
        events);
  }

  @Override
  public void close() {
    watched.values().forEach(WatchedObjects::close);
  }
}
