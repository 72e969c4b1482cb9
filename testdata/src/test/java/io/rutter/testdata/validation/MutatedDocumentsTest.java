// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.testdata.reference.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.logging.LoggerFactory;

/**
 * istiod refuses the same of many documents that are changed at random, in each build the same
 * ones. {@code -Drutter.mutations=5000 -Drutter.mutations.seed=1} asks for more and for others,
 * {@code -Drutter.mutations.kinds=gateway,sidecar} for these kinds.
 */
class MutatedDocumentsTest {
  private static final int BATCH = 500;
  private static final long BUILD_SEED = 20260822;

  /** What only Rutter refuses: docs/differences-from-istio.md. */
  private static final Pattern LISTED =
      Pattern.compile(
          "together \\(expected: at most one of|more than two|\\[duplicate-key\\]"
              + "|\\(expected: letters, digits and hyphens\\)"
              + "|fault\\.delay\\.percent: "
              + "|gateways\\[[1-9]\\d*\\]: gateway: "
              + "|action: -?\\d+ \\(expected: one of");

  /** What only istiod refuses. */
  private static final Pattern LISTED_THERE =
      Pattern.compile("port level mTLS, if defined, must have at least one element");

  @Test
  void istiodRefusesTheSame(@TempDir Path folder) throws Exception {
    Optional<Path> istiod = Reference.find().map(Reference::istiod);
    if (istiod.isEmpty()) {
      return;
    }
    long seed = Long.getLong("rutter.mutations.seed", BUILD_SEED);
    LoggerFactory.getLogger(MutatedDocumentsTest.class)
        .info(() -> "-Drutter.mutations.seed=" + seed);
    MutatedDocuments mutations = new MutatedDocuments(new Random(seed));
    List<Map<String, Object>> documents = validDocuments();
    List<String> differences = new ArrayList<>();
    for (int done = 0; done < Integer.getInteger("rutter.mutations", BATCH); done += BATCH) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        batch.add(mutations.next(documents, "m" + i));
      }
      differences.addAll(differences(istiod.get(), folder, batch));
    }
    assertThat(differences).as("seed %d", seed).isEmpty();
  }

  private static List<String> differences(Path istiod, Path folder, List<Map<String, Object>> batch)
      throws Exception {
    String yaml = MutatedDocuments.text(batch);
    Path file = Files.writeString(folder.resolve("mutations.yaml"), yaml);
    Verdict rutter = Verdict.ofRutter(yaml);
    Verdict reference = Verdict.ofReference(istiod, file);
    List<String> differences = new ArrayList<>();
    Verdict.documents(yaml)
        .forEach(
            (name, document) -> {
              String error = rutter.errors().getOrDefault(name, "");
              String errorThere = reference.errors().getOrDefault(name, "");
              if (error.isEmpty() != errorThere.isEmpty()
                  && !LISTED.matcher(error).find()
                  && !LISTED_THERE.matcher(errorThere).find()) {
                differences.add("\nRutter: " + error + "\nistiod: " + errorThere + "\n" + document);
              }
            });
    return differences;
  }

  private static List<Map<String, Object>> validDocuments() {
    ImmutableList.Builder<Map<String, Object>> valid = ImmutableList.builder();
    String wanted = System.getProperty("rutter.mutations.kinds", "");
    for (String kind : InvalidDocuments.KINDS) {
      if (!wanted.isEmpty() && !Splitter.on(',').splitToList(wanted).contains(kind)) {
        continue;
      }
      String yaml = InvalidDocuments.read(kind);
      ImmutableSet<String> errors = Verdict.ofRutter(yaml).errors().keySet();
      Verdict.documents(yaml)
          .forEach(
              (name, document) -> {
                if (!errors.contains(name)) {
                  valid.add(document);
                }
              });
    }
    return valid.build();
  }
}
