// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.validation.Validator;
import io.rutter.testdata.ResourceText;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random settings of a mesh and of its proxies. Few values of them are absurd, because one that is
 * found hides all others: wrong settings have the defaults in their place, and a wrong proxy gets
 * nothing.
 */
final class RandomSettings {
  /** Services of the hosts that {@link RandomTexts} knows, and what uses every kind of listener. */
  private static final MeshSnapshot MESH =
      YamlLoader.create()
          .load(YamlSource.text("mesh.yaml", ResourceText.of("built/mesh.yaml")))
          .orThrow();

  private final Random random;
  private final RandomValues sane;
  private final MutatedValues absurd;

  private RandomSettings(Random random) {
    this.random = random;
    this.sane = new RandomValues(random, 0);
    this.absurd = new MutatedValues(random, 0.7);
  }

  /** A mesh that is right but for some of its settings. */
  static MeshSnapshot of(Random random) {
    return new RandomSettings(random).mesh();
  }

  private MeshSnapshot mesh() {
    MeshConfig config = right(() -> meshConfig(), Validator::validate);
    MeshNetworks networks = right(() -> sane.of(MeshNetworks.class), Validator::validate);
    return MESH.toBuilder()
        .meshConfig(mutated(config, MeshConfig.class))
        .meshNetworks(mutated(networks, MeshNetworks.class))
        .proxies(
            MESH.proxies().stream()
                .map(proxy -> right(() -> proxy(proxy), Validator::validate))
                .map(proxy -> mutated(proxy, Proxy.class))
                .toList())
        .build();
  }

  /** All random, but what is hardly ever right by chance, and what other parts need. */
  private MeshConfig meshConfig() {
    MeshConfig config = sane.of(MeshConfig.class);
    List<ExtensionProvider> providers =
        IntStream.range(0, 4)
            .mapToObj(i -> sane.of(ExtensionProvider.class).toBuilder().name("p" + i).build())
            .toList();
    List<String> names = providers.stream().map(ExtensionProvider::name).toList();
    return config.toBuilder()
        .localityLbSetting(LocalityLbSetting.builder().enabled(true).build())
        .zoneAwareLbSetting(ZoneAwareLbSetting.builder().build())
        .serviceSettings(List.of())
        .meshMtls(sane.of(MeshTls.class).toBuilder().ecdhCurves(List.of()).build())
        .extensionProviders(providers)
        .defaultProviders(
            DefaultProviders.builder()
                .tracing(names.get(random.nextInt(names.size())))
                .accessLogging(random.nextInt(3) == 0 ? List.of() : names)
                .build())
        .build();
  }

  /** All random, but what makes it one that the mesh has something for. */
  private Proxy proxy(Proxy like) {
    return sane.of(Proxy.class).toBuilder()
        .type(like.type())
        .ipAddresses(like.ipAddresses())
        .labels(like.labels())
        .build();
  }

  private static <T> T right(Supplier<T> values, Function<T, List<Problem>> rules) {
    return Stream.generate(values)
        .filter(
            value ->
                rules.apply(value).stream()
                    .noneMatch(problem -> problem.severity() == Severity.ERROR))
        .findFirst()
        .orElseThrow();
  }

  private <T> T mutated(T value, Class<T> type) {
    T result = value;
    for (int i = random.nextInt(3); i > 0; i--) {
      result = absurd.mutate(result, type);
    }
    return result;
  }
}
