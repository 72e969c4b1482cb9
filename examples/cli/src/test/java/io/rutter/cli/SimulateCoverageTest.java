// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code rutter simulate --tests --coverage}: what no test reaches, in four forms. */
class SimulateCoverageTest {
  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {clusterIP: 10.0.0.1, ports: [{name: http, port: 80}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: web, namespace: shop}
      spec:
        hosts: [web]
        http:
        - match:
          - uri: {prefix: /a}
          - uri: {prefix: /b}
          route:
          - destination: {host: web}
            weight: 50
          - destination: {host: web.shop.svc.cluster.local}
            weight: 50
        - redirect: {uri: /a}
      ---
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.1.0.1]}
      """;

  private static final String TESTS =
      """
      calls:
      - name: a
        call: {url: "http://web/a"}
        expect: {error: ""}
      """;

  @TempDir private Path temp;

  private String mesh() throws IOException {
    return Files.writeString(temp.resolve("mesh.yaml"), MESH).toString();
  }

  private String tests() throws IOException {
    return Files.writeString(temp.resolve("calls.yaml"), TESTS).toString();
  }

  @CanIgnoreReturnValue
  private CommandRun coverage(String... more) throws IOException {
    String[] all = {"simulate", mesh(), "--tests", tests(), "--coverage"};
    String[] joined = new String[all.length + more.length];
    System.arraycopy(all, 0, joined, 0, all.length);
    System.arraycopy(more, 0, joined, all.length, more.length);
    return rutter(joined);
  }

  @Test
  void saysWhatNoTestReaches() throws IOException {
    CommandRun run = coverage();

    assertThat(run.status()).isZero();
    String file = temp.resolve("mesh.yaml").toString();
    assertThat(run.out())
        .isEqualTo(
            "1 test of 1 call: 1 passed, 0 failed\n"
                + "coverage: 4 of 6 (66.6%) of rules, matches, destinations and policies\n"
                + "  "
                + file
                + ": 4 of 6 (66.6%)\n"
                + "    "
                + file
                + ":14:7: not covered: VirtualService/shop/web spec.http[0].match[1]\n"
                + "    "
                + file
                + ":20:5: not covered: VirtualService/shop/web spec.http[1]\n");
  }

  @Test
  void failsUnderAShare() throws IOException {
    assertThat(coverage("--fail-under", "66").status()).isZero();
    CommandRun run = coverage("--fail-under", "66.7");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("66.6 percent covered (expected: at least 66.7)");
    assertThat(coverage("--fail-under", "101").status()).isEqualTo(2);
  }

  @Test
  void writesLcov() throws IOException {
    Path file = temp.resolve("coverage.info");
    CommandRun run = coverage("--coverage-format", "lcov", "--coverage-file", file.toString());

    assertThat(run.out()).isEqualTo("1 test of 1 call: 1 passed, 0 failed\n");
    assertThat(Files.readString(file))
        .isEqualTo(
            "TN:\nSF:"
                + temp.resolve("mesh.yaml")
                + "\nDA:12,1\nDA:13,1\nDA:14,0\nDA:16,1\nDA:18,1\nDA:20,0\nLF:6\nLH:4\nend_of_record\n");
  }

  @Test
  void writesCobertura() throws Exception {
    Path file = temp.resolve("coverage.xml");
    coverage("--coverage-format", "cobertura", "--coverage-file", file.toString());

    String xml = Files.readString(file).replaceFirst("<!DOCTYPE[^>]*>", "");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getDocumentElement().getAttribute("line-rate")).isEqualTo("0.6667");
    assertThat(document.getElementsByTagName("line").getLength()).isEqualTo(6);
  }

  @Test
  void writesJson() throws IOException {
    Path file = temp.resolve("coverage.json");
    coverage("--coverage-format", "json", "--coverage-file", file.toString());

    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(json.get("covered").getAsInt()).isEqualTo(4);
    assertThat(json.getAsJsonArray("values"))
        .extracting(JsonElement::getAsJsonObject)
        .extracting(value -> value.get("path").getAsString() + " " + value.get("tests"))
        .containsExactly(
            "spec.http[0] 1",
            "spec.http[0].match[0] 1",
            "spec.http[0].match[1] 0",
            "spec.http[0].route[0] 1",
            "spec.http[0].route[1] 1",
            "spec.http[1] 0");
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUsage() throws IOException {
    assertThat(coverage("--coverage-format", "lcov").status()).isEqualTo(2);
    assertThat(coverage("--format", "json").status()).isEqualTo(2);
    assertThat(rutter("simulate", mesh(), "--coverage", "http://web/").status()).isEqualTo(2);
    assertThat(rutter("simulate", mesh(), "--tests", tests(), "--fail-under", "5").status())
        .isEqualTo(2);
    assertThat(rutter("simulate", "--resources", "x", "--tests", tests(), "--coverage").status())
        .isEqualTo(2);
  }
}
