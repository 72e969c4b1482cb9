// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The bootstrap is well-formed whatever the id is. */
class BootstrapTest {
  private static Map<String, Object> read(Bootstrap bootstrap) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(bootstrap.print());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edge.e2e",
        "x\", cluster: \"y",
        "a'b: {c}",
        "a\\b",
        "%s %1$s",
        "a\n- b\r\t",
        "\0\u0007\u001b\u007f\u0085\u009b",
        "\u2028\u202e\ufeff",
        "é漢😀"
      })
  void theIdIsQuoted(String id) {
    assertThat(read(new Bootstrap(id, "127.0.0.1", 15010, 0, Optional.empty(), false)).get("node"))
        .isEqualTo(Map.of("id", id, "cluster", id));
  }

  @Test
  void deltaIsAnotherApi() {
    assertThat(new Bootstrap("a", "h", 1, 0, Optional.empty(), true).print())
        .contains("ads_config: {api_type: DELTA_GRPC,");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(read(new Bootstrap("a\ud800", "h", 1, 0, Optional.empty(), false)).get("node"))
        .isEqualTo(Map.of("id", "a\ufffd", "cluster", "a\ufffd"));
  }

  @Test
  void filesAndNamesAreQuoted() {
    Bootstrap.Tls tls =
        new Bootstrap.Tls(Path.of("/a \"b\""), Path.of("/c: d"), Path.of("/#e"), "plane.test");
    String text = new Bootstrap("edge.e2e", "h", 1, 9901, Optional.of(tls), false).print();
    assertThat(text)
        .contains(
            "filename: \"/a \\\"b\\\"\"",
            "filename: \"/c: d\"",
            "filename: \"/#e\"",
            "san_type: DNS, matcher: {exact: \"plane.test\"}",
            "sni: \"plane.test\"");
    Bootstrap.Tls ofAddress =
        new Bootstrap.Tls(tls.authorities(), tls.certificate(), tls.key(), "10.0.0.1");
    assertThat(new Bootstrap("edge.e2e", "h", 1, 0, Optional.of(ofAddress), false).print())
        .contains("san_type: IP_ADDRESS, matcher: {exact: \"10.0.0.1\"}", "sni: \"\"");
  }
}
