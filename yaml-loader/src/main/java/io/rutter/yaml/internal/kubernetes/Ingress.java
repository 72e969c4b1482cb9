// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * HTTP paths that the outside may reach, as Kubernetes has them.
 *
 * @param metadata name, namespace, age and annotations
 * @param className the IngressClass that it names, or empty
 * @param hasDefaultBackend whether it names a service for all other requests
 * @param tls the certificates of its hosts
 * @param rules the paths
 */
public record Ingress(
    ObjectMeta metadata,
    String className,
    boolean hasDefaultBackend,
    ImmutableList<Tls> tls,
    ImmutableList<Rule> rules) {

  /**
   * One certificate.
   *
   * @param hosts the hosts that it is for; empty: all
   * @param secretName the secret that holds it, or empty
   */
  record Tls(ImmutableList<String> hosts, String secretName) {}

  /**
   * The paths of a host.
   *
   * @param host the host, which may be a wildcard; empty: all hosts
   * @param paths the paths; absent: the rule says nothing of HTTP
   */
  record Rule(String host, Optional<ImmutableList<Path>> paths) {}

  /**
   * A path and where its requests go.
   *
   * @param path the path as written, or empty
   * @param type {@code Exact}, {@code Prefix}, or anything else
   * @param backend the service; absent: it is none
   */
  record Path(String path, String type, Optional<Backend> backend) {}

  /**
   * A port of a service in the namespace of the Ingress.
   *
   * @param service the name of the service
   * @param portNumber the number of the port; absent: the name counts
   * @param portName the name of the port, or empty
   */
  record Backend(String service, OptionalInt portNumber, String portName) {}
}
