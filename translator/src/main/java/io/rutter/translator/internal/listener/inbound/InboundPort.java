// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.Optional;

/** A port of a sidecar's workload, or all undeclared ports together. */
@AutoValue
abstract class InboundPort {
  InboundPort() {}

  /** The port that the workload listens on; 0 for any. */
  abstract int targetPort();

  /** Number, name and protocol of the port as the service or the Sidecar declares it. */
  abstract ServicePort port();

  /** The host name in traces and statistics. */
  abstract String hostname();

  /** The service; absent where a Sidecar declares the port, and for unknown ports. */
  abstract Optional<Service> service();

  /** The listener of a Sidecar that declares the port. */
  abstract Optional<ConfigPart> sidecar();

  /** The cluster that the traffic goes to. */
  abstract String cluster();

  /** The name of HTTP filter chains. */
  abstract String httpChainName();

  /** The name of TCP filter chains. */
  abstract String tcpChainName();

  /** The prefix of the statistics of HTTP chains. */
  abstract String statPrefix();

  /** The addresses of the port, the main one first. */
  abstract ImmutableList<String> addresses();

  /** Whether the proxy has a listener of its own for the port. */
  abstract boolean bound();

  /** How TLS of clients outside of the mesh is terminated. */
  abstract Optional<ServerTls> tls();

  /** A port that a service or a Sidecar declares; chain names contain its address. */
  static Builder declared(int targetPort, ServicePort port, ImmutableList<String> addresses) {
    String name = ListenerNames.of(addresses.get(0), targetPort);
    return new AutoValue_InboundPort.Builder()
        .targetPort(targetPort)
        .port(port)
        .addresses(addresses)
        .bound(false)
        .cluster(ClusterNames.inbound(targetPort))
        .httpChainName(name)
        .tcpChainName(name)
        .statPrefix(StatNames.delimited("inbound_" + name));
  }

  /** All undeclared ports (port 0), or one of them. */
  static InboundPort undeclared(int targetPort) {
    return new AutoValue_InboundPort.Builder()
        .targetPort(targetPort)
        .port(ServicePort.builder().number(0).name(ListenerNames.VIRTUAL_INBOUND).build())
        .hostname("")
        .addresses(ImmutableList.of())
        .bound(false)
        .cluster(ClusterNames.INBOUND_PASSTHROUGH)
        .httpChainName(ListenerNames.VIRTUAL_INBOUND_CATCH_ALL_HTTP)
        .tcpChainName(ListenerNames.VIRTUAL_INBOUND)
        .statPrefix(StatNames.delimited(ClusterNames.INBOUND_PASSTHROUGH))
        .build();
  }

  @AutoValue.Builder
  abstract static class Builder {
    Builder() {}

    abstract Builder targetPort(int targetPort);

    abstract Builder port(ServicePort port);

    abstract Builder hostname(String hostname);

    abstract Builder service(Service service);

    abstract Builder sidecar(ConfigPart sidecar);

    abstract Builder cluster(String cluster);

    abstract Builder httpChainName(String httpChainName);

    abstract Builder tcpChainName(String tcpChainName);

    abstract Builder statPrefix(String statPrefix);

    abstract Builder addresses(ImmutableList<String> addresses);

    abstract Builder bound(boolean bound);

    abstract Builder tls(Optional<ServerTls> tls);

    abstract InboundPort build();
  }
}
