// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.proxy;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.ProxyConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.yaml.internal.mesh.ProxyConfigReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link Proxy}, the document {@code rutter.io/v1 Proxy}. */
public final class ProxyReader {
  /** Stands for the address of a proxy that tells none, as in Istio's own tests. */
  private static final String DEFAULT_ADDRESS = "1.1.1.1";

  private ProxyReader() {}

  /** Reads the fields of the spec. */
  public static Proxy read(ObjectMeta metadata, ObjectNode in) {
    String namespace = metadata.namespace();
    return Proxy.builder()
        .name(metadata.name())
        .namespace(namespace)
        .type(type(in))
        .ipAddresses(ipAddresses(in))
        .labels(in.stringMap("labels"))
        .annotations(metadata.annotations())
        .serviceAccount(in.string("serviceAccount").orElse(""))
        .cluster(in.string("cluster").orElse("Kubernetes"))
        .network(in.string("network").orElse(""))
        .locality(in.object("locality", ProxyReader::locality).orElse(Locality.UNKNOWN))
        .dnsDomain(in.string("dnsDomain").orElse(namespace + ".svc.cluster.local"))
        .metadata(in.freeForm("metadata"))
        .proxyConfig(in.object("metadata", ProxyReader::proxyConfig).flatMap(config -> config))
        .build();
  }

  private static Optional<ProxyConfig> proxyConfig(ObjectNode metadata) {
    metadata.acceptOthers();
    return metadata.object("PROXY_CONFIG", ProxyConfigReader::read);
  }

  private static ProxyType type(ObjectNode in) {
    return switch (in.string("type").orElse("sidecar")) {
      case "sidecar" -> ProxyType.SIDECAR;
      case "gateway", "router" -> ProxyType.GATEWAY;
      default -> {
        in.reportInvalid("type", "sidecar or gateway");
        yield ProxyType.SIDECAR;
      }
    };
  }

  private static ImmutableList<String> ipAddresses(ObjectNode in) {
    ImmutableList<String> addresses =
        in.strings("ipAddresses", InetAddresses::isInetAddress, "an IP address");
    return addresses.isEmpty() ? ImmutableList.of(DEFAULT_ADDRESS) : addresses;
  }

  private static Locality locality(ObjectNode in) {
    return new Locality(
        in.string("region").orElse(""),
        in.string("zone").orElse(""),
        in.string("subZone").orElse(""));
  }
}
