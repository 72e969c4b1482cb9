// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import org.jspecify.annotations.Nullable;

/** One type of resources on one stream: what Envoy asks for, what it was sent and what it took. */
final class Subscription {
  /** Sends a response to the request that it belongs to. */
  interface Responder {
    /** Whether the client reads what it is sent: false while much of it waits. */
    boolean isReady();

    /** Sends it and returns its nonce. */
    String send(ImmutableMap<String, Any> resources, String version);
  }

  /** A response, which {@code names} asked for; none for the types that Envoy gets all of. */
  private record Sent(String nonce, String version, ImmutableSet<String> names) {}

  private final String type;
  private ImmutableSet<String> asked = ImmutableSet.of();

  /** Sends the next response; null until Envoy has asked, or has answered the one before. */
  private @Nullable Responder responder;

  private @Nullable Sent sent;
  private @Nullable Sent acked;

  /** Whether the last response was refused: a later request for more names does not take it. */
  private boolean isRefused;

  /** What was sent last, for a listener that drains: it goes on asking for what is gone. */
  private ImmutableMap<String, Any> given = ImmutableMap.of();

  Subscription(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** Whether Envoy asks for these one by one. */
  private boolean isByName() {
    return !type.equals(Resources.V3.CLUSTER_TYPE_URL)
        && !type.equals(Resources.V3.LISTENER_TYPE_URL);
  }

  /** Whether a request answers the last response, and not an older one. */
  boolean isCurrent(String nonce) {
    return sent == null || sent.nonce.equals(nonce);
  }

  /** Envoy asks, in a request that {@link #isCurrent}. */
  void ask(ImmutableSet<String> names, Responder next) {
    asked = names;
    responder = next;
  }

  /** Envoy has taken the last response, if there was one that it has not refused. */
  void acknowledge() {
    if (!isRefused) {
      acked = sent;
    }
  }

  /** Envoy refuses the last response; false if there is none, or it has said so before. */
  boolean refuse() {
    boolean isNew = sent != null && !isRefused;
    isRefused |= isNew;
    return isNew;
  }

  /** Sends what Envoy lacks of a state, as soon as it can take that. */
  void answer(ProxyState state, SecretSource secrets) {
    Responder ready = responder;
    String version = state.version(type);
    if (ready == null || !isDue(version) || !ready.isReady()) {
      return;
    }
    responder = null;
    isRefused = false;
    given = chosen(state, secrets);
    sent = new Sent(ready.send(given, version), version, asked);
  }

  /** What Envoy refused is not sent again: only another version is, or further names. */
  private boolean isDue(String version) {
    if (isByName() && asked.isEmpty()) {
      return false;
    }
    return sent == null || !sent.version.equals(version) || !sent.names.containsAll(asked);
  }

  /** Whether Envoy has acknowledged what it asks for, in this version. */
  boolean hasNewest(String version) {
    if (isByName() && asked.isEmpty()) {
      return true;
    }
    return acked != null && acked.version.equals(version) && acked.names.containsAll(asked);
  }

  private ImmutableMap<String, Any> chosen(ProxyState state, SecretSource secrets) {
    ImmutableMap<String, Any> all = state.resources(type).byName();
    if (!isByName() && (asked.isEmpty() || asked.contains("*"))) {
      return all;
    }
    ImmutableMap.Builder<String, Any> result = ImmutableMap.builder();
    for (String name : asked) {
      Any resource = all.getOrDefault(name, given.get(name));
      if (resource == null) {
        resource = substitute(name, secrets);
      }
      if (resource != null) {
        result.put(name, resource);
      }
    }
    return result.buildOrThrow();
  }

  /** In place of what a state does not hold: without an answer Envoy would wait. */
  private @Nullable Any substitute(String name, SecretSource secrets) {
    return switch (type) {
      case Resources.V3.ENDPOINT_TYPE_URL ->
          Any.pack(ClusterLoadAssignment.newBuilder().setClusterName(name).build());
      case Resources.V3.ROUTE_TYPE_URL ->
          Any.pack(RouteConfiguration.newBuilder().setName(name).build());
      case Resources.V3.SECRET_TYPE_URL -> {
        Secret secret = secrets.named(name).orElse(null);
        yield secret == null ? null : Any.pack(secret);
      }
      default -> null;
    };
  }
}
