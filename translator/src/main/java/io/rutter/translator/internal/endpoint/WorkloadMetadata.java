// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
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
final class WorkloadMetadata {
  private static final String FIELD = "workload";
  private static final String DEFAULT_REVISION = "latest";

  private static final ImmutableList<String> CANONICAL_NAME =
      ImmutableList.of("service.istio.io/canonical-name", "app.kubernetes.io/name", "app");

  private static final ImmutableList<String> CANONICAL_REVISION =
      ImmutableList.of(
          "service.istio.io/canonical-revision", "app.kubernetes.io/version", "version");

  private WorkloadMetadata() {}

  /** The metadata of an endpoint of the registry, as the string that {@link #struct} takes. */
  static String text(Endpoint endpoint) {
    Map<String, String> labels = endpoint.labels();
    String service = first(labels, CANONICAL_NAME, endpoint.workloadName());
    String revision = first(labels, CANONICAL_REVISION, DEFAULT_REVISION);
    return endpoint.workloadName()
        + ";"
        + endpoint.namespace()
        + ";"
        + service
        + ";"
        + (revision.equals(DEFAULT_REVISION) ? "" : revision)
        + ";"
        + endpoint.clusterId();
  }

  /** Metadata of a gateway to another network, of which only the cluster is known. */
  static Struct ofGateway(String clusterId) {
    return struct(";;;;" + clusterId);
  }

  /** The metadata with such a string. */
  static Struct struct(String text) {
    return Structs.of(FIELD, Values.of(text));
  }

  /** The value of the first label that is present. */
  private static String first(
      Map<String, String> labels, ImmutableList<String> names, String otherwise) {
    for (String name : names) {
      String value = labels.get(name);
      if (value != null) {
        return value;
      }
    }
    return otherwise;
  }
}
