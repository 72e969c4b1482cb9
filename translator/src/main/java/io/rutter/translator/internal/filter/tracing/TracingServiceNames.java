// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The service name of a workload's spans. */
final class TracingServiceNames {
  private TracingServiceNames() {}

  /** The cluster name of Istio's bootstrap, which is derived from the label {@code app}. */
  static String istio(Proxy proxy) {
    return ProxyMetadata.text(proxy, "ISTIO_PROXY_CLUSTER")
        .orElseGet(
            () -> proxy.labels().getOrDefault("app", proxy.name()) + "." + proxy.namespace());
  }

  /**
   * The name by the rules of OpenTelemetry: annotation, labels, owner, pod, container.
   * OpenTelemetry document: Specify resource attributes using Kubernetes annotations.
   */
  static String openTelemetry(Proxy proxy) {
    return Stream.of(
            Optional.ofNullable(proxy.annotations().get("resource.opentelemetry.io/service.name")),
            Optional.ofNullable(proxy.labels().get("app.kubernetes.io/instance")),
            Optional.ofNullable(proxy.labels().get("app.kubernetes.io/name")),
            ProxyMetadata.text(proxy, "WORKLOAD_NAME"),
            Optional.of(proxy.name()),
            ProxyMetadata.text(proxy, "APP_CONTAINERS").filter(names -> !names.contains(",")))
        .flatMap(Optional::stream)
        .filter(name -> !Objects.requireNonNull(name).isEmpty())
        .findFirst()
        .orElse("unknown_service");
  }
}
