// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects of a cluster, each as JSON: Services with an EndpointSlice each, whose endpoints are
 * Pods.
 *
 * @param services how many services
 * @param endpoints how many Pods each of them has
 * @param namespaces how many namespaces they are in
 * @param wrong how many VirtualServices with an error there are
 */
record StoredCluster(int services, int endpoints, int namespaces, int wrong) {
  /** All objects. */
  List<String> objects() {
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      objects.add(service(i));
      objects.add(slice(i));
      for (int j = 0; j < endpoints; j++) {
        objects.add(pod(i, j, "v1"));
      }
    }
    for (int i = 0; i < wrong; i++) {
      objects.add(wrongVirtualService(i));
    }
    return objects;
  }

  /** One of the Pods, with a label of that value. */
  String pod(int service, int number, String version) {
    return """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "svc-%d-%d", "namespace": "ns-%d",
        "labels": {"app": "svc-%d", "version": "%s"}}, "spec": {"serviceAccountName": "svc-%d",
        "nodeName": "node-%d", "containers": [{"name": "app", "ports": [{"containerPort": 8080}]}]},
        "status": {"phase": "Running", "podIP": "%s", "podIPs": [{"ip": "%s"}],
        "conditions": [{"type": "Ready", "status": "True"}]}}
        """
        .formatted(
            service,
            number,
            namespace(service),
            service,
            version,
            service,
            number % 100,
            address(service, number),
            address(service, number));
  }

  private String address(int service, int number) {
    return Documents.address(128, service * endpoints + number);
  }

  private String service(int i) {
    return """
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "svc-%d", "namespace": "ns-%d"},
        "spec": {"clusterIP": "%s", "selector": {"app": "svc-%d"}, "ports": [{"name": "http", "port": 80}]}}
        """
        .formatted(i, namespace(i), Documents.address(96, i), i);
  }

  private String slice(int i) {
    StringBuilder json = new StringBuilder();
    json.append(
        """
        {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
        "metadata": {"name": "svc-%d-a", "namespace": "ns-%d",
        "labels": {"kubernetes.io/service-name": "svc-%d"}},
        "ports": [{"name": "http", "port": 8080, "protocol": "TCP"}], "endpoints": [
        """
            .formatted(i, namespace(i), i));
    for (int j = 0; j < endpoints; j++) {
      json.append(j == 0 ? "" : ",")
          .append(
              """
              {"addresses": ["%s"], "conditions": {"ready": true}, "nodeName": "node-%d",
              "targetRef": {"kind": "Pod", "name": "svc-%d-%d", "namespace": "ns-%d"}}
              """
                  .formatted(address(i, j), j % 100, i, j, namespace(i)));
    }
    return json.append("]}\n").toString();
  }

  private String wrongVirtualService(int i) {
    return """
        {"apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
        "metadata": {"name": "wrong-%d", "namespace": "ns-%d"}, "spec": {"hosts": ["svc-%d"],
        "http": [{"route": [{"destination": {"host": "svc-%d", "port": {"number": "many"}}}]}]}}
        """
        .formatted(i, namespace(i), i, i);
  }

  private int namespace(int i) {
    return i % namespaces;
  }
}
