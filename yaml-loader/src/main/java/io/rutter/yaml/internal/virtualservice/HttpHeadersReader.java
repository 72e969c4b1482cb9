// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.CorsPolicy;
import io.rutter.model.virtualservice.HeaderOperations;
import io.rutter.model.virtualservice.Headers;
import io.rutter.model.virtualservice.UnmatchedPreflights;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads what a route does to headers: {@link Headers} and {@link CorsPolicy}. */
public final class HttpHeadersReader {
  private HttpHeadersReader() {}

  public static Headers headers(ObjectNode in) {
    Headers.Builder headers = Headers.builder();
    in.object("request", HttpHeadersReader::headerOperations).ifPresent(headers::request);
    in.object("response", HttpHeadersReader::headerOperations).ifPresent(headers::response);
    return headers.build();
  }

  private static HeaderOperations headerOperations(ObjectNode in) {
    return HeaderOperations.builder()
        .set(in.stringMap("set"))
        .add(in.stringMap("add"))
        .remove(in.strings("remove"))
        .build();
  }

  static CorsPolicy corsPolicy(ObjectNode in) {
    CorsPolicy.Builder policy = CorsPolicy.builder();
    policy.allowOrigin(in.strings("allowOrigin"));
    policy.allowOrigins(in.objects("allowOrigins", ValueReader::stringMatch));
    policy.allowMethods(in.strings("allowMethods"));
    policy.allowHeaders(in.strings("allowHeaders"));
    policy.exposeHeaders(in.strings("exposeHeaders"));
    in.duration("maxAge").ifPresent(policy::maxAge);
    in.boolValue("allowCredentials").ifPresent(policy::allowCredentials);
    in.enumValue("unmatchedPreflights", UnmatchedPreflights.class)
        .ifPresent(policy::unmatchedPreflights);
    return policy.build();
  }
}
