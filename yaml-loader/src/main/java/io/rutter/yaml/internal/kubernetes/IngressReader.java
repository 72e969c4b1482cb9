// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.kubernetes.Ingress.Backend;
import io.rutter.yaml.internal.kubernetes.Ingress.Path;
import io.rutter.yaml.internal.kubernetes.Ingress.Rule;
import io.rutter.yaml.internal.kubernetes.Ingress.Tls;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@link Ingress} (Kubernetes: {@code Ingress}). */
public final class IngressReader {
  private IngressReader() {}

  /** Reads the object. */
  public static Ingress ingress(ObjectMeta metadata, ObjectNode in) {
    return in.requiredObject("spec", spec -> spec(metadata, spec));
  }

  private static Ingress spec(ObjectMeta metadata, ObjectNode in) {
    return new Ingress(
        metadata,
        in.requiredString("ingressClassName"),
        in.object("defaultBackend", IngressReader::backend).isPresent(),
        in.objects("tls", IngressReader::tls),
        in.objects("rules", IngressReader::rule));
  }

  private static Tls tls(ObjectNode in) {
    return new Tls(in.strings("hosts"), in.requiredString("secretName"));
  }

  private static Rule rule(ObjectNode in) {
    return new Rule(
        in.requiredString("host"),
        in.object("http", http -> http.objects("paths", IngressReader::path)));
  }

  private static Path path(ObjectNode in) {
    return new Path(
        in.requiredString("path"),
        in.requiredString("pathType"),
        in.requiredObject("backend", IngressReader::backend));
  }

  private static Optional<Backend> backend(ObjectNode in) {
    in.accept("resource");
    return in.object("service", IngressReader::service);
  }

  private record Port(OptionalInt number, String name) {}

  private static Backend service(ObjectNode in) {
    Port port =
        in.requiredObject("port", of -> new Port(of.port("number"), of.requiredString("name")));
    return new Backend(in.requiredString("name"), port.number(), port.name());
  }
}
