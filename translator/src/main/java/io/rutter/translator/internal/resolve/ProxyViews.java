// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import java.util.function.Supplier;

/**
 * Views of proxies: a proxy reduced to the properties that some of its resources depend on. All
 * proxies with the same view share these resources, which are made for the view and so cannot
 * depend on anything else.
 */
public final class ProxyViews {
  /** Metadata of a single workload, on which only its own listeners depend. */
  private static final ImmutableSet<String> OF_WORKLOAD =
      ImmutableSet.of(
          "NAME",
          "NAMESPACE",
          "INSTANCE_IPS",
          "INSTANCE_NAME",
          "LABELS",
          "ANNOTATIONS",
          "OWNER",
          "SERVICE_ACCOUNT",
          "WORKLOAD_NAME",
          "APP_CONTAINERS",
          "POD_PORTS",
          "POD_NAME",
          "POD_IP");

  /** Metadata that, like labels, may decide which endpoints the proxy gets. */
  private static final String NODE_NAME = "NODE_NAME";

  /** Whether anything in the mesh depends on labels or the node of the client. */
  private final Supplier<Boolean> detailed;

  private ProxyViews(Supplier<Boolean> detailed) {
    this.detailed = detailed;
  }

  /** The views that a mesh allows. */
  public static ProxyViews of(MeshIndex mesh) {
    return new ProxyViews(Suppliers.memoize(() -> looksAtWorkloads(mesh))::get);
  }

  /** The view for outbound clusters and endpoints, apart from the rules for services. */
  public Proxy ofUpstream(ProxyScope scope) {
    return common(scope).namespace("").dnsDomain("").build();
  }

  /** The view for the routes of a sidecar. */
  public Proxy ofRoutes(ProxyScope scope) {
    return common(scope).build();
  }

  private Proxy.Builder common(ProxyScope scope) {
    Proxy proxy = scope.proxy();
    boolean byWorkload = detailed.get();
    Proxy.Builder view =
        proxy.toBuilder()
            .name("")
            .serviceAccount("")
            .annotations(ImmutableMap.of())
            .ipAddresses(ProxyAddresses.wildcards(scope.family()))
            .metadata(
                ImmutableMap.copyOf(
                    Maps.filterKeys(
                        proxy.metadata(),
                        name ->
                            !OF_WORKLOAD.contains(name)
                                && (byWorkload || !NODE_NAME.equals(name)))));
    return byWorkload ? view : view.labels(ImmutableMap.of());
  }

  private static boolean looksAtWorkloads(MeshIndex mesh) {
    return mesh.settings().config().localityLbSetting().isPresent()
        || mesh.settings().zoneAwareLbSetting().isPresent()
        || mesh.services().looksAtWorkloads()
        || mesh.destinationRules().looksAtWorkloads()
        || mesh.virtualServices().looksAtWorkloads();
  }
}
