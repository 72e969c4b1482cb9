// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says that a plain Envoy needs, which has no agent beside it. */
class PlainEnvoyTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static final String SIDECAR =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: reviews-1, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.1.0.1], labels: {app: reviews}}
      """;

  private final ObjectStore store = ObjectStore.create();

  private void fill() {
    String pod = FollowTest.pod("shop", "reviews-1", "reviews", "10.1.0.1");
    for (String object :
        List.of(
            FollowTest.service("shop", "reviews"),
            FollowTest.slice("shop", "reviews", "10.1.0.1", "reviews-1"),
            pod.replace("app: reviews}", "app: reviews, security.istio.io/tlsMode: istio}"),
            SIDECAR)) {
      store.apply(YamlSource.text("", object));
    }
  }

  /** What the sidecar is sent, as text. */
  private String translated() {
    StoredMesh mesh = store.snapshot();
    XdsResources resources =
        Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));
    return resources.clusters() + "\n" + resources.listeners();
  }

  private void applyReadme() throws IOException {
    Matcher block = YAML.matcher(Files.readString(Path.of("README.md"), UTF_8));
    assertThat(block.find()).isTrue();
    for (String document : Splitter.on("\n---\n").split(block.group(1))) {
      if (document.contains("kind: ConfigMap")) {
        MeshSettings settings =
            new MeshSettings(
                "istio-system/istio",
                text -> YamlObject.read(new KubernetesSerialization(), text),
                event -> {});
        settings.read(Optional.of(Serialization.unmarshal("---\n" + document, ConfigMap.class)));
        settings.objects().forEach(store::apply);
      } else {
        store.apply(YamlSource.text("", document));
      }
    }
  }

  @Test
  void withTheSettingsOfTheReadmeNothingAsksForCertificatesOfTheMesh() throws IOException {
    fill();
    assertThat(translated()).contains("ROOTCA", "sds-grpc");
    applyReadme();
    assertThat(store.snapshot().problems().values()).isEmpty();
    assertThat(translated()).contains("reviews.shop.svc").doesNotContain("ROOTCA", "sds-grpc");
  }
}
