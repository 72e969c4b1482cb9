// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.testdata.reference.Reference;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every mistake is found, with its code and its position, and nothing else is called one. */
class InvalidDocumentsTest {
  @SuppressWarnings("unused") // by name, below
  private static final ImmutableList<String> KINDS = InvalidDocuments.KINDS;

  /** The problems are those in the file; {@code -Drutter.golden=update} writes it. */
  @ParameterizedTest
  @FieldSource("KINDS")
  void problemsAreTheExpectedOnes(String kind) throws Exception {
    List<Problem> problems =
        YamlLoader.create()
            .load(YamlSource.text(kind + ".yaml", InvalidDocuments.read(kind)))
            .problems();
    String actual = problems.stream().map(problem -> problem + "\n").collect(joining());
    Path expected = InvalidDocuments.file(kind + ".txt");
    if (System.getProperty("rutter.golden", "").equals("update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.location()).isPresent());
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void whatIsCalledGoodHasNoError(String kind) {
    assertThat(Verdict.ofRutter(InvalidDocuments.read(kind)).errors().keySet())
        .noneMatch(name -> name.endsWith("-good"));
  }

  /** Where it differs, the document is listed. */
  @Test
  void istiodSaysTheSame() throws Exception {
    Optional<Path> istiod = Reference.find().map(Reference::istiod);
    if (istiod.isEmpty()) {
      return;
    }
    List<String> differences = new ArrayList<>();
    for (String kind : InvalidDocuments.KINDS) {
      String yaml = InvalidDocuments.read(kind);
      Verdict rutter = Verdict.ofRutter(yaml);
      Verdict reference = Verdict.ofReference(istiod.get(), InvalidDocuments.file(kind + ".yaml"));
      for (Map.Entry<String, Map<String, Object>> document : Verdict.documents(yaml).entrySet()) {
        difference(document.getKey(), rutter, reference).ifPresent(differences::add);
      }
    }
    assertThat(differences)
        .containsExactlyInAnyOrderElementsOf(InvalidDocuments.listedDifferences());
  }

  private static Optional<String> difference(String name, Verdict rutter, Verdict reference) {
    boolean error = rutter.errors().containsKey(name);
    boolean errorThere = reference.errors().containsKey(name);
    if (error != errorThere) {
      return Optional.of(name + (error ? " error" : " no-error"));
    }
    boolean warning = rutter.warnings().contains(name);
    return error || warning == reference.warnings().contains(name)
        ? Optional.empty()
        : Optional.of(name + (warning ? " warning" : " no-warning"));
  }
}
