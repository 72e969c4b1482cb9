// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.MeshDiffReport;
import io.rutter.model.MeshSnapshot;
import io.rutter.testdata.random.SeededMeshes;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Refactorings of random meshes that change nothing: objects in another order, VirtualServices
 * split by hosts, rules moved to delegates and back. No change of behaviour is told of them. {@code
 * -Drutter.refactorings=500} asks for more, {@code -Drutter.firstSeed=N} for others.
 */
class RefactoringDiffTest {
  private static final int PAIRS = Integer.getInteger("rutter.refactorings", 25);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);
  private static final String BETWEEN = "\n---\n";

  private final List<String> wrong = new ArrayList<>();
  private int changed;

  @Test
  void whatChangesNothingIsNotTold() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
      String yaml = mesh(seed);
      MeshSnapshot mesh = load(yaml);
      switch ((int) (seed / 2 % 4)) {
        case 0 -> compare(seed, mesh, reordered(yaml, new Random(seed)));
        case 1 -> compare(seed, mesh, Refactoring.split(mesh));
        case 2 -> compare(seed, mesh, Refactoring.unfolded(mesh));
        default -> compare(seed, Refactoring.unfolded(mesh), mesh);
      }
    }
    System.out.println(
        PAIRS + " refactorings from " + FIRST_SEED + ", " + changed + " of which are other meshes");
    assertThat(wrong).isEmpty();
    assertThat(changed).isPositive();
  }

  private static String mesh(long seed) {
    ImmutableList<String> meshes =
        seed % 2 == 0 ? SeededMeshes.ofRegistry(1, seed) : SeededMeshes.ofRouting(1, seed);
    return meshes.get(0);
  }

  private void compare(long seed, MeshSnapshot before, MeshSnapshot after) {
    MeshDiff diff =
        MeshDiff.of(Translator.create().compile(before), Translator.create().compile(after));
    changed += before.equals(after) ? 0 : 1;
    if (!diff.behaviours().isEmpty() || !diff.boundedTargets().isEmpty()) {
      wrong.add("seed " + seed + ": " + MeshDiffReport.text(diff));
    }
  }

  private static MeshSnapshot reordered(String yaml, Random random) {
    List<String> documents = new ArrayList<>(Splitter.on(BETWEEN).splitToList(yaml));
    Collections.shuffle(documents, random);
    return load(String.join(BETWEEN, documents));
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml))).snapshot();
  }
}
