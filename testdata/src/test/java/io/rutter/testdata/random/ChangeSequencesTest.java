// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.testdata.ResourceText;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of changes of all kinds of objects: services that come, change and go, rules,
 * endpoints, namespaces, settings, policies. After each change what is translated step by step is
 * byte for byte what is translated anew, for proxies that follow each change and for such as skip
 * some. {@code -Drutter.sequences=10000} asks for more, {@code -Drutter.firstSeed} for others.
 */
class ChangeSequencesTest {
  private static final int SEQUENCES = Integer.getInteger("rutter.sequences", 200);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);
  private static final int CHANGES = 6;

  /** Services, proxies and rules beside the random ones. */
  private static final String MORE = ResourceText.of("random/changes.yaml");

  /** Services that want the names and addresses of others. */
  private static final String CONTESTED = ResourceText.of("random/contested.yaml");

  @Test
  void stepByStepEqualsAnew() {
    JqwikSession.run(
        () -> {
          RandomGenerator<String> routing = RandomMesh.ofRouting().generator(1000);
          RandomGenerator<String> registry = RandomMesh.ofRegistry().generator(1000);
          for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            Random random = new Random(seed);
            MeshSnapshot first = load(routing.next(random).value() + "---\n" + MORE);
            MeshSnapshot others =
                load(registry.next(random).value() + "---\n" + MORE + "---\n" + CONTESTED);
            boolean swap = random.nextBoolean();
            follow(seed, random, swap ? others : first, swap ? first : others);
          }
        });
  }

  private static void follow(long seed, Random random, MeshSnapshot first, MeshSnapshot others) {
    RandomChange change = new RandomChange(random, others);
    MeshSnapshot snapshot = first;
    CompiledMesh mesh = Translator.create().compile(snapshot);
    Map<Proxy, XdsResources> known = new HashMap<>();
    for (Proxy proxy : snapshot.proxies()) {
      known.put(proxy, mesh.translate(proxy));
    }
    for (int i = 0; i < CHANGES; i++) {
      for (int many = random.nextInt(8) / 6; many >= 0; many--) {
        snapshot = change.of(snapshot);
      }
      mesh = mesh.with(snapshot);
      CompiledMesh anew = Translator.create().compile(snapshot);
      String where = "seed " + seed + ", change " + i;
      assertThat(mesh.problems()).as(where).isEqualTo(anew.problems());
      for (Proxy proxy : snapshot.proxies()) {
        if (random.nextInt(5) > 0) {
          XdsResources previous = Objects.requireNonNull(known.get(proxy));
          XdsUpdate update = mesh.translate(proxy, previous);
          IncrementalTranslationTest.check(where, update, previous, anew.translate(proxy));
          known.put(proxy, update.resources());
        }
      }
    }
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml))).snapshot();
  }
}
