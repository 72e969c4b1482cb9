// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ProxyViews;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Resources that proxies of one mesh share. Each part is made for a view: a proxy reduced to the
 * properties that matter for the part, so that all proxies of the view get the same result
 * whichever comes first. Safe for use by many threads; reading takes no lock.
 */
public final class SharedResources {
  private final ProxyViews views;
  private final SharingBound bound;
  private final SharedTargets targets;
  private final Map<Key, UpstreamResources> upstream = new ConcurrentHashMap<>();
  private final Map<Key, RouteResources> routes = new ConcurrentHashMap<>();

  public SharedResources(ProxyViews views, int limit) {
    this.views = views;
    this.bound = new SharingBound(limit);
    this.targets = new SharedTargets(bound);
  }

  /** Outbound clusters and load assignments, reusing the earlier ones where possible. */
  public UpstreamResources upstream(ProxyScope scope, Optional<UpstreamResources> earlier) {
    boolean bySni = scope.gateways().hasAutoPassthrough();
    ProxyScope view = scope.as(views.ofUpstream(scope));
    Key key = new Key(scope.sidecar(), view.proxy(), scope.proxy().namespace(), bySni);
    UpstreamResources known = upstream.get(key);
    if (known != null) {
      return known;
    }
    UpstreamResources made =
        UpstreamResources.of(view, scope.proxy().namespace(), bySni, earlier, targets);
    if (!bound.admits(made.clusters().resources().size())) {
      return made;
    }
    UpstreamResources other = upstream.putIfAbsent(key, made);
    return other == null ? made : other;
  }

  /** Route configurations of a sidecar, reusing the earlier ones where possible. */
  RouteResources routes(
      ProxyScope scope, ImmutableSortedSet<String> names, Optional<RouteResources> earlier) {
    ProxyScope view = scope.as(views.ofRoutes(scope));
    Key key = new Key(scope.sidecar(), view.proxy(), "", false);
    RouteResources known = routes.get(key);
    if (known != null && known.routes().names().equals(names)) {
      return known;
    }
    RouteResources made = RouteResources.of(view, names, earlier);
    if (known != null || !bound.admits(names.size())) {
      return made;
    }
    RouteResources other = routes.putIfAbsent(key, made);
    return other == null || !other.routes().names().equals(names) ? made : other;
  }

  /** All that a part depends on. */
  private record Key(SidecarScope scope, Proxy view, String namespace, boolean bySni) {
    @Override
    @SuppressWarnings("ReferenceEquality") // Equal scopes of one mesh are the same object.
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && scope == that.scope
          && view.equals(that.view)
          && namespace.equals(that.namespace)
          && bySni == that.bySni;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(scope) * 31 + view.hashCode();
    }
  }
}
