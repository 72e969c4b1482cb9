// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.output.JsonOutput;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Translation is a pure function: no order of the documents of random meshes changes a byte. Nor
 * does it change what analysis finds, which comes in the order of the documents.
 */
class RandomOrderTest {
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void routing(@ForAll("routing") String yaml, @ForAll Random random) throws IOException {
    sameInAnyOrder(yaml, random);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void registry(@ForAll("registry") String yaml, @ForAll Random random) throws IOException {
    sameInAnyOrder(yaml, random);
  }

  private static void sameInAnyOrder(String yaml, Random random) throws IOException {
    List<String> documents = new ArrayList<>(Splitter.on("\n---\n").splitToList(yaml));
    CompiledMesh expected = compile(yaml);
    Collections.shuffle(documents, random);

    CompiledMesh actual = compile(String.join("\n---\n", documents));

    assertThat(json(actual)).isEqualTo(json(expected));
    assertThat(actual.analyze()).containsExactlyInAnyOrderElementsOf(expected.analyze());
  }

  private static CompiledMesh compile(String yaml) {
    return Translator.create()
        .compile(YamlLoader.create().load(YamlSource.text("input.yaml", yaml)).snapshot());
  }

  private static String json(CompiledMesh mesh) throws IOException {
    StringWriter out = new StringWriter();
    JsonOutput.write(
        Translation.of(mesh, mesh.snapshot().proxies()), EnumSet.allOf(ResourceKind.class), out);
    return out.toString();
  }

  @Provide
  Arbitrary<String> routing() {
    return RandomMesh.ofRouting();
  }

  @Provide
  Arbitrary<String> registry() {
    return RandomMesh.ofRegistry();
  }
}
