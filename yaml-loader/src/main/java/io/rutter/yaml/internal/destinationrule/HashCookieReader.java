// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.HashCookie;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HashCookie} (Istio: {@code LoadBalancerSettings.ConsistentHashLB.HTTPCookie}). */
public final class HashCookieReader {
  private HashCookieReader() {}

  /** Reads the fields of the object. */
  public static HashCookie read(ObjectNode in) {
    HashCookie.Builder hashCookie = HashCookie.builder();
    hashCookie.name(in.requiredString("name"));
    in.string("path").ifPresent(hashCookie::path);
    in.duration("ttl").ifPresent(hashCookie::ttl);
    hashCookie.attributes(in.objects("attributes", CookieAttributeReader::read));
    return hashCookie.build();
  }
}
