// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.protobuf.Struct;
import com.google.protobuf.util.Structs;
import com.google.protobuf.util.Values;
import io.rutter.model.registry.Endpoint;
import java.util.Map;

/**
 * The workload behind an endpoint → {@code filter_metadata["istio"].workload}: {@code
 * workload;namespace;canonical service;canonical revision;cluster}, from which telemetry takes its
 * labels. The revision {@code latest} is the default and is left empty. Istio document: Canonical
 * Service.
 */
final class WorkloadMetadataTranslator {
  private static final String FIELD = "workload";
  private static final String DEFAULT_REVISION = "latest";

  private WorkloadMetadataTranslator() {}

  /** Of an endpoint of the registry, as the text that {@link #struct} takes. */
  static String text(Endpoint endpoint) {
    Map<String, String> labels = endpoint.labels();
    String revision =
        first(
            labels,
            DEFAULT_REVISION,
            "service.istio.io/canonical-revision",
            "app.kubernetes.io/version",
            "version");
    return String.join(
        ";",
        endpoint.workloadName(),
        endpoint.namespace(),
        first(
            labels,
            endpoint.workloadName(),
            "service.istio.io/canonical-name",
            "app.kubernetes.io/name",
            "app"),
        revision.equals(DEFAULT_REVISION) ? "" : revision,
        endpoint.clusterId());
  }

  /** Of a gateway to another network, of which only the cluster is known. */
  static Struct ofGateway(String clusterId) {
    return struct(";;;;" + clusterId);
  }

  /** The field that holds such a text. */
  static Struct struct(String text) {
    return Structs.of(FIELD, Values.of(text));
  }

  /** The value of the first of the labels that is there. */
  private static String first(Map<String, String> labels, String otherwise, String... names) {
    for (String name : names) {
      String value = labels.get(name);
      if (value != null) {
        return value;
      }
    }
    return otherwise;
  }
}
