// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.UpstreamRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The request that a backend received, against the one that was foretold. */
final class ForwardedRequest {
  private ForwardedRequest() {}

  /** How authority, path or headers differ; headers that Envoy makes up itself do not count. */
  static Optional<String> difference(LoopbackRequest sent, CallResult foretold, Reply reply) {
    if (sent.method().equals("HEAD")) {
      return Optional.empty();
    }
    UpstreamRequest expected = foretold.request().orElseThrow();
    ImmutableListMultimap<String, String> received = headers(reply);
    String path = Splitter.on(' ').splitToList(reply.received().get(0)).get(1);
    if (!path.equals(expected.path())) {
      return Optional.of("path: " + path + " (expected: " + expected.path() + ")");
    }
    boolean ofCluster =
        foretold.clusters().stream()
            .map(ClusterShare::requestHeaders)
            .flatMap(List::stream)
            .anyMatch(change -> change.name().equals("host") || change.name().equals(":authority"));
    if (!ofCluster && !received.get("host").contains(expected.host())) {
      return Optional.of("host: " + received.get("host") + " (expected: " + expected.host() + ")");
    }
    return Stream.concat(
            expected.headers().keySet().stream(),
            foretold.requestHeaders().stream().map(HeaderChange::name))
        .filter(name -> !name.startsWith(":") && !name.equals("host"))
        .filter(name -> foretold.clusters().size() == 1)
        .filter(name -> expected.headers().get(name).stream().noneMatch(v -> v.contains("%")))
        .filter(name -> !received.get(name).equals(expected.headers().get(name)))
        .map(
            name ->
                name
                    + ": "
                    + received.get(name)
                    + " (expected: "
                    + expected.headers().get(name)
                    + ")")
        .findFirst();
  }

  private static ImmutableListMultimap<String, String> headers(Reply reply) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    for (String line : reply.received().subList(1, reply.received().size())) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers.build();
  }
}
