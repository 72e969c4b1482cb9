// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.PathMatcher;
import io.rutter.model.security.Operation;
import io.rutter.translator.internal.proto.Anys;
import java.util.List;

/**
 * What is asked for → {@link Permission}s that must all hold, in the order in which istiod has
 * them. Istio document: Authorization Policy, {@code Operation}.
 */
final class OperationTranslator {
  private OperationTranslator() {}

  static ImmutableList<Permission> translate(Operation operation) {
    return ImmutableList.<Permission>builder()
        .addAll(
            Permissions.each(
                operation.hosts(),
                operation.notHosts(),
                value -> Permission.newBuilder().setHeader(ValuePatterns.host(value)).build()))
        .addAll(
            Permissions.each(
                operation.methods(),
                operation.notMethods(),
                value ->
                    Permission.newBuilder()
                        .setHeader(ValuePatterns.header(":method", value))
                        .build()))
        .addAll(
            Permissions.each(operation.paths(), operation.notPaths(), OperationTranslator::path))
        .addAll(ports(operation.ports(), operation.notPorts()))
        .build();
  }

  private static Permission path(String value) {
    if (value.contains("{*}") || value.contains("{**}")) {
      UriTemplateMatchConfig template =
          UriTemplateMatchConfig.newBuilder()
              .setPathTemplate(value.replace("{*}", "*").replace("{**}", "**"))
              .build();
      return Permission.newBuilder()
          .setUriTemplate(
              TypedExtensionConfig.newBuilder()
                  .setName("uri-template")
                  .setTypedConfig(Anys.pack(template)))
          .build();
    }
    return Permission.newBuilder()
        .setUrlPath(PathMatcher.newBuilder().setPath(ValuePatterns.text(value)))
        .build();
  }

  static ImmutableList<Permission> ports(List<String> values, List<String> notValues) {
    return Permissions.each(
        values,
        notValues,
        value -> Permission.newBuilder().setDestinationPort(Integer.parseInt(value)).build());
  }
}
