// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.testdata.reference.Reference;
import io.rutter.translator.JsonOutput;
import io.rutter.translator.ResourceKind;
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

/** Translation is a pure function: no order of the documents of random meshes changes a byte. */
class RandomOrderTest {
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void routing(@ForAll("routing") String yaml, @ForAll Random random) throws IOException {
    sameBytes(yaml, random);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void registry(@ForAll("registry") String yaml, @ForAll Random random) throws IOException {
    sameBytes(yaml, random);
  }

  private static void sameBytes(String yaml, Random random) throws IOException {
    List<String> documents = new ArrayList<>(Splitter.on("\n---\n").splitToList(yaml));
    String expected = json(yaml);
    Collections.shuffle(documents, random);

    String actual = json(String.join("\n---\n", documents));

    assertThat(actual).isEqualTo(expected);
  }

  private static String json(String yaml) throws IOException {
    StringWriter out = new StringWriter();
    JsonOutput.write(Reference.translate(yaml), EnumSet.allOf(ResourceKind.class), out);
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
