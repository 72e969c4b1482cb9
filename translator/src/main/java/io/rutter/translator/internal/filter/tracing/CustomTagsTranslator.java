// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKey;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKind;
import io.envoyproxy.envoy.type.tracing.v3.CustomTag;
import io.rutter.model.mesh.proxyconfig.CustomTagSource;
import io.rutter.model.mesh.proxyconfig.EnvironmentTag;
import io.rutter.model.mesh.proxyconfig.LiteralTag;
import io.rutter.model.mesh.proxyconfig.RequestHeaderTag;
import io.rutter.model.mesh.proxyconfig.Tracing;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tags of spans: {@code CustomTag}. Default: the identity of the workload, and the results of
 * authorization policies in dry-run mode. Sorted by name. Istio document: ProxyConfig, {@code
 * Tracing}.
 */
final class CustomTagsTranslator {
  private static final ImmutableList<CustomTag> DRY_RUN =
      ImmutableList.of(
          dryRun("allow_policy.name", "istio_dry_run_allow_shadow_effective_policy_id"),
          dryRun("allow_policy.result", "istio_dry_run_allow_shadow_engine_result"),
          dryRun("deny_policy.name", "istio_dry_run_deny_shadow_effective_policy_id"),
          dryRun("deny_policy.result", "istio_dry_run_deny_shadow_engine_result"));

  private CustomTagsTranslator() {}

  static ImmutableList<CustomTag> translate(ProxyScope scope) {
    Optional<Tracing> config = ProxyConfigs.of(scope).tracing();
    boolean istioTags = config.flatMap(Tracing::enableIstioTags).orElse(true);
    Stream<CustomTag> own =
        config.stream()
            .flatMap(tracing -> tracing.customTags().entrySet().stream())
            .flatMap(
                tag -> tag.getValue().type().stream().map(source -> custom(tag.getKey(), source)));
    Stream<CustomTag> all = istioTags ? Stream.concat(workload(scope.proxy()).stream(), own) : own;
    return all.sorted(comparing(CustomTag::getTag)).collect(toImmutableList());
  }

  private static ImmutableList<CustomTag> workload(Proxy proxy) {
    Map<String, String> labels = proxy.labels();
    return ImmutableList.<CustomTag>builder()
        .add(
            literal(
                "istio.canonical_revision",
                orElse(labels.get("service.istio.io/canonical-revision"), "latest")),
            literal(
                "istio.canonical_service",
                orElse(labels.get("service.istio.io/canonical-name"), "unknown")),
            literal("istio.mesh_id", ProxyMetadata.text(proxy, "MESH_ID").orElse("unknown")),
            literal("istio.namespace", orElse(proxy.namespace(), "default")),
            literal("istio.cluster_id", orElse(proxy.cluster(), "unknown")))
        .addAll(DRY_RUN)
        .build();
  }

  private static String orElse(@org.jspecify.annotations.Nullable String value, String absent) {
    return value == null || value.isEmpty() ? absent : value;
  }

  private static CustomTag custom(String name, CustomTagSource source) {
    CustomTag.Builder tag = CustomTag.newBuilder().setTag(name);
    if (source instanceof EnvironmentTag environment) {
      tag.getEnvironmentBuilder()
          .setName(environment.name())
          .setDefaultValue(environment.defaultValue().orElse(""));
    } else if (source instanceof RequestHeaderTag header) {
      tag.getRequestHeaderBuilder()
          .setName(header.name())
          .setDefaultValue(header.defaultValue().orElse(""));
    } else if (source instanceof LiteralTag literal) {
      tag.getLiteralBuilder().setValue(literal.value());
    }
    return tag.build();
  }

  private static CustomTag literal(String name, String value) {
    return CustomTag.newBuilder()
        .setTag(name)
        .setLiteral(CustomTag.Literal.newBuilder().setValue(value))
        .build();
  }

  /** A tag without a default value, so that spans only have it if a dry-run policy is evaluated. */
  private static CustomTag dryRun(String name, String key) {
    return CustomTag.newBuilder()
        .setTag("istio.authorization.dry_run." + name)
        .setMetadata(
            CustomTag.Metadata.newBuilder()
                .setKind(
                    MetadataKind.newBuilder().setRequest(MetadataKind.Request.getDefaultInstance()))
                .setMetadataKey(
                    MetadataKey.newBuilder()
                        .setKey("envoy.filters.http.rbac")
                        .addPath(MetadataKey.PathSegment.newBuilder().setKey(key))))
        .build();
  }
}
