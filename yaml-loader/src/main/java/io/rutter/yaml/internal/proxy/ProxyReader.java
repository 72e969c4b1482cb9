// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.proxy;

import com.google.common.net.InetAddresses;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.yaml.internal.mesh.ProxyConfigReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link Proxy}, the document {@code rutter.io/v1 Proxy}. */
public final class ProxyReader {
  private ProxyReader() {}

  /** Reads the object. */
  public static Proxy proxy(ObjectMeta metadata, ObjectNode in) {
    Optional<ObjectNode> unused = in.object("metadata", ProxyReader::metadata);
    return in.requiredObject("spec", spec -> spec(metadata, spec));
  }

  private static ObjectNode metadata(ObjectNode in) {
    in.ignore("selectors look at the labels of spec", "labels");
    in.acceptOthers();
    return in;
  }

  private static Proxy spec(ObjectMeta metadata, ObjectNode in) {
    Proxy.Builder proxy =
        Proxy.builder()
            .name(metadata.name())
            .namespace(metadata.namespace())
            .annotations(metadata.annotations())
            .ipAddresses(in.strings("ipAddresses", InetAddresses::isInetAddress, "an IP address"))
            .labels(in.stringMap("labels"))
            .metadata(in.freeForm("metadata"))
            .proxyConfig(in.object("metadata", ProxyReader::proxyConfig).flatMap(config -> config));
    in.string("type").ifPresent(type -> proxy.type(type(type, in)));
    in.string("serviceAccount").ifPresent(proxy::serviceAccount);
    in.string("cluster").ifPresent(proxy::cluster);
    in.string("network").ifPresent(proxy::network);
    in.object("locality", ProxyReader::locality).ifPresent(proxy::locality);
    in.string("dnsDomain").ifPresent(proxy::dnsDomain);
    return proxy.build();
  }

  private static Optional<ProxyConfig> proxyConfig(ObjectNode metadata) {
    metadata.acceptOthers();
    return metadata.object("PROXY_CONFIG", ProxyConfigReader::proxyConfig);
  }

  private static ProxyType type(String name, ObjectNode in) {
    return switch (name) {
      case "sidecar" -> ProxyType.SIDECAR;
      case "gateway", "router" -> ProxyType.GATEWAY;
      default -> {
        in.reportInvalid("type", "sidecar or gateway");
        yield ProxyType.SIDECAR;
      }
    };
  }

  private static Locality locality(ObjectNode in) {
    return new Locality(
        in.string("region").orElse(""),
        in.string("zone").orElse(""),
        in.string("subZone").orElse(""));
  }
}
