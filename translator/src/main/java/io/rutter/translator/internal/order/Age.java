// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.order;

import io.rutter.model.ObjectMeta;
import java.time.Instant;
import java.util.Comparator;

/** The age of configuration objects, by which they take precedence. */
public final class Age {
  private Age() {}

  /**
   * The creation time of configuration objects without one: older than most that have one, and
   * younger than services of the platform without one.
   */
  public static final Instant UNKNOWN_CREATION = Instant.parse("2020-01-01T00:00:00Z");

  /**
   * Age, then name, then namespace: the order of precedence among objects of one kind. Istio
   * document: Traffic Management Best Practices. Objects without a time count as created at {@link
   * #UNKNOWN_CREATION}; objects converted from an Ingress have the year 1.
   */
  public static final Comparator<ObjectMeta> BY_AGE = Age::byAge;

  private static int byAge(ObjectMeta one, ObjectMeta other) {
    int byTime =
        one.creationTimestamp()
            .orElse(UNKNOWN_CREATION)
            .compareTo(other.creationTimestamp().orElse(UNKNOWN_CREATION));
    if (byTime != 0) {
      return byTime;
    }
    int byName = one.name().compareTo(other.name());
    return byName != 0 ? byName : one.namespace().compareTo(other.namespace());
  }
}
