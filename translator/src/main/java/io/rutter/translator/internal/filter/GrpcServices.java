// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.config.core.v3.GrpcService;

/** A gRPC service behind a cluster. */
final class GrpcServices {
  private GrpcServices() {}

  static GrpcService of(ExtensionProviders.Target target) {
    return GrpcService.newBuilder()
        .setEnvoyGrpc(
            GrpcService.EnvoyGrpc.newBuilder()
                .setClusterName(target.cluster())
                .setAuthority(target.hostname()))
        .build();
  }
}
