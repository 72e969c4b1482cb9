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
 * Proxies without what makes no difference to some of their resources. All proxies with one view
 * share these resources, which are made for the view and so can depend on nothing else.
 */
public final class ProxyViews {
  /**
   * Metadata that tells one workload from another, and that only listeners of its own depend on.
   */
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

  /** Metadata that the mesh may choose endpoints by, together with labels. */
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

  /** What outbound clusters and endpoints depend on, the rule for a service apart. */
  public Proxy ofUpstream(Proxy proxy) {
    return common(proxy).namespace("").dnsDomain("").build();
  }

  /** What the routes of a sidecar depend on. */
  public Proxy ofRoutes(Proxy proxy) {
    return common(proxy).build();
  }

  private Proxy.Builder common(Proxy proxy) {
    boolean byWorkload = detailed.get();
    Proxy.Builder view =
        proxy.toBuilder()
            .name("")
            .serviceAccount("")
            .annotations(ImmutableMap.of())
            .ipAddresses(ProxyAddresses.wildcards(proxy))
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
