// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;

/**
 * What a proxy has to be told after a change.
 *
 * @param resources all resources of the proxy, those that did not change the very objects of before
 * @param changes the difference by kind; each kind is there
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

  /** Whether the proxy has to be told nothing. */
  public boolean isEmpty() {
    return changes.values().stream().allMatch(ResourceChanges::isEmpty);
  }
}
