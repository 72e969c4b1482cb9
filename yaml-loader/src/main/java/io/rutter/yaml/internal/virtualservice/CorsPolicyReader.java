// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.CorsPolicy;
import io.rutter.model.virtualservice.UnmatchedPreflights;
import io.rutter.yaml.internal.common.StringMatchReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link CorsPolicy} (Istio: {@code CorsPolicy}). */
public final class CorsPolicyReader {
  private CorsPolicyReader() {}

  /** Reads the fields of the object. */
  public static CorsPolicy read(ObjectNode in) {
    CorsPolicy.Builder corsPolicy = CorsPolicy.builder();
    corsPolicy.allowOrigin(in.strings("allowOrigin"));
    corsPolicy.allowOrigins(in.objects("allowOrigins", StringMatchReader::read));
    corsPolicy.allowMethods(in.strings("allowMethods"));
    corsPolicy.allowHeaders(in.strings("allowHeaders"));
    corsPolicy.exposeHeaders(in.strings("exposeHeaders"));
    in.duration("maxAge").ifPresent(corsPolicy::maxAge);
    in.boolValue("allowCredentials").ifPresent(corsPolicy::allowCredentials);
    in.enumValue("unmatchedPreflights", UnmatchedPreflights.class)
        .ifPresent(corsPolicy::unmatchedPreflights);
    return corsPolicy.build();
  }
}
