// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a folder counts: objects, and what must have been meant as one. */
class FolderDocumentsTest {
  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas: 2\nimage: {tag: v1}\nservice:\n  port: 80\n",
        "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
        "resources: [a.yaml]\nnamespace: shop\n",
        "version: '3'\nservices: {web: {image: x}}\n",
        "on: push\njobs: {test: {steps: [{run: make}]}}\n",
        "{\"name\": \"package\", \"scripts\": {\"test\": \"x\"}}",
        "{\n  // comments are no JSON\n  \"compilerOptions\": {\"strict\": true},\n}\n",
        "[{\"op\": \"replace\", \"path\": \"/spec\", \"value\": 1}]",
        "- hosts: all\n  tasks: []\n",
        "just a text",
        "42",
        "AWSTemplateFormatVersion: x\nResources: {a: !Ref b}\n",
        "{\"bomFormat\": \"CycloneDX\", \"metadata\": {\"timestamp\": \"x\"}}",
        "kind: pipeline\nname: default\nsteps: []\n",
        "apiVersion: 1\ndatasources: []\n",
        "suite: chart\ntests: [{it: works, asserts: [{hasDocuments: {count: 1}}]}]\n",
        "rule_files: [a]\ntests: [{interval: 1m, input_series: []}]\n",
        "name: venom\ntestcases: [{name: a, steps: []}]\n",
        "a: {{ .Values.b }}\n{{ end }}\n",
      })
  void othersFilesAreNotes(String text) throws IOException {
    write("mesh.yaml", SERVICE);
    Path file = write("other.json", text);

    LoadResult loaded = YamlLoader.create().load(folder);

    assertThat(loaded.snapshot().services()).hasSize(1);
    assertThat(loaded.problems()).extracting(Problem::severity).containsExactly(Severity.NOTE);
    assertThat(loaded.problems().get(0).code()).isEqualTo(ProblemCode.IGNORED_DOCUMENT);
    assertThat(YamlLoader.create().load(file).hasErrors()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kid: VirtualService\nmetadata: {name: a}\nspec: {hosts: [a]}\n",
        "apiVersio: v1\nkind: Service\n",
        "apiVersion: v1\nKind: Service\nmetadata: {name: b}\n",
        "apiVersion: networking.istio.io/v1\nspec: {hosts: [a]}\n",
        "metadata: {name: b}\n",
        "spec: {hosts: [a]}\n",
        "kind: service\nmetadata: {namespace: b}\n",
        "[{apiVersion: v1, kind: Service, metadata: {name: b}}]",
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.b }}\n  {{- if x }}\n",
        "apiVersion: v1\nkind: Service\nmetadata: {name: b\n",
      })
  void mistakesStayErrors(String text) throws IOException {
    write("mesh.yaml", SERVICE);
    write("wrong.yaml", text);

    LoadResult loaded = YamlLoader.create().load(folder);

    assertThat(loaded.hasErrors()).as("%s", loaded.problems()).isTrue();
    assertThat(loaded.snapshot().services()).hasSize(1);
  }

  @Test
  void besideAnObjectADocumentWithoutKindIsAMistake() throws IOException {
    write("mesh.yaml", SERVICE + "---\nhosts: [a]\n---\nname: {{ x\n");

    LoadResult loaded = YamlLoader.create().load(folder);

    assertThat(loaded.problems())
        .extracting(Problem::code)
        .contains(ProblemCode.MISSING_FIELD, ProblemCode.MALFORMED_YAML);
    assertThat(loaded.problems().toString()).contains("{{ is of a template");
  }

  @Test
  void aTemplateIsOneError() throws IOException {
    write(
        "template.yaml",
        """
        apiVersion: v1
        kind: Service
        metadata: {name: {{ .Values.name }}, labels: {app: {{ .Values.app }}}}
        spec:
          type: {{ .Values.type }}
          ports: [{port: {{ .Values.port }}}]
        """);

    assertThat(YamlLoader.create().load(folder).problems().toString())
        .contains("template.yaml:3:18: error: ", "{{ is of a template")
        .doesNotContain(", /");
  }

  @Test
  void whatIsInAnObjectOfOthersIsTheirs() throws IOException {
    write(
        "others.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AnalysisTemplate
        metadata: {name: a, name: b}
        spec: {value: {{args.x}}}
        """);
    write("twice.yaml", "apiVersion: example.com/v1\nkind: VirtualService\nkind: A\n");

    assertThat(YamlLoader.create().load(folder).problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            ProblemCode.IGNORED_KIND, ProblemCode.DUPLICATE_KEY, ProblemCode.IGNORED_KIND);
  }

  @Test
  void anotherEncodingMattersWhereAKindIs() throws IOException {
    write("mesh.yaml", SERVICE);
    Files.write(folder.resolve("values.yaml"), "a: \u00e4".getBytes(ISO_8859_1));
    assertThat(YamlLoader.create().load(folder).hasErrors()).isFalse();

    Files.write(folder.resolve("more.yaml"), SERVICE.getBytes(UTF_16));
    assertThat(YamlLoader.create().load(folder).hasErrors()).isTrue();
    assertThat(YamlLoader.create().load(folder.resolve("values.yaml")).hasErrors()).isTrue();
  }

  @Test
  void testsBesideObjectsAreNoMistake() throws IOException {
    write("mesh.yaml", SERVICE + "---\ncalls: []\n");

    assertThat(YamlLoader.create().load(folder).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.IGNORED_DOCUMENT);
  }

  @Test
  void aFolderWithoutObjectsIsWorthAWarning() throws IOException {
    write("values.yaml", "a: b");
    write("sub/values.yaml", "a: b");

    assertThat(YamlLoader.create().load(folder).problems())
        .filteredOn(problem -> problem.severity() == Severity.WARNING)
        .hasToString(
            "["
                + folder
                + ":1:1: warning: no object in any file of it (expected: objects with apiVersion"
                + " and kind) [empty-input]]");
  }

  @Test
  void aFileThatIsNamedAsWellIsReadOnceAndAllOfIt() throws IOException {
    Path mesh = write("mesh.yaml", SERVICE);
    Path values = write("values.yaml", "a: b");

    LoadResult loaded =
        YamlLoader.create()
            .load(folder, mesh, mesh, folder.resolve("../" + folder.getFileName()), values);

    assertThat(loaded.snapshot().services()).hasSize(1);
    assertThat(loaded.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.MISSING_FIELD, ProblemCode.MISSING_FIELD);
  }

  @Test
  void whatIsRefusedOrNotReadIsKnownToAnalysis() {
    LoadResult loaded =
        YamlLoader.create()
            .load(
                YamlSource.text(
                    "a.yaml",
                    """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: root}
                    spec: {hosts: [a], http: [{delegate: {name: part}, timeout: x}]}
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: shop}
                    spec: {template: {metadata: {labels: {app: web}}}}
                    ---
                    apiVersion: cert-manager.io/v1
                    kind: Certificate
                    metadata: {name: c}
                    spec: {secretName: edge-certificate}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: c}
                    """));

    assertThat(loaded.snapshot().inactiveObjects())
        .extracting(object -> object.key() + " " + object.texts() + " " + object.podLabels())
        .containsExactly(
            "VirtualService/default/root [networking.istio.io/v1, VirtualService, root, a, part, x]"
                + " []",
            "Deployment/shop/web [] [{app=web}]",
            "Certificate/default/c [edge-certificate] []");
  }

  private List<Path> files() throws IOException {
    return YamlFolder.files(folder);
  }

  @CanIgnoreReturnValue
  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(files()).contains(file);
    return file;
  }
}
