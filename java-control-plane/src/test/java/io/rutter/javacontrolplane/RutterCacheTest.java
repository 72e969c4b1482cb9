// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes of an update, without any Envoy. */
class RutterCacheTest {
  private static final String RIGHT =
      """
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
       spec: {type: sidecar, ipAddresses: [10.1.0.1]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: maps, namespace: shop},
       spec: {hosts: [maps.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}}
      """;

  private final CompiledMesh empty = Translator.create().compile(MeshSnapshot.builder().build());

  private static LoadResult read(String text) {
    return YamlLoader.create().load(YamlSource.text("mesh.yaml", text));
  }

  private MeshUpdate update(RutterCache cache, String text) {
    LoadResult input = read(text);
    return cache.update(empty.with(input.snapshot()), input.problems(), input.sources());
  }

  @Test
  void aMeshWithoutErrorsIsServed() {
    RutterCache cache = RutterCache.create(XdsListener.NONE);
    assertThat(cache.isSettled()).isTrue();
    MeshUpdate update = update(cache, RIGHT);
    assertThat(update.problems()).isEmpty();
    assertThat(update.isServed()).isTrue();
    assertThat(cache.isSettled()).isFalse(); // The proxy has no Envoy.
    assertThat(cache.envoys("client.shop")).isZero();
    cache.tick(Duration.ofSeconds(1));
  }

  @Test
  void timeDoesNotGoBack() {
    RutterCache cache = RutterCache.create(XdsListener.NONE);
    assertThatThrownBy(() -> cache.tick(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("passed: PT-1S (expected: no negative time)");
  }

  @Test
  void aMeshWithAnErrorIsServedOnlyIfErrorsAreSkipped() {
    String wrong = RIGHT.replace("DNS", "NDS");
    MeshUpdate refused = update(RutterCache.create(XdsListener.NONE), wrong);
    assertThat(refused.isServed()).isFalse();
    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith("mesh.yaml:5:41: error: ServiceEntry/shop/maps: spec.resolution:");
    MeshUpdate skipped = update(RutterCache.builder().skipErrors(true).build(), wrong);
    assertThat(skipped.isServed()).isTrue();
    assertThat(skipped.problems()).isEqualTo(refused.problems());
  }

  @Test
  void aProxyThatIsThereTwiceIsAProblem() {
    Proxy proxy = Proxy.of("shop", "client", "10.1.0.1");
    MeshSnapshot twice = MeshSnapshot.builder().proxies(proxy, proxy).build();
    MeshUpdate update = RutterCache.create(XdsListener.NONE).update(empty.with(twice));
    assertThat(update.isServed()).isFalse();
    assertThat(update.problems()).singleElement().asString().contains("[duplicate-object]");
  }

  @Test
  void nodeIdsNameProxies() {
    assertThat(new XdsClient("sidecar~10.0.0.1~a-1.ns~ns.svc.cluster.local", "").proxyId())
        .isEqualTo("a-1.ns");
    assertThat(new XdsClient("a-1.ns", "").proxyId()).isEqualTo("a-1.ns");
    assertThat(new XdsClient("a~b", "").proxyId()).isEqualTo("a~b");
  }
}
