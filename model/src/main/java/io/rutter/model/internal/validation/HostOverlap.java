// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

/** Which hosts cover which. */
public final class HostOverlap {
  private HostOverlap() {}

  /** Whether some name is matched by both hosts. */
  public static boolean overlap(String one, String other) {
    boolean oneIsWildcard = one.startsWith("*");
    boolean otherIsWildcard = other.startsWith("*");
    if (oneIsWildcard && otherIsWildcard) {
      String a = one.substring(1);
      String b = other.substring(1);
      return a.endsWith(b) || b.endsWith(a);
    }
    if (oneIsWildcard) {
      return other.endsWith(one.substring(1));
    }
    return otherIsWildcard ? one.endsWith(other.substring(1)) : one.equals(other);
  }

  /** Whether every name that the first host matches is matched by the second. */
  public static boolean isSubset(String host, String cover) {
    if (!cover.startsWith("*")) {
      return host.equals(cover);
    }
    String suffix = cover.substring(1);
    String rest = host.startsWith("*") ? host.substring(1) : host;
    return rest.endsWith(suffix);
  }
}
