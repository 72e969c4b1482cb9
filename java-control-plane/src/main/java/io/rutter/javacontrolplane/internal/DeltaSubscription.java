// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delta: each response has what differs from what Envoy has. What it asks for by name is never
 * taken away, since a listener or cluster that goes may still use it; it is forgotten when Envoy
 * asks for it no more.
 */
final class DeltaSubscription implements Subscription {
  /** Sends a response on the stream. */
  interface Responder {
    /** Whether the client reads what it is sent: false while much of it waits. */
    boolean isReady();

    /** Sends it and returns its nonce. */
    String send(ImmutableMap<String, Given> changed, ImmutableSet<String> removed, String version);
  }

  /**
   * A resource that Envoy has.
   *
   * @param resource absent if only its version is known, from a stream before
   */
  record Given(String version, Optional<ResourceBytes> resource) {}

  /** A response that Envoy has not answered yet; {@code had} is what it changes. */
  private record Sent(
      String nonce,
      String version,
      ImmutableMap<String, Given> changed,
      ImmutableSet<String> removed,
      ImmutableMap<String, Given> had) {}

  /** Equal to no version: Envoy may have taken it, or not. */
  private static final String UNKNOWN = "?";

  private final String type;
  private final Substitutes substitutes;

  /** What Envoy asks for by name. */
  private final Set<String> asked = new LinkedHashSet<>();

  /** What it has asked for and not been sent since. */
  private final Set<String> due = new LinkedHashSet<>();

  private final Map<String, Given> given = new HashMap<>();

  /** How many characters the names have that are asked for. */
  private long characters;

  private boolean isAsked;
  private boolean isAnswered;

  /** Sends the next response; null until Envoy has asked, or has answered the one before. */
  private @Nullable Responder responder;

  private @Nullable Sent sent;

  /** The last that was refused; null if one was taken since. */
  private @Nullable Sent refused;

  /** The version of the type that {@link #given} was completed to. */
  private String complete = "";

  DeltaSubscription(String type, Substitutes substitutes) {
    this.type = type;
    this.substitutes = substitutes;
  }

  /** Whether this nonce is that of the response that Envoy has to answer. */
  boolean isCurrent(String nonce) {
    return sent != null && sent.nonce.equals(nonce);
  }

  /** How many characters the names have that Envoy asks for. */
  long characters() {
    return characters;
  }

  /**
   * Envoy asks for more or less, or says whether it took the response.
   *
   * @return whether it refuses it
   */
  boolean onRequest(DeltaDiscoveryRequest request) {
    Map<String, String> known =
        isAsked ? ImmutableMap.of() : request.getInitialResourceVersionsMap();
    isAsked = true;
    known.forEach((name, version) -> given.put(name, new Given(version, Optional.empty())));
    if (Subscription.isByName(type)) {
      request.getResourceNamesUnsubscribeList().forEach(this::forget);
      for (String name : request.getResourceNamesSubscribeList()) {
        if (asked.add(name)) {
          characters += name.length() + 1L;
        }
        if (!known.containsKey(name)) {
          due.add(name);
        }
      }
    }
    Sent answered = sent;
    if (answered == null || !answered.nonce.equals(request.getResponseNonce())) {
      return false;
    }
    sent = null;
    if (request.hasErrorDetail()) {
      refused = answered;
      complete = "";
      for (String name : Sets.union(answered.changed.keySet(), answered.removed)) {
        if (given.containsKey(name) || answered.removed.contains(name)) {
          given.put(name, new Given(UNKNOWN, Optional.empty()));
        }
      }
      return true;
    }
    refused = null;
    return false;
  }

  private void forget(String name) {
    if (asked.remove(name)) {
      characters -= name.length() + 1L;
    }
    due.remove(name);
    given.remove(name);
  }

  /** Envoy can be sent a response. */
  void onWatch(Responder next) {
    responder = next;
  }

  @Override
  public ImmutableSet<String> answer(ProxyState state, boolean mayRemove) {
    Responder ready = responder;
    if (ready == null || sent != null || !isAsked || !ready.isReady()) {
      return ImmutableSet.of();
    }
    ImmutableMap<String, Given> changed = changed(state);
    ImmutableSet<String> gone = removed(state);
    ImmutableSet<String> removed = mayRemove ? gone : ImmutableSet.of();
    boolean isFirst = !isAnswered && !Subscription.isByName(type);
    if (!changed.isEmpty() || !removed.isEmpty() || isFirst) {
      responder = null;
      isAnswered = true;
      String nonce = ready.send(changed, removed, state.version(type));
      sent = new Sent(nonce, state.version(type), changed, removed, given(changed.keySet()));
      given.putAll(changed);
      given.keySet().removeAll(removed);
      due.removeAll(changed.keySet());
    }
    if (removed.equals(gone) && !isRefused(state)) {
      complete = state.version(type);
    }
    return changed.keySet();
  }

  @Override
  public ImmutableSet<String> asked() {
    return ImmutableSet.copyOf(asked);
  }

  @Override
  public void onSecretsChanged(ImmutableSet<String> names) {
    due.addAll(Sets.intersection(names, asked));
  }

  @Override
  public void onClustersSent(ImmutableSet<String> names) {
    due.addAll(Sets.intersection(names, asked));
  }

  private ImmutableMap<String, Given> given(Set<String> names) {
    return ImmutableMap.copyOf(Maps.filterKeys(given, names::contains));
  }

  /** Whether Envoy has refused this version: it is not sent again. */
  private boolean isRefused(ProxyState state) {
    return refused != null && refused.version.equals(state.version(type));
  }

  private boolean isComplete(ProxyState state) {
    return complete.equals(state.version(type)) || isRefused(state);
  }

  private ImmutableMap<String, Given> changed(ProxyState state) {
    Map<String, Given> result = new LinkedHashMap<>();
    if (!isComplete(state)) {
      for (String name :
          Subscription.isByName(type) ? asked : state.resources(type).byName().keySet()) {
        Given has = given.get(name);
        Given now = inState(state, name);
        if (now != null && (has == null || !has.version.equals(now.version))) {
          result.put(name, now);
        }
      }
    }
    for (String name : due) {
      Given now = inState(state, name);
      if (now == null) {
        now = kept(name);
      }
      if (now != null) {
        result.put(name, now);
      }
    }
    return ImmutableMap.copyOf(result);
  }

  private @Nullable Given inState(ProxyState state, String name) {
    ResourceBytes resource = state.resources(type).byName().get(name);
    return resource == null ? null : new Given(state.version(type, name), Optional.of(resource));
  }

  /** For what a state does not hold: what Envoy was given, or a substitute. */
  private @Nullable Given kept(String name) {
    Given has = given.get(name);
    boolean isKept = has != null && has.resource.isPresent();
    if (isKept && !Subscription.isSecret(type)) {
      return has;
    }
    Optional<ResourceBytes> substitute = substitutes.named(type, name);
    return substitute.map(one -> new Given(one.version(), substitute)).orElse(isKept ? has : null);
  }

  private ImmutableSet<String> removed(ProxyState state) {
    if (Subscription.isByName(type) || isComplete(state)) {
      return ImmutableSet.of();
    }
    return ImmutableSet.copyOf(
        Sets.difference(given.keySet(), state.resources(type).byName().keySet()));
  }

  @Override
  public boolean hasNewest(ProxyState state) {
    if (Subscription.isByName(type) && asked.isEmpty()) {
      return true;
    }
    return isAsked
        && (isAnswered || Subscription.isByName(type))
        && sent == null
        && !isRefused(state)
        && changed(state).isEmpty()
        && removed(state).isEmpty();
  }

  @Override
  public ImmutableMap<String, ResourceBytes> refused() {
    return refused == null ? ImmutableMap.of() : resources(refused.changed);
  }

  @Override
  public ImmutableMap<String, ResourceBytes> taken() {
    return refused == null ? ImmutableMap.of() : resources(refused.had);
  }

  private static ImmutableMap<String, ResourceBytes> resources(Map<String, Given> given) {
    ImmutableMap.Builder<String, ResourceBytes> result = ImmutableMap.builder();
    given.forEach((name, one) -> one.resource.ifPresent(bytes -> result.put(name, bytes)));
    return result.buildOrThrow();
  }
}
