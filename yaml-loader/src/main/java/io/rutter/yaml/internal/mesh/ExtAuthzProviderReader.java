// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtAuthzRequestBody;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads providers that policies ask for a decision. */
final class ExtAuthzProviderReader {
  private static final String NO_EFFECT = "Istio does not pass it on to Envoy";

  private ExtAuthzProviderReader() {}

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider}. */
  static ExtAuthzHttpProvider extAuthzHttpProvider(ObjectNode in) {
    ExtAuthzHttpProvider.Builder provider = ExtAuthzHttpProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.duration("timeout").ifPresent(provider::timeout);
    in.string("pathPrefix").ifPresent(provider::pathPrefix);
    provider.failOpen(in.bool("failOpen"));
    in.string("statusOnError").ifPresent(provider::statusOnError);
    provider.includeHeadersInCheck(in.strings("includeHeadersInCheck"));
    provider.includeRequestHeadersInCheck(in.strings("includeRequestHeadersInCheck"));
    provider.includeAdditionalHeadersInCheck(in.stringMap("includeAdditionalHeadersInCheck"));
    in.object("includeRequestBodyInCheck", ExtAuthzProviderReader::extAuthzRequestBody)
        .ifPresent(provider::includeRequestBodyInCheck);
    provider.headersToUpstreamOnAllow(in.strings("headersToUpstreamOnAllow"));
    provider.headersToDownstreamOnDeny(in.strings("headersToDownstreamOnDeny"));
    provider.headersToDownstreamOnAllow(in.strings("headersToDownstreamOnAllow"));
    in.ignore(NO_EFFECT, "clearRouteCache");
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider}. */
  static ExtAuthzGrpcProvider extAuthzGrpcProvider(ObjectNode in) {
    ExtAuthzGrpcProvider.Builder provider = ExtAuthzGrpcProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.duration("timeout").ifPresent(provider::timeout);
    provider.failOpen(in.bool("failOpen"));
    in.string("statusOnError").ifPresent(provider::statusOnError);
    in.object("includeRequestBodyInCheck", ExtAuthzProviderReader::extAuthzRequestBody)
        .ifPresent(provider::includeRequestBodyInCheck);
    in.ignore(NO_EFFECT, "clearRouteCache");
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody}. */
  private static ExtAuthzRequestBody extAuthzRequestBody(ObjectNode in) {
    ExtAuthzRequestBody.Builder body = ExtAuthzRequestBody.builder();
    in.uint32("maxRequestBytes").ifPresent(body::maxRequestBytes);
    body.allowPartialMessage(in.bool("allowPartialMessage"));
    body.packAsBytes(in.bool("packAsBytes"));
    return body.build();
  }
}
