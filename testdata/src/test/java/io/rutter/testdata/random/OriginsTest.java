// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import io.rutter.model.ConfigKey;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.PartOrigin;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.ProtoJson;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * What random meshes are translated to has an origin in every part, and origins name parts and
 * values that are there. {@code -Drutter.meshes=1000} asks for more, {@code -Drutter.firstSeed} for
 * others.
 */
class OriginsTest {
  private static final int MESHES = Integer.getInteger("rutter.meshes", 60);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);

  private static final Pattern STEP =
      Pattern.compile("\\.?([A-Za-z0-9_]+)|\\[([0-9]+)]|\\[\"(.*?)\"](?=[.\\[]|$)");

  /** Parts that are made from something, as patterns of paths without positions. */
  private static final ImmutableList<String> PARTS =
      ImmutableList.of(
          "",
          "filterChains[]",
          "defaultFilterChain",
          "virtualHosts[]",
          "virtualHosts[].routes[]",
          "virtualHosts[].routes[].route.weightedClusters.clusters[]",
          "endpoints[].lbEndpoints[].endpoint",
          "loadAssignment.endpoints[].lbEndpoints[].endpoint");

  @Test
  void everyPartHasAnOriginThatIsThere() {
    int parts = 0;
    for (Arbitrary<String> meshes :
        List.of(RandomWholeMesh.yaml(), RandomPolicyMesh.yaml(), RandomMesh.ofRouting())) {
      List<String> texts = texts(meshes);
      for (int i = 0; i < texts.size(); i++) {
        LoadResult input = load(texts.get(i));
        String seed = "seed " + (FIRST_SEED + i) + " ";
        CompiledMesh mesh = Translator.create().compile(input.snapshot());
        for (Proxy proxy : input.snapshot().proxies()) {
          XdsResources resources = mesh.translate(proxy);
          for (ResourceKind kind : ResourceKind.values()) {
            for (Message message : kind.of(resources)) {
              parts += check(seed, input, resources, kind, message);
            }
          }
        }
      }
    }
    assertThat(parts).isGreaterThan(MESHES);
  }

  private static List<String> texts(Arbitrary<String> meshes) {
    List<String> all = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<String> generator = meshes.generator(1000);
          for (long seed = FIRST_SEED; seed < FIRST_SEED + MESHES; seed++) {
            all.add(generator.next(new Random(seed)).value());
          }
        });
    return all;
  }

  static LoadResult load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml)));
  }

  private static int check(
      String seed, LoadResult input, XdsResources resources, ResourceKind kind, Message message) {
    String name = kind.nameOf(message);
    ImmutableList<PartOrigin> origins = resources.originsOf(kind, name);
    Set<String> named = origins.stream().map(PartOrigin::part).collect(Collectors.toSet());
    JsonElement json = JsonParser.parseString(ProtoJson.print(message));
    String where = seed + resources.proxy().id() + " " + kind.id() + " " + name;
    for (PartOrigin origin : origins) {
      assertThat(at(json, origin.part())).as("%s: %s", where, origin).isPresent();
      if (isWritten(origin.object())) {
        assertThat(input.sources().locate(origin.object(), origin.path()))
            .as("%s: %s", where, origin)
            .isPresent();
      }
    }
    if (kind != ResourceKind.ROUTES) {
      assertThat(named).as(where).contains("");
    }
    List<String> there = new ArrayList<>();
    parts(json, "", there);
    for (String part : there) {
      if (PARTS.contains(part.replaceAll("\\[[0-9]+]", "[]")) && !part.isEmpty()) {
        assertThat(named).as(where).contains(part);
      }
    }
    return origins.size();
  }

  /** Whether the object stands in the text, which settings of the mesh need not. */
  private static boolean isWritten(ConfigKey object) {
    return !object.kind().equals("MeshConfig") && !object.kind().equals("MeshNetworks");
  }

  private static void parts(JsonElement json, String path, List<String> to) {
    to.add(path);
    if (json instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        parts(list.get(i), path + "[" + i + "]", to);
      }
    } else if (json instanceof JsonObject fields) {
      for (String key : fields.keySet()) {
        parts(fields.get(key), path.isEmpty() ? key : path + "." + key, to);
      }
    }
  }

  private static Optional<JsonElement> at(JsonElement root, String path) {
    JsonElement now = root;
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (end < path.length()) {
      if (!step.find(end) || step.start() != end) {
        return Optional.empty();
      }
      end = step.end();
      String key = step.group(1) != null ? step.group(1) : step.group(3);
      if (step.group(2) != null) {
        int index = Integer.parseInt(step.group(2));
        if (!(now instanceof JsonArray list) || index >= list.size()) {
          return Optional.empty();
        }
        now = list.get(index);
      } else if (now instanceof JsonObject fields && fields.has(key)) {
        now = fields.get(key);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(now);
  }
}
