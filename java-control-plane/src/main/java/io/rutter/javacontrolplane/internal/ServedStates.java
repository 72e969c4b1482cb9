// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the Envoys of the present mesh are given, by id. Immutable. */
final class ServedStates {
  static final ServedStates NONE = new ServedStates(ImmutableMap.of(), Origins.NONE, false);

  /**
   * What one proxy is given.
   *
   * @param now what it shall have
   * @param before what it had to have until then, if something
   */
  record Served(ProxyState now, @Nullable ProxyState before) {
    /**
     * The state that an Envoy certainly has which comes back; null if that is not known.
     *
     * @param hasClusters whether it has the clusters of a state, and no others
     */
    @Nullable ProxyState stateOf(Predicate<ProxyState> hasClusters) {
      return before != null
              && (hasClusters.test(before) || hasClusters.test(before.withClustersOf(now)))
          ? before
          : null;
    }
  }

  private final ImmutableMap<String, Served> byProxy;
  private final Origins origins;
  private final boolean isOfMesh;

  private ServedStates(ImmutableMap<String, Served> byProxy, Origins origins, boolean isOfMesh) {
    this.byProxy = byProxy;
    this.origins = origins;
    this.isOfMesh = isOfMesh;
  }

  /** Whether there has been a mesh. */
  boolean isOfMesh() {
    return isOfMesh;
  }

  /** The next mesh: these proxies and no others. */
  ServedStates next(Map<String, ProxyState> states, Origins ofMesh) {
    return new ServedStates(
        states.entrySet().stream()
            .collect(toImmutableMap(Map.Entry::getKey, e -> after(of(e.getKey()), e.getValue()))),
        ofMesh,
        true);
  }

  /** Also this proxy. */
  ServedStates plus(String key, ProxyState state, Origins withIt) {
    return new ServedStates(
        ImmutableMap.<String, Served>builder()
            .putAll(byProxy)
            .put(key, after(of(key), state))
            .buildKeepingLast(),
        withIt,
        isOfMesh);
  }

  /** Without this proxy. */
  ServedStates minus(String key) {
    return new ServedStates(
        ImmutableMap.copyOf(Maps.filterKeys(byProxy, id -> !id.equals(key))), origins, isOfMesh);
  }

  private static Served after(@Nullable Served last, ProxyState now) {
    if (last == null) {
      return new Served(now, null);
    }
    return last.now().equals(now) ? last : new Served(now, last.now());
  }

  /** What this client's proxy is given; null if the mesh has no such proxy. */
  @Nullable Served of(XdsClient client) {
    return of(key(client));
  }

  private @Nullable Served of(String key) {
    return byProxy.get(key);
  }

  /** Under what a client's proxy is known: the id of its node if Envoys have brought it. */
  String key(XdsClient client) {
    return byProxy.containsKey(client.nodeId()) ? client.nodeId() : client.proxyId();
  }

  /** Where the resources come from. */
  Origins origins() {
    return origins;
  }

  /** Under what all proxies are known. */
  ImmutableSet<String> keys() {
    return byProxy.keySet();
  }
}
