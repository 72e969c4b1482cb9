// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Random;

/**
 * Changes of the objects of a small cluster. The names are few, so that objects come, change and go
 * and refer to each other; some have mistakes.
 */
final class RandomCluster {
  /** The namespaces, which stay. */
  static final ImmutableList<String> NAMESPACES = ImmutableList.of("alpha", "beta");

  private static final int NAMES = 6;

  private final Random random;

  RandomCluster(Random random) {
    this.random = random;
  }

  /**
   * One change.
   *
   * @param kind the kind of the object
   * @param namespace its namespace, or empty
   * @param name its name
   * @param yaml what it becomes; empty: it goes
   */
  record Change(String kind, String namespace, String name, String yaml) {}

  /** The next change. */
  Change next() {
    String namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
    String name = "o" + random.nextInt(NAMES);
    String kind =
        pick(
            "Service",
            "Service",
            "EndpointSlice",
            "EndpointSlice",
            "Pod",
            "Pod",
            "VirtualService",
            "DestinationRule",
            "ServiceEntry",
            "WorkloadEntry",
            "Gateway",
            "Sidecar",
            "PeerAuthentication",
            "Ingress",
            "IngressClass",
            "Node",
            "Namespace",
            "AuthorizationPolicy",
            "RequestAuthentication",
            "EnvoyFilter");
    return switch (kind) {
      case "Node", "IngressClass" ->
          new Change(kind, "", name, random.nextInt(4) == 0 ? "" : yaml(kind, "", name));
      case "Namespace" -> new Change(kind, "", namespace, yaml(kind, "", namespace));
      default ->
          new Change(
              kind, namespace, name, random.nextInt(4) == 0 ? "" : yaml(kind, namespace, name));
    };
  }

  private String yaml(String kind, String namespace, String name) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s%s, labels: {%s}%s}\n%s\n"
        .formatted(
            ApiKinds.served(kind).apiVersion(),
            kind,
            name,
            namespace.isEmpty() ? "" : ", namespace: " + namespace,
            labels(kind),
            random.nextInt(8) == 0 ? ", annotations: {networking.istio.io/exportTo: .}" : "",
            body(kind));
  }

  private String labels(String kind) {
    return switch (kind) {
      case "EndpointSlice" -> "kubernetes.io/service-name: " + other();
      case "Node" -> "topology.kubernetes.io/region: " + pick("r1", "r2");
      case "Namespace" -> "topology.istio.io/network: " + pick("n1", "n2");
      default -> "app: " + other() + ", version: " + pick("v1", "v2");
    };
  }

  private String body(String kind) {
    return switch (kind) {
      case "Service" ->
          "spec: {selector: {app: %s}, ports: [{name: %s, port: %d, targetPort: 8080}]}"
              .formatted(other(), pick("http", "tcp", "grpc-x"), 80 + random.nextInt(3));
      case "EndpointSlice" ->
          """
          addressType: IPv4
          ports: [{name: http, port: 8080, protocol: TCP}]
          endpoints: [{addresses: [%s], conditions: {ready: %s}, targetRef: {kind: Pod, name: %s, namespace: %s}}, {addresses: [%s]}]
          """
              .formatted(
                  address(),
                  random.nextBoolean(),
                  other(),
                  NAMESPACES.get(random.nextInt(NAMESPACES.size())),
                  address());
      case "Pod" ->
          """
          spec: {nodeName: %s, serviceAccountName: %s, containers: [{name: a, image: none, ports: [{containerPort: 8080}]}]}
          status: {podIP: %3$s, podIPs: [{ip: %3$s}], phase: Running, conditions: [{type: Ready, status: "%4$s"}]}
          """
              .formatted("node-1", "account", address(), pick("True", "False"));
      case "VirtualService" ->
          "spec: {hosts: [%s], http: [{timeout: %s, route: [{destination: {host: %s}}]}]}"
              .formatted(other(), pick("1s", "2s", "minus"), other());
      case "DestinationRule" ->
          "spec: {host: %s, subsets: [{name: %s, labels: {version: v1}}]}"
              .formatted(other(), pick("v1", "v2", "5"));
      case "ServiceEntry" ->
          "spec: {hosts: [%s.test], location: MESH_INTERNAL, resolution: %s, ports: [{number: 80, name: http, protocol: HTTP}], workloadSelector: {labels: {app: %s}}}"
              .formatted(other(), pick("STATIC", "STATIC", "NONE", "7"), other());
      case "WorkloadEntry" ->
          "spec: {address: %s, labels: {app: %s}}".formatted(address(), other());
      case "Gateway" ->
          "spec: {selector: {app: %s}, servers: [{port: {number: %d, name: http, protocol: HTTP}, hosts: [\"*\"]}]}"
              .formatted(other(), random.nextInt(8) == 0 ? 0 : 8080);
      case "Sidecar" -> "spec: {egress: [{hosts: [\"%s/*\"]}]}".formatted(pick(".", "*", "beta"));
      case "PeerAuthentication" ->
          "spec: {mtls: {mode: %s}}".formatted(pick("STRICT", "PERMISSIVE", "SOMETIMES"));
      case "AuthorizationPolicy" ->
          "spec: {action: %s, rules: [{to: [{operation: {ports: [\"%s\"]}}]}]}"
              .formatted(pick("ALLOW", "DENY", "MAYBE"), pick("80", "8080", "http"));
      case "RequestAuthentication" -> "spec: {jwtRules: [{issuer: %s}]}".formatted(other());
      case "EnvoyFilter" -> "spec: {}";
      case "Ingress" ->
          "spec: {ingressClassName: %s, rules: [{host: %s.test, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: %s, port: {number: 80}}}}]}}]}"
              .formatted(other(), other(), other());
      case "IngressClass" -> "spec: {controller: %s}".formatted("istio.io/ingress-controller");
      default -> "";
    };
  }

  private String other() {
    return "o" + random.nextInt(NAMES);
  }

  private String address() {
    return "10.1.0." + (1 + random.nextInt(NAMES));
  }

  private String pick(String... of) {
    return List.of(of).get(random.nextInt(of.length));
  }
}
