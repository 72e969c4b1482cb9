// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** State of the world: each response has all resources that Envoy asks for. */
final class WholeSubscription implements Subscription {
  /** Sends a response to the request that it belongs to. */
  interface Responder {
    /** Whether the client reads what it is sent: false while much of it waits. */
    boolean isReady();

    /** Sends it and returns its nonce. */
    String send(ImmutableMap<String, ResourceBytes> resources, String version);
  }

  /** A response, which {@code names} asked for; none for the types that Envoy gets all of. */
  private record Sent(
      String nonce,
      String version,
      ImmutableSet<String> names,
      ImmutableMap<String, ResourceBytes> resources) {}

  private static final Sent NOTHING = new Sent("", "", ImmutableSet.of(), ImmutableMap.of());

  private final String type;
  private final Substitutes substitutes;
  private ImmutableSet<String> asked = ImmutableSet.of();

  /** Sends the next response; null until Envoy has asked, or has answered the one before. */
  private @Nullable Responder responder;

  private @Nullable Sent sent;
  private @Nullable Sent acked;

  /** Whether the last response was refused: a later request for more names does not take it. */
  private boolean isRefused;

  /** Whether something that was sent has changed, though the version of the state has not. */
  private boolean isStale;

  WholeSubscription(String type, Substitutes substitutes) {
    this.type = type;
    this.substitutes = substitutes;
  }

  /**
   * Envoy asks, and says whether it took the last response. A request that answers an older
   * response says nothing: another one follows.
   *
   * @return whether it refuses the last response; told once
   */
  boolean onRequest(DiscoveryRequest request, Responder next) {
    if (sent != null && !sent.nonce.equals(request.getResponseNonce())) {
      return false;
    }
    asked = ImmutableSet.copyOf(request.getResourceNamesList());
    responder = next;
    if (request.hasErrorDetail()) {
      boolean isNew = sent != null && !isRefused;
      isRefused |= isNew;
      return isNew;
    }
    if (!isRefused) {
      acked = sent;
    }
    return false;
  }

  @Override
  public ImmutableSet<String> answer(ProxyState state, boolean mayRemove) {
    Responder ready = responder;
    String version = state.version(type);
    if (ready == null || !isDue(version) || !ready.isReady()) {
      return ImmutableSet.of();
    }
    responder = null;
    isRefused = false;
    isStale = false;
    ImmutableMap<String, ResourceBytes> resources = chosen(state);
    String told = Subscription.isSecret(type) ? ResourceBytes.version(resources) : version;
    sent = new Sent(ready.send(resources, told), version, asked, resources);
    return resources.keySet();
  }

  /**
   * Nothing to do: Envoy asks once more for the endpoints of a cluster that changes, and the step
   * with new clusters begins when the request that they answer is here.
   */
  @Override
  public void onClustersSent(ImmutableSet<String> names) {}

  @Override
  public ImmutableSet<String> asked() {
    return asked;
  }

  @Override
  public void onSecretsChanged(ImmutableSet<String> names) {
    isStale |= asked.stream().anyMatch(names::contains);
  }

  /** What Envoy refused is not sent again: only another version is, or further names. */
  private boolean isDue(String version) {
    if (asksForNothing()) {
      return false;
    }
    return isStale
        || sent == null
        || !sent.version.equals(version)
        || !sent.names.containsAll(asked);
  }

  @Override
  public boolean hasNewest(ProxyState state) {
    if (asksForNothing()) {
      return true;
    }
    return acked != null
        && !isStale
        && acked.version.equals(state.version(type))
        && acked.names.containsAll(asked);
  }

  private boolean asksForNothing() {
    return Subscription.isByName(type) && asked.isEmpty();
  }

  private ImmutableMap<String, ResourceBytes> chosen(ProxyState state) {
    ImmutableMap<String, ResourceBytes> all = state.resources(type).byName();
    if (!Subscription.isByName(type) && (asked.isEmpty() || asked.contains("*"))) {
      return all;
    }
    ImmutableMap.Builder<String, ResourceBytes> result = ImmutableMap.builder();
    for (String name : asked) {
      // A listener that drains goes on asking for what is gone.
      ResourceBytes before = orNothing(sent).resources.get(name);
      ResourceBytes resource = Subscription.isSecret(type) ? null : all.getOrDefault(name, before);
      if (resource == null) {
        resource = substitutes.named(type, name).orElse(before);
      }
      if (resource != null) {
        result.put(name, resource);
      }
    }
    return result.buildOrThrow();
  }

  @Override
  public ImmutableMap<String, ResourceBytes> refused() {
    Map<String, ResourceBytes> before = taken();
    return isRefused
        ? orNothing(sent).resources.entrySet().stream()
            .filter(one -> !isSame(one.getValue(), before.get(one.getKey())))
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue))
        : ImmutableMap.of();
  }

  private static boolean isSame(ResourceBytes one, @Nullable ResourceBytes other) {
    return other != null && one.version().equals(other.version());
  }

  @Override
  public ImmutableMap<String, ResourceBytes> taken() {
    return orNothing(acked).resources;
  }

  private static Sent orNothing(@Nullable Sent response) {
    return response == null ? NOTHING : response;
  }
}
