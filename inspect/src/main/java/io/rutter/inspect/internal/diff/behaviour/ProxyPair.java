// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsUpdate;

/**
 * A proxy on both sides.
 *
 * @param before before
 * @param after after
 * @param update what differs
 * @param changed the clusters that treat calls differently
 * @param touchedRoutes names of route configurations that differ or lead to such clusters
 * @param references what is known of clusters that routes name
 */
record ProxyPair(
    ProxySide before,
    ProxySide after,
    XdsUpdate update,
    ChangedClusters changed,
    ImmutableSet<String> touchedRoutes,
    RouteReferences references) {

  static ProxyPair of(
      ProxySide before, ProxySide after, XdsUpdate update, RouteReferences references) {
    ChangedClusters changed = ChangedClusters.of(before, after, update);
    ImmutableSet.Builder<String> touched = ImmutableSet.builder();
    ResourceChanges routes = update.changes().get(ResourceKind.ROUTES);
    if (routes != null) {
      touched.addAll(routes.added()).addAll(routes.removed()).addAll(routes.changed());
    }
    for (ProxySide side : new ProxySide[] {before, after}) {
      for (RouteConfiguration one : side.resources().routes()) {
        if (references.leadsTo(one, changed)) {
          touched.add(one.getName());
        }
      }
    }
    return new ProxyPair(before, after, update, changed, touched.build(), references);
  }
}
