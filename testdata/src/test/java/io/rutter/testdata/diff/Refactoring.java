// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.ArrayList;
import java.util.List;

/** Changes of VirtualServices that change nothing for calls. */
final class Refactoring {
  private Refactoring() {}

  /**
   * Each VirtualService of several hosts as one for each of them, of requests to services of the
   * platform: another host in it is known on the ports of these, which it is not on its own, and
   * connections are not told apart by hosts.
   */
  static MeshSnapshot split(MeshSnapshot mesh) {
    List<VirtualService> parts = new ArrayList<>();
    for (VirtualService service : mesh.virtualServices()) {
      boolean splits =
          service.tls().isEmpty()
              && service.tcp().isEmpty()
              && service.hosts().size() > 1
              && service.hosts().stream().allMatch(host -> isService(host, service, mesh));
      if (!splits) {
        parts.add(service);
        continue;
      }
      for (int host = 0; host < service.hosts().size(); host++) {
        parts.add(
            service.toBuilder()
                .metadata(host == 0 ? service.metadata() : named(service.metadata(), host))
                .hosts(service.hosts().get(host))
                .build());
      }
    }
    return mesh.toBuilder().virtualServices(parts).build();
  }

  private static boolean isService(String host, VirtualService in, MeshSnapshot mesh) {
    String name =
        host.contains(".") ? host : host + "." + in.metadata().namespace() + ".svc.cluster.local";
    return mesh.services().stream().anyMatch(service -> service.hostname().equals(name));
  }

  /** What each rule does, in a VirtualService of its own, to which the rule delegates. */
  static MeshSnapshot unfolded(MeshSnapshot mesh) {
    List<VirtualService> all = new ArrayList<>();
    for (VirtualService service : mesh.virtualServices()) {
      if (service.hosts().isEmpty()) {
        all.add(service);
        continue;
      }
      List<HttpRoute> rules = new ArrayList<>();
      for (HttpRoute rule : service.http()) {
        if (rule.delegate().isPresent() || rule.route().isEmpty()) {
          rules.add(rule);
          continue;
        }
        ObjectMeta name = named(service.metadata(), rules.size());
        rules.add(
            HttpRoute.builder()
                .name(rule.name())
                .match(rule.match())
                .delegate(Delegate.of(name.namespace(), name.name()))
                .build());
        all.add(
            VirtualService.builder()
                .metadata(name)
                .exportTo(service.exportTo())
                .http(rule.toBuilder().match(ImmutableList.of()).build())
                .build());
      }
      all.add(service.toBuilder().http(rules).build());
    }
    return mesh.toBuilder().virtualServices(all).build();
  }

  private static ObjectMeta named(ObjectMeta of, int part) {
    return of.toBuilder().name(of.name() + "-part-" + part).build();
  }
}
