// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A request as a proxy sees it, made of values that random policies are near to.
 *
 * @param identity the URI of the client's certificate
 * @param source the address of the client
 * @param remote the address of the client as headers tell it
 * @param destination the address that is called
 * @param port the port that is called
 * @param serverName the server name of the client's TLS, or empty
 * @param path the path, without a query
 * @param headers headers, pseudo headers among them
 * @param claims the claims of the token, texts or lists of texts; empty without one
 */
record SampledRequest(
    Optional<String> identity,
    String source,
    String remote,
    String destination,
    int port,
    String serverName,
    String path,
    Map<String, String> headers,
    Map<String, Object> claims) {
  private static final List<String> TEXTS =
      List.of("a", "ab", "b", "a*b", "x.y", "zz", "bb", "v1", "v2");
  private static final List<String> PATHS =
      List.of("/", "/x", "/xb", "/api/q", "/api/b", "/api/q/r", "/a", "/zz", "/api/");
  private static final List<String> ADDRESSES =
      List.of("10.9.9.9", "10.1.2.3", "192.0.2.7", "198.51.100.1", "fd00::1", "2001:db8::1");
  private static final List<Integer> PORTS = List.of(80, 8080, 9080, 7777, 8443, 5555);
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  /** As many requests, the same for the same seed. */
  static ImmutableList<SampledRequest> of(int count, long seed) {
    Random random = new Random(seed);
    ImmutableList.Builder<SampledRequest> requests = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      requests.add(one(random));
    }
    return requests.build();
  }

  private static SampledRequest one(Random random) {
    ImmutableMap.Builder<String, String> headers = ImmutableMap.builder();
    headers.put(":method", one(METHODS, random)).put(":authority", one(TEXTS, random));
    if (random.nextBoolean()) {
      headers.put("x-a", one(TEXTS, random));
    }
    return new SampledRequest(
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(identity(random)),
        one(ADDRESSES, random),
        one(ADDRESSES, random),
        one(ADDRESSES, random),
        one(PORTS, random),
        random.nextBoolean() ? "" : one(TEXTS, random),
        one(PATHS, random),
        headers.buildOrThrow(),
        random.nextInt(3) == 0 ? Map.of() : claims(random));
  }

  private static String identity(Random random) {
    return "spiffe://"
        + one(List.of("cluster.local", "td", "t1"), random)
        + "/ns/"
        + one(List.of("a", "ab", "shop", "default", "zz"), random)
        + "/sa/"
        + one(List.of("a", "b", "xb"), random);
  }

  private static Map<String, Object> claims(Random random) {
    Object inner =
        random.nextBoolean() ? one(TEXTS, random) : List.of(one(TEXTS, random), one(TEXTS, random));
    return ImmutableMap.of(
        "iss",
        one(List.of("iss", "a", "z"), random),
        "sub",
        one(List.of("sub", "ab", "b", "s"), random),
        "a",
        ImmutableMap.of("b", inner));
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
