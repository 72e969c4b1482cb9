// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.grpc.stub.ServerCallStreamObserver;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One stream of the secret service, which is what istio-agent is for Istio's proxies: the cluster
 * {@code sds-grpc}. A secret never changes here, it names the files that do.
 */
final class SecretStream implements WholeStateSession {
  private final SecretSource secrets;
  private final ServerCallStreamObserver<?> out;

  SecretStream(SecretSource secrets, ServerCallStreamObserver<?> out) {
    this.secrets = secrets;
    this.out = out;
  }

  @Override
  public Watch createWatch(
      boolean ads,
      XdsRequest request,
      Set<String> knownResourceNames,
      Consumer<Response> responseConsumer,
      boolean hasClusterChanged,
      boolean allowDefaultEmptyEdsUpdate) {
    boolean isNew = !knownResourceNames.containsAll(request.getResourceNamesList());
    // Who does not read what it was sent asks again when it does.
    if (isNew && !request.hasErrorDetail() && out.isReady()) {
      ImmutableList<Secret> found =
          request.getResourceNamesList().stream()
              .map(secrets::named)
              .flatMap(Optional::stream)
              .collect(toImmutableList());
      if (!found.isEmpty()) {
        responseConsumer.accept(Response.create(request, found, "1"));
      }
    }
    return new Watch(ads, false, request, responseConsumer);
  }

  @Override
  public void onIdentified(XdsClient client) {}

  @Override
  public void onTick(long nanos) {}

  @Override
  public void onClosed() {}
}
