// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.proxyconfig.CustomTag;
import io.rutter.model.mesh.proxyconfig.CustomTagSource;
import io.rutter.model.mesh.proxyconfig.EnvironmentTag;
import io.rutter.model.mesh.proxyconfig.LiteralTag;
import io.rutter.model.mesh.proxyconfig.RequestHeaderTag;
import io.rutter.model.mesh.proxyconfig.Tracing;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link Tracing}. */
final class TracingReader {
  private TracingReader() {}

  static Tracing tracing(ObjectNode in) {
    Tracing.Builder tracing = Tracing.builder();
    tracing.customTags(in.objectMap("customTags", TracingReader::customTag));
    in.uint32("maxPathTagLength").ifPresent(tracing::maxPathTagLength);
    in.number("sampling").ifPresent(tracing::sampling);
    in.boolValue("enableIstioTags").ifPresent(tracing::enableIstioTags);
    in.ignore(
        "the tracer of the bootstrap",
        "zipkin",
        "lightstep",
        "datadog",
        "stackdriver",
        "openCensusAgent",
        "tlsSettings");
    return tracing.build();
  }

  private static CustomTag customTag(ObjectNode in) {
    CustomTag.Builder tag = CustomTag.builder();
    customTagSource(in).ifPresent(tag::type);
    return tag.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<CustomTagSource> customTagSource(ObjectNode in) {
    return in.oneOf("literal", "environment", "header")
        .flatMap(
            field ->
                switch (field) {
                  case "literal" -> in.object("literal", TracingReader::literalTag);
                  case "environment" -> in.object("environment", TracingReader::environmentTag);
                  default -> in.object("header", TracingReader::requestHeaderTag);
                });
  }

  /** Istio: {@code Tracing.Literal}. */
  private static LiteralTag literalTag(ObjectNode in) {
    return LiteralTag.builder().value(in.requiredString("value")).build();
  }

  /** Istio: {@code Tracing.Environment}. */
  private static EnvironmentTag environmentTag(ObjectNode in) {
    EnvironmentTag.Builder tag = EnvironmentTag.builder();
    tag.name(in.requiredString("name"));
    in.string("defaultValue").ifPresent(tag::defaultValue);
    return tag.build();
  }

  /** Istio: {@code Tracing.RequestHeader}. */
  private static RequestHeaderTag requestHeaderTag(ObjectNode in) {
    RequestHeaderTag.Builder tag = RequestHeaderTag.builder();
    tag.name(in.requiredString("name"));
    in.string("defaultValue").ifPresent(tag::defaultValue);
    return tag.build();
  }
}
