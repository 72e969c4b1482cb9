// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.validation.Validator;
import io.rutter.testdata.envoy.EnvoyBinary;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.JsonOutput;
import io.rutter.translator.output.StaticBootstrap;
import io.rutter.translator.output.TableOutput;
import io.rutter.translator.output.YamlOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Meshes built in code with random, partly absurd values: nothing throws, and a real Envoy accepts
 * all that is emitted. {@code -Drutter.built.meshes=2000} asks for more of them, {@code
 * -Drutter.built.seed=N} for others; each is named by its seed.
 */
class BuiltMeshesTest {
  private static final int MESHES = Integer.getInteger("rutter.built.meshes", 60);
  private static final long FIRST_SEED = Long.getLong("rutter.built.seed", 1);

  /** As many go into one Envoy. */
  private static final int BATCH = 50;

  @Test
  void nothingThrows() {
    assertThat(seeds()).allSatisfy(seed -> work(seed));
  }

  @Test
  void anEnvoyAcceptsAllThatIsEmitted(@TempDir Path temp) throws IOException, InterruptedException {
    Path envoy = EnvoyBinary.require();
    Map<String, String> refusals = new LinkedHashMap<>();
    Map<String, Bootstrap> batch = new LinkedHashMap<>();
    for (long seed : seeds().toArray()) {
      batch.putAll(bootstraps(seed));
      if (batch.size() >= BATCH) {
        refusals.putAll(EnvoyVerdicts.refusals(envoy, batch, temp));
        batch.clear();
      }
    }
    refusals.putAll(EnvoyVerdicts.refusals(envoy, batch, temp));

    assertThat(refusals).isEmpty();
  }

  private static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + MESHES);
  }

  private static Map<String, Bootstrap> bootstraps(long seed) {
    MeshSnapshot snapshot = RandomSnapshot.of(seed);
    CompiledMesh mesh = Translator.create().compile(snapshot);
    Map<String, Bootstrap> bootstraps = new LinkedHashMap<>();
    for (int i = 0; i < snapshot.proxies().size(); i++) {
      XdsResources resources = mesh.translate(snapshot.proxies().get(i));
      // A proxy with an error gets nothing, and no Envoy has such a name.
      if (!resources.clusters().isEmpty()) {
        bootstraps.put("seed %d, proxy %d".formatted(seed, i), StaticBootstrap.of(resources));
      }
    }
    return bootstraps;
  }

  private static void work(long seed) {
    MeshSnapshot snapshot = RandomSnapshot.of(seed);
    ValidatedSnapshot validated = Validator.validate(snapshot);
    assertThat(Validator.validate(snapshot).problems()).isEqualTo(validated.problems());
    // What was left out is all that had to be.
    assertThat(Validator.validate(validated.snapshot()).hasErrors()).isFalse();

    CompiledMesh mesh = Translator.create().compile(snapshot);
    assertThat(mesh.problems()).containsAll(validated.problems());
    assertThat(Translator.create().compile(validated).problems()).isEqualTo(mesh.problems());
    try (ProtobufLog log = ProtobufLog.open()) {
      use(mesh);
      assertThat(log.messages()).as("seed %d", seed).isEmpty();
      // Without validation half a character goes to protobuf, as the option's Javadoc says.
      use(
          Translator.create(TranslationOptions.builder().validate(false).dualStack(true).build())
              .compile(snapshot));
    }
  }

  private static void use(CompiledMesh mesh) {
    assertThat(mesh.analyze()).doesNotContainNull();
    Translation translation = Translation.of(mesh, mesh.snapshot().proxies());
    EnumSet<ResourceKind> kinds = EnumSet.allOf(ResourceKind.class);
    StringBuilder text = new StringBuilder();
    try {
      JsonOutput.write(translation, kinds, text);
      YamlOutput.write(translation, kinds, text);
      TableOutput.write(translation, kinds, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    for (XdsResources resources : translation.proxies()) {
      kinds.forEach(kind -> assertThat(resources.serialized(kind)).isNotNull());
      assertThat(StaticBootstrap.of(resources).toByteString()).isNotNull();
    }
  }
}
