// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.rutter.yaml.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests give what the control plane asks for, and no more. */
class ManifestsTest {
  private static final Path FOLDER = Path.of("manifests");

  private static <T> T read(String file, String kind, String name, Class<T> type)
      throws IOException {
    for (String document :
        Splitter.on("\n---\n").split(Files.readString(FOLDER.resolve(file), UTF_8))) {
      var object = Serialization.unmarshal("---\n" + document, GenericKubernetesResource.class);
      if (object.getKind().equals(kind) && object.getMetadata().getName().equals(name)) {
        return Serialization.unmarshal("---\n" + document, type);
      }
    }
    throw new AssertionError("no " + kind + " " + name + " in " + file);
  }

  /** Each right as {@code VERB GROUP/RESOURCE}. */
  private static Set<String> rights(List<PolicyRule> rules) {
    Set<String> rights = new TreeSet<>();
    for (PolicyRule rule : rules) {
      for (String group : rule.getApiGroups()) {
        for (String resource : rule.getResources()) {
          rule.getVerbs().forEach(verb -> rights.add(verb + " " + group + "/" + resource));
        }
      }
    }
    return rights;
  }

  private static List<ServedKind> watched() {
    return ObjectStore.kinds().stream()
        .filter(kind -> !kind.group().equals("rutter.io")) // No cluster serves it.
        .map(kind -> ApiKinds.served(kind.name()))
        .toList();
  }

  @Test
  void whatIsWatchedMayBeWatchedAndNothingElse() throws IOException {
    Set<String> expected = new TreeSet<>();
    expected.add("create authorization.k8s.io/subjectaccessreviews");
    for (ServedKind kind : watched()) {
      expected.add("list " + kind.kind().group() + "/" + kind.plural());
      expected.add("watch " + kind.kind().group() + "/" + kind.plural());
    }
    ClusterRole role = read("10-rbac.yaml", "ClusterRole", "rutter", ClusterRole.class);
    assertThat(rights(role.getRules())).isEqualTo(expected);
  }

  @Test
  void statusesOfIstioAndIngressesMayBeWritten() throws IOException {
    Set<String> expected =
        watched().stream()
            .filter(
                kind ->
                    kind.kind().group().endsWith(".istio.io")
                        || kind.kind().name().equals("Ingress"))
            .map(kind -> kind.kind().group() + "/" + kind.plural())
            .flatMap(name -> Stream.of("get " + name, "patch " + name + "/status"))
            .collect(Collectors.toCollection(TreeSet::new));
    ClusterRole role = read("10-rbac.yaml", "ClusterRole", "rutter-status", ClusterRole.class);
    assertThat(rights(role.getRules())).isEqualTo(expected);
  }

  /** Whatever was asked of the API server while all was in use. */
  @Test
  void everyRequestIsAllowed() throws Exception {
    Set<String> allowed = new TreeSet<>();
    for (String name : List.of("rutter", "rutter-status", "rutter-secrets")) {
      ClusterRole role = read("10-rbac.yaml", "ClusterRole", name, ClusterRole.class);
      allowed.addAll(rights(role.getRules()));
    }
    allowed.addAll(rights(read("10-rbac.yaml", "Role", "rutter", Role.class).getRules()));
    List<String> asked = new ArrayList<>();
    try (ApiServer api = Followed.newServer()) {
      api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
      api.requests.clear();
      try (Followed followed = Followed.start(Followed.writing("one"), api)) {
        followed.until(
            "written",
            () -> api.requests.stream().anyMatch(line -> line.endsWith("/wrong/status")));
      }
      asked.addAll(api.requests);
    }
    Set<String> rights =
        asked.stream()
            .map(ManifestsTest::right)
            .filter(right -> !right.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rights).contains("patch networking.istio.io/virtualservices/status");
    assertThat(allowed).containsAll(rights);
  }

  /** The right that a request needs; empty for what everybody may who is known. */
  private static String right(String request) {
    List<String> words = Splitter.on(' ').splitToList(request);
    List<String> query = Splitter.on('?').limit(2).splitToList(words.get(1));
    List<String> path =
        new ArrayList<>(Splitter.on('/').omitEmptyStrings().splitToList(query.get(0)));
    boolean isCore = path.remove(0).equals("api");
    if (path.isEmpty()) {
      return "";
    }
    String group = isCore ? "" : path.remove(0);
    path.remove(0); // The version.
    if (path.isEmpty()) {
      return "";
    }
    if (path.get(0).equals("namespaces") && path.size() > 2) {
      path.subList(0, 2).clear();
    }
    String resource = path.get(0) + (path.size() > 2 ? "/" + path.get(2) : "");
    return verb(words.get(0), path.size(), query) + " " + group + "/" + resource;
  }

  private static String verb(String method, int parts, List<String> query) {
    boolean isWatch = query.size() > 1 && query.get(1).contains("watch=true");
    return switch (method) {
      case "GET" -> isWatch ? "watch" : parts > 1 ? "get" : "list";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      default -> method;
    };
  }

  @Test
  void theDeploymentIsOfTheContainerAndItsPortsAreProbed() throws IOException {
    String text = Files.readString(FOLDER.resolve("20-deployment.yaml"), UTF_8);
    assertThat(text)
        .contains("path: /readyz, port: http-monitoring")
        .contains("path: /healthz, port: http-monitoring")
        .contains("readOnlyRootFilesystem: true")
        .contains("drop: [ALL]")
        .contains("runAsNonRoot: true");
    GenericKubernetesResource deployment =
        read("20-deployment.yaml", "Deployment", "rutter", GenericKubernetesResource.class);
    List<?> containers = deployment.get("spec", "template", "spec", "containers");
    List<?> arguments = (List<?>) requireNonNull(((Map<?, ?>) containers.get(0)).get("args"));
    // All options are known: it fails for want of the certificate, not for its usage.
    KubernetesRun run =
        KubernetesRun.of(arguments.stream().map(String::valueOf).toArray(String[]::new));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("/etc/rutter/tls/tls.crt");
  }
}
