// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;

/**
 * What to send to a proxy after a change.
 *
 * @param resources all resources of the proxy; unchanged ones are the same objects as before
 * @param changes the difference for every kind
 */
public record XdsUpdate(
    XdsResources resources, ImmutableMap<ResourceKind, ResourceChanges> changes) {

  static XdsUpdate of(XdsResources previous, XdsResources resources) {
    return new XdsUpdate(
        resources,
        Maps.toMap(
            Arrays.asList(ResourceKind.values()),
            kind -> ResourceChanges.of(kind, previous, resources)));
  }

  /** Whether there is nothing to send. */
  public boolean isEmpty() {
    return changes.values().stream().allMatch(ResourceChanges::isEmpty);
  }
}
