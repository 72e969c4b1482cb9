// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.envoyproxy.controlplane.cache.v3.SimpleCache;
import io.envoyproxy.controlplane.server.DiscoveryServerCallbacks;
import io.envoyproxy.controlplane.server.exception.RequestException;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The rollouts of all Envoys, in one thread: what the server hears goes there as a task. */
final class Rollouts implements DiscoveryServerCallbacks, AutoCloseable {
  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "rollouts"));
  private final Map<String, Rollout> rollouts = new HashMap<>();
  private final Map<Long, String> streams = new HashMap<>();
  private final SimpleCache<String> cache;
  private final FileSecrets secrets;
  private final Consumer<String> log;

  Rollouts(SimpleCache<String> cache, FileSecrets secrets, Consumer<String> log) {
    this.cache = cache;
    this.secrets = secrets;
    this.log = log;
  }

  /** Brings each of these Envoys to its state. One that is not named keeps what it has. */
  void start(Map<String, ProxyState> states) {
    loop.execute(() -> states.forEach((id, state) -> rollout(id).start(state)));
  }

  /** Made also for an Envoy that comes before its configuration. */
  private Rollout rollout(String proxyId) {
    return rollouts.computeIfAbsent(proxyId, id -> new Rollout(id, cache, secrets, log));
  }

  /** Whether all Envoys are connected and have acknowledged what they shall have. */
  CompletableFuture<Boolean> areSettled() {
    return CompletableFuture.supplyAsync(
        () -> rollouts.values().stream().allMatch(Rollout::isSettled), loop);
  }

  @Override
  public void onV3StreamRequest(long streamId, DiscoveryRequest request) {
    loop.execute(
        () -> {
          String id = ProxyIds.of(request.getNode());
          if (streams.put(streamId, id) == null) {
            log.accept(id + ": Envoy has connected");
          }
          rollout(id).onRequest(streamId, request);
        });
  }

  @Override
  public void onV3StreamResponse(
      long streamId, DiscoveryRequest request, DiscoveryResponse response) {
    loop.execute(
        () -> rollout(ProxyIds.of(request.getNode())).onResponse(streamId, request, response));
  }

  @Override
  public void onV3StreamDeltaRequest(long streamId, DeltaDiscoveryRequest request)
      throws RequestException {
    throw new RequestException(
        io.grpc.Status.UNIMPLEMENTED.withDescription("delta xDS (expected: state of the world)"));
  }

  @Override
  public void onStreamClose(long streamId, String typeUrl) {
    loop.execute(
        () -> {
          String id = streams.remove(streamId);
          if (id != null) {
            log.accept(id + ": Envoy has gone");
            rollout(id).onClose(streamId);
          }
        });
  }

  @Override
  public void onStreamCloseWithError(long streamId, String typeUrl, Throwable error) {
    onStreamClose(streamId, typeUrl);
  }

  @Override
  public void close() {
    loop.shutdown();
  }
}
