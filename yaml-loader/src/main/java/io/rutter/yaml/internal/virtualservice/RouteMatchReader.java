// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads which requests and connections a route matches. */
final class RouteMatchReader {
  private RouteMatchReader() {}

  /** Istio: {@code HTTPMatchRequest}. */
  static HttpMatch httpMatch(ObjectNode in) {
    HttpMatch.Builder match = HttpMatch.builder();
    in.string("name").ifPresent(match::name);
    in.object("uri", ValueReader::stringMatch).ifPresent(match::uri);
    in.object("scheme", ValueReader::stringMatch).ifPresent(match::scheme);
    in.object("method", ValueReader::stringMatch).ifPresent(match::method);
    in.object("authority", ValueReader::stringMatch).ifPresent(match::authority);
    match.headers(in.objectMap("headers", ValueReader::stringMatch));
    in.port("port").ifPresent(match::port);
    match.sourceLabels(in.stringMap("sourceLabels"));
    match.gateways(in.strings("gateways"));
    match.queryParams(in.objectMap("queryParams", ValueReader::stringMatch));
    match.ignoreUriCase(in.bool("ignoreUriCase"));
    match.withoutHeaders(in.objectMap("withoutHeaders", ValueReader::stringMatch));
    in.string("sourceNamespace").ifPresent(match::sourceNamespace);
    in.string("statPrefix").ifPresent(match::statPrefix);
    return match.build();
  }

  /** Istio: {@code TLSMatchAttributes}. */
  static TlsMatch tlsMatch(ObjectNode in) {
    TlsMatch.Builder match = TlsMatch.builder();
    match.sniHosts(in.strings("sniHosts"));
    match.destinationSubnets(in.strings("destinationSubnets"));
    in.port("port").ifPresent(match::port);
    match.sourceLabels(in.stringMap("sourceLabels"));
    match.gateways(in.strings("gateways"));
    in.string("sourceNamespace").ifPresent(match::sourceNamespace);
    return match.build();
  }

  /** Istio: {@code L4MatchAttributes}. */
  static TcpMatch tcpMatch(ObjectNode in) {
    TcpMatch.Builder match = TcpMatch.builder();
    match.destinationSubnets(in.strings("destinationSubnets"));
    in.port("port").ifPresent(match::port);
    match.sourceLabels(in.stringMap("sourceLabels"));
    match.gateways(in.strings("gateways"));
    in.string("sourceNamespace").ifPresent(match::sourceNamespace);
    in.ignore("istiod does not implement matching on the source address", "sourceSubnet");
    return match.build();
  }
}
