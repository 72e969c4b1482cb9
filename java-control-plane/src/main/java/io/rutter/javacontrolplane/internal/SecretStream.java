// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream of the secret service, which is what istio-agent is for Istio's proxies: the cluster
 * {@code sds-grpc}.
 */
final class SecretStream implements WholeStateSession {
  private final Substitutes substitutes;
  private final ServerCallStreamObserver<?> out;

  /** What the client has asked for, with what takes the answer; null until it has asked. */
  private @Nullable XdsRequest request;

  private Consumer<Response> responder = response -> {};
  private ImmutableSet<String> asked = ImmutableSet.of();

  /** Whether the client can be sent an answer: it has asked, or has answered the one before. */
  private boolean isOpen;

  /** Whether a secret has changed since it was sent. */
  private boolean isStale;

  SecretStream(Substitutes substitutes, ServerCallStreamObserver<?> out) {
    this.substitutes = substitutes;
    this.out = out;
  }

  @Override
  public synchronized Watch createWatch(
      boolean ads,
      XdsRequest next,
      Set<String> knownResourceNames,
      Consumer<Response> responseConsumer,
      boolean hasClusterChanged,
      boolean allowDefaultEmptyEdsUpdate) {
    request = next;
    responder = responseConsumer;
    isOpen = true;
    asked = ImmutableSet.copyOf(next.getResourceNamesList());
    boolean isNew = !knownResourceNames.containsAll(asked);
    if ((isNew && !next.hasErrorDetail()) || isStale) {
      answer();
    }
    return new Watch(ads, false, next, responseConsumer);
  }

  @Override
  public synchronized void onSecrets() {
    isStale |= !substitutes.refresh(asked).isEmpty();
    if (isStale) {
      answer();
    }
  }

  /** Who does not read what it was sent asks again when it does. */
  private void answer() {
    XdsRequest answered = request;
    if (answered == null || !isOpen || !out.isReady()) {
      return;
    }
    ImmutableMap.Builder<String, ResourceBytes> found = ImmutableMap.builder();
    asked.forEach(name -> substitutes.secret(name).ifPresent(one -> found.put(name, one)));
    ImmutableMap<String, ResourceBytes> secrets = found.buildOrThrow();
    if (!secrets.isEmpty()) {
      isOpen = false;
      isStale = false;
      responder.accept(
          Response.create(
              answered,
              Collections2.transform(secrets.values(), ResourceBytes::bytes),
              ResourceBytes.version(secrets)));
    }
  }

  @Override
  public synchronized void onIdentified(XdsClient client) {
    substitutes.onIdentified(client);
  }

  @Override
  public void onTick(long nanos) {}

  @Override
  public void onClosed() {}
}
