// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.CookieAttribute;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link CookieAttribute} (Istio: {@code
 * LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute}).
 */
public final class CookieAttributeReader {
  private CookieAttributeReader() {}

  /** Reads the fields of the object. */
  public static CookieAttribute read(ObjectNode in) {
    CookieAttribute.Builder cookieAttribute = CookieAttribute.builder();
    cookieAttribute.name(in.requiredString("name"));
    in.string("value").ifPresent(cookieAttribute::value);
    return cookieAttribute.build();
  }
}
