// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.provider.ExtensionProviders.Target;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;

/** A service that is asked for a decision, and where it is reached. */
public sealed interface Authorizer {
  /** One that is asked by HTTP, about requests only. */
  record Http(ExtAuthzHttpProvider provider, Target target) implements Authorizer {}

  /** One that is asked by gRPC, about requests and connections. */
  record Grpc(ExtAuthzGrpcProvider provider, Target target) implements Authorizer {}

  /**
   * The one that policies mean by a name, of several the last; absent if there is none, or if its
   * service is unknown.
   */
  static Optional<Authorizer> find(MeshIndex mesh, String name) {
    return mesh.settings().config().extensionProviders().stream()
        .filter(provider -> provider.name().equals(name))
        .flatMap(provider -> provider.provider().stream())
        .filter(Authorizer::decides)
        .reduce((first, second) -> second)
        .flatMap(kind -> of(mesh, kind));
  }

  private static boolean decides(ProviderKind kind) {
    return kind instanceof ExtAuthzHttpProvider || kind instanceof ExtAuthzGrpcProvider;
  }

  private static Optional<Authorizer> of(MeshIndex mesh, ProviderKind kind) {
    if (kind instanceof ExtAuthzHttpProvider http) {
      return ExtensionProviders.target(mesh, http.service(), http.port())
          .map(target -> new Http(http, target));
    }
    return kind instanceof ExtAuthzGrpcProvider grpc
        ? ExtensionProviders.target(mesh, grpc.service(), grpc.port())
            .map(target -> new Grpc(grpc, target))
        : Optional.empty();
  }
}
