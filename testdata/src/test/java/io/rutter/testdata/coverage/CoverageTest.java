// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.rutter.testdata.coverage.FieldProbe.Effect;
import io.rutter.testdata.coverage.FieldProbe.Field;
import io.rutter.translator.JwksFetching;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code docs/coverage.md} from the code: each field of the input is taken out of golden
 * cases until the output changes, which tells where it goes and which case shows it. A field
 * without an effect in any case must be listed in {@code coverage/without-effect.txt} with the
 * reason.
 */
class CoverageTest {
  private static final ImmutableList<String> KINDS =
      ImmutableList.of(
          "VirtualService",
          "Gateway",
          "DestinationRule",
          "ServiceEntry",
          "WorkloadEntryResource",
          "Sidecar",
          "PeerAuthentication",
          "AuthorizationPolicy",
          "RequestAuthentication",
          "MeshConfig",
          "MeshNetworks");
  private static final Path ROOT = Path.of(System.getProperty("rutter.root", ".."));

  private static InputSchema schema = new InputSchema(ImmutableSortedMap.of());
  private static Map<Field, Effect> effects = Map.of();
  private static Map<String, String> withoutEffect = Map.of();
  private static Map<String, Map<String, List<String>>> typesByKind = Map.of();

  @BeforeAll
  static void probeAllCases() throws IOException {
    schema =
        InputSchema.ofReaders(ROOT.resolve("yaml-loader/src/main/java/io/rutter/yaml/internal"));
    FieldProbe probe = new FieldProbe(schema);
    for (Path input : caseInputs()) {
      int parts = input.getNameCount();
      String name = input.subpath(parts - 3, parts - 1).toString();
      probe.probe(
          name, Files.readString(input), options(input.resolveSibling("options.properties")));
    }
    effects = probe.effects();
    withoutEffect = readReasons();
    typesByKind = typesByKind(schema);
  }

  private static List<Path> caseInputs() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("testdata/src/test/resources/cases"))) {
      return files.filter(f -> f.endsWith("input.yaml")).sorted().toList();
    }
  }

  private static TranslationOptions options(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return TranslationOptions.builder()
        .dualStack(Boolean.parseBoolean(properties.getProperty("dualStack")))
        .quicListeners(Boolean.parseBoolean(properties.getProperty("quicListeners")))
        .tlsOnSidecarIngress(Boolean.parseBoolean(properties.getProperty("tlsOnSidecarIngress")))
        .multipleCustomProviders(
            Boolean.parseBoolean(properties.getProperty("multipleCustomProviders")))
        .jwksFetching(
            JwksFetching.valueOf(properties.getProperty("jwksFetching", JwksFetching.NEVER.name())))
        .build();
  }

  private static Map<String, String> readReasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    Path file = ROOT.resolve("testdata/src/test/resources/coverage/without-effect.txt");
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> parts = Splitter.on(": ").limit(2).splitToList(line);
        reasons.put(parts.get(0), parts.get(1));
      }
    }
    return reasons;
  }

  /** Each type stands under the first kind that holds it. */
  private static Map<String, Map<String, List<String>>> typesByKind(InputSchema schema) {
    Map<String, Map<String, List<String>>> byKind = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String kind : KINDS) {
      Map<String, List<String>> types = new LinkedHashMap<>();
      schema
          .reachableFrom(kind)
          .forEach(
              (type, fields) -> {
                if (seen.add(type) && !fields.isEmpty()) {
                  types.put(type, ImmutableList.copyOf(fields.keySet()));
                }
              });
      byKind.put(kind, types);
    }
    return byKind;
  }

  @Test
  void everyFieldHasAnEffectInAGoldenCaseOrAReason() {
    List<String> unexplained = new ArrayList<>();
    forEachField(
        field -> {
          if (!effects.containsKey(field)
              && effectOfParts(field).isEmpty()
              && !withoutEffect.containsKey(text(field))) {
            unexplained.add(text(field));
          }
        });
    assertThat(unexplained)
        .as("fields that change nothing in any golden case and have no entry in without-effect.txt")
        .isEmpty();
  }

  @Test
  void noFieldWithAReasonHasAnEffect() {
    List<String> wrong = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    forEachField(
        field -> {
          known.add(text(field));
          if (effects.containsKey(field) && withoutEffect.containsKey(text(field))) {
            wrong.add(text(field) + " changes " + effects.get(field));
          }
        });
    assertThat(wrong).as("entries of without-effect.txt that are not true").isEmpty();
    assertThat(known)
        .as("entries of without-effect.txt that no reader knows")
        .containsAll(withoutEffect.keySet());
  }

  @Test
  void theTableIsUpToDate() throws IOException {
    Path table = ROOT.resolve("docs/coverage.md");
    String expected = table();
    if ("update".equals(System.getProperty("rutter.golden"))) {
      Files.writeString(table, expected);
    }
    assertThat(Files.readString(table))
        .as("docs/coverage.md; write it anew with -Drutter.golden=update")
        .isEqualTo(expected);
  }

  private static void forEachField(java.util.function.Consumer<Field> action) {
    typesByKind
        .values()
        .forEach(
            types ->
                types.forEach(
                    (type, fields) -> fields.forEach(f -> action.accept(new Field(type, f)))));
  }

  /** A field that must be there is shown by what its own fields do. */
  private static Optional<Effect> effectOfParts(Field field) {
    return Optional.ofNullable(schema.fieldsOf(field.type()).get(field.name()))
        .flatMap(nested -> nested)
        .flatMap(
            type ->
                schema.fieldsOf(type).keySet().stream()
                    .map(part -> effects.get(new Field(type, part)))
                    .filter(Objects::nonNull)
                    .findFirst());
  }

  private static String text(Field field) {
    return field.type() + "." + field.name();
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            """
            # Coverage: where each field goes

            Made by `CoverageTest` and not by hand: it takes each field out of the golden cases, looks at
            what changes in the output, and names the first case in which something does. Paths have no
            list positions and begin with the innermost message type; at most four are shown.
            """);
    ImmutableMap<String, String> titles = ImmutableMap.of("WorkloadEntryResource", "WorkloadEntry");
    typesByKind.forEach(
        (kind, types) -> {
          table.append("\n## ").append(titles.getOrDefault(kind, kind)).append('\n');
          types.forEach((type, fields) -> appendType(table, type, fields));
        });
    return table.toString();
  }

  private static void appendType(StringBuilder table, String type, List<String> fields) {
    table
        .append("\n### ")
        .append(type)
        .append("\n\n| field | changes in Envoy's configuration | golden case |\n|---|---|---|\n");
    for (String name : fields) {
      Field field = new Field(type, name);
      @Nullable Effect effect = effects.get(field);
      if (effect == null) {
        effect = effectOfParts(field).orElse(null);
      }
      table.append("| `").append(name).append("` | ");
      if (effect == null) {
        table.append(withoutEffect.getOrDefault(text(field), "?")).append(" | – |\n");
      } else {
        table.append(paths(effect)).append(" | `").append(effect.caseName()).append("` |\n");
      }
    }
  }

  private static String paths(Effect effect) {
    String shown =
        effect.outputPaths().stream()
            .limit(4)
            .map(path -> "`" + path + "`")
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    int more = effect.outputPaths().size() - 4;
    return more > 0 ? shown + ", … (" + more + " more)" : shown;
  }
}
