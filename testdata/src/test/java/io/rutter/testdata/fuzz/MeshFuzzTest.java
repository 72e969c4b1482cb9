// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.testdata.ResourceText;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Reads any bytes beside a small mesh, analyses and translates it, with validation and without,
 * prints all in every form, and simulates calls. What validation lets through may be nonsense, but
 * never makes anything throw.
 */
@Tag("fuzz")
class MeshFuzzTest {
  private static final ImmutableList<Call> CALLS =
      ImmutableList.of(
          Call.builder().mode(CallMode.OUTBOUND).address("10.0.1.1").port(9080).build(),
          Call.builder().mode(CallMode.OUTBOUND).port(80).host("a.example.com").build(),
          Call.builder().mode(CallMode.GATEWAY).port(8080).host("a.example.com").build());

  private static final String MESH = ResourceText.of("fuzz/mesh.yaml");

  @DictionaryFile(resourcePath = "/fuzz/dictionary.txt")
  @FuzzTest
  void translates(byte[] bytes) throws IOException {
    LoadResult valid = load(YamlLoader.create(), bytes);
    run(valid, TranslationOptions.defaults());
    if (valid.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      LoadResult all = load(YamlLoader.create().withoutValidation(), bytes);
      run(all, TranslationOptions.defaults());
      run(all, TranslationOptions.builder().validate(false).build());
    }
  }

  private static LoadResult load(YamlLoader loader, byte[] bytes) {
    return loader.load(
        List.of(
            YamlSource.text("mesh.yaml", MESH),
            YamlSource.stream("fuzz", new ByteArrayInputStream(bytes))));
  }

  private static void run(LoadResult input, TranslationOptions options) throws IOException {
    CompiledMesh mesh = Translator.create(options).compile(input.snapshot());
    Printed.check(input.problemsWith(mesh.analyze()));
    ImmutableList.Builder<XdsResources> all = ImmutableList.builder();
    for (Proxy proxy : input.snapshot().proxies()) {
      XdsResources resources = mesh.translate(proxy);
      all.add(resources);
      for (ResourceKind kind : ResourceKind.values()) {
        assertThat(resources.serialized(kind)).isNotNull();
      }
      Simulator simulator = Simulator.of(resources).withSources(input.sources());
      for (Call call : CALLS) {
        CallResult result = simulator.call(call);
        assertThat(result.explanation()).isNotEmpty();
        Printed.check(call, result);
      }
    }
    Printed.check(
        Translation.ofResources(mesh, all.build()).withInput(input.problems(), input.sources()));
  }
}
