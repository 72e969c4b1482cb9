// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One bootstrap that has the listeners, clusters and secrets of many, so that one run of Envoy
 * checks them all. Names that are taken get a number, addresses that are taken another port.
 */
final class ManyProxies {
  private final Bootstrap.Builder all;
  private final Map<String, Cluster> clusters = new HashMap<>();
  private final Set<String> listeners = new HashSet<>();
  private final Set<Address> addresses = new HashSet<>();
  private final Set<String> secrets = new HashSet<>();

  private ManyProxies(Bootstrap first) {
    this.all = first.toBuilder().clearStaticResources();
  }

  /** The bootstrap of these; the node is that of the first. */
  static Bootstrap of(List<Bootstrap> proxies) {
    if (proxies.size() == 1) {
      return proxies.get(0);
    }
    ManyProxies many = new ManyProxies(proxies.get(0));
    proxies.forEach(many::add);
    return many.all.build();
  }

  private void add(Bootstrap proxy) {
    proxy.getStaticResources().getClustersList().forEach(this::addCluster);
    proxy.getStaticResources().getListenersList().forEach(this::addListener);
    for (Secret secret : proxy.getStaticResources().getSecretsList()) {
      if (secrets.add(secret.getName())) {
        all.getStaticResourcesBuilder().addSecrets(secret);
      }
    }
  }

  private void addCluster(Cluster cluster) {
    String name = cluster.getName();
    for (int i = 0; ; i++) {
      Cluster renamed = i == 0 ? cluster : cluster.toBuilder().setName(name + "-" + i).build();
      Cluster before = clusters.putIfAbsent(renamed.getName(), renamed);
      if (before == null) {
        all.getStaticResourcesBuilder().addClusters(renamed);
        return;
      }
      if (before.equals(renamed)) {
        return;
      }
    }
  }

  private void addListener(Listener listener) {
    Listener.Builder renamed = listener.toBuilder();
    for (int i = 0; !listeners.add(renamed.getName()); i++) {
      renamed.setName(listener.getName() + "-" + i);
    }
    while (!addresses.add(renamed.getAddress()) && renamed.getAddress().hasSocketAddress()) {
      move(renamed.getAddressBuilder().getSocketAddressBuilder());
    }
    renamed
        .getAdditionalAddressesBuilderList()
        .forEach(
            more -> {
              while (!addresses.add(more.getAddress()) && more.getAddress().hasSocketAddress()) {
                move(more.getAddressBuilder().getSocketAddressBuilder());
              }
            });
    all.getStaticResourcesBuilder().addListeners(renamed);
  }

  private static void move(SocketAddress.Builder address) {
    address.setPortValue(address.getPortValue() % 65_535 + 1);
  }
}
