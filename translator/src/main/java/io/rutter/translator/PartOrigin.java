// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;

/**
 * What a part of a resource is made from. Several origins of one part all have a say in it.
 *
 * @param part the path of the part in the resource, with the names of JSON and YAML: {@code
 *     virtualHosts[0].routes[2].route.weightedClusters.clusters[1]}; what Envoy packs in an {@code
 *     Any} stands in its place, as in JSON. Empty: the resource as a whole
 * @param object the object
 * @param path the path of the rule or field in the object, for example {@code
 *     spec.http[2].match[1]}; empty: the object as a whole. Objects of Kubernetes are those of the
 *     mesh: endpoints of a Service are {@code endpoints[4]} of its {@code ServiceEndpoints}
 */
public record PartOrigin(String part, ConfigKey object, String path) {
  /** The object and the path. */
  public ConfigValue value() {
    return new ConfigValue(object, path);
  }
}
