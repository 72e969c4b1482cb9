// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.provider;

import io.envoyproxy.envoy.config.core.v3.GrpcService;

/** A gRPC service behind a cluster. */
public final class GrpcServices {
  private GrpcServices() {}

  public static GrpcService of(ExtensionProviders.Target target) {
    return GrpcService.newBuilder()
        .setEnvoyGrpc(
            GrpcService.EnvoyGrpc.newBuilder()
                .setClusterName(target.cluster())
                .setAuthority(target.hostname()))
        .build();
  }
}
