// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rutter simulate} with one call: the explanation, its forms, and what goes in. */
class SimulateTest {
  private static final String BOOKINFO = "../bookinfo";
  private static final String PRODUCTPAGE = "productpage-v1-5c8d7f-p2wlk.bookinfo";
  private static final String EDGE = "edge-gateway-85b6fd-n7c4x.edge";

  @Test
  void saysWhoTakesTheCallAndWhy() {
    CommandRun run =
        rutter(
            "simulate",
            BOOKINFO,
            "--proxy",
            PRODUCTPAGE,
            "GET",
            "http://reviews:9080/",
            "-H",
            "x-reader-group: testers");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("-> outbound|9080|v3|reviews.bookinfo.svc.cluster.local\n")
        .contains("route               testers  (the first that matches)")
        .contains("not ratings.bookinfo.svc.cluster.local:9080: domains [")
        .containsPattern(
            "VirtualService/bookinfo/reviews spec.http\\[0]  .*40-routing.yaml:\\d+:5  \\(route\\)");
  }

  @Test
  void saysWhyCandidatesWereRejected() {
    assertThat(rutter("simulate", BOOKINFO, "--proxy", PRODUCTPAGE, "http://reviews:9080/").out())
        .contains("not testers: header x-reader-group exact \"testers\": missing")
        .contains("reviews.bookinfo.svc.cluster.local  70%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://reviews:99999/",
        "http://reviews:-1/",
        "http://reviews:x/",
        "http://reviews:/",
        "http://[::1/",
        "http://::1/",
        "http://user@reviews/",
        "http:///path",
        "ftp://reviews/",
        "HTTP://reviews/",
        "\u001b[31m://reviews/",
      })
  void aUrlIsTakenAsAWholeOrNotAtAll(String url) {
    CommandRun run = rutter("simulate", BOOKINFO, "--proxy", PRODUCTPAGE, url);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("://", "(expected: http://HOST:PORT/PATH").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--address", "--source"})
  void addressesAreOfIp(String option) {
    CommandRun run =
        rutter(
            "simulate",
            BOOKINFO,
            "--proxy",
            PRODUCTPAGE,
            option,
            "reviews",
            "http://reviews:9080/");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rutter: " + option + ": reviews (expected: an IP address)");
  }

  @Test
  void printsJson() {
    CommandRun run =
        rutter(
            "simulate",
            BOOKINFO,
            "--proxy",
            EDGE,
            "--format",
            "json",
            "https://books.example.com/shop/a?b=c");

    JsonObject result =
        JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("result");
    assertThat(result.getAsJsonObject("redirect").get("location").getAsString())
        .isEqualTo("https://books.example.com/a?b=c");
    assertThat(result.get("route").getAsString()).isEqualTo("old-links");
    assertThat(result.getAsJsonArray("explanation")).hasSizeGreaterThan(5);
    JsonObject origin = result.getAsJsonArray("origins").get(0).getAsJsonObject();
    assertThat(origin.getAsJsonObject("location").get("line").getAsInt()).isPositive();
  }

  @Test
  void takesTheOptionsOfACall() {
    assertThat(
            rutter(
                    "simulate",
                    BOOKINFO,
                    "--proxy",
                    PRODUCTPAGE,
                    "--mode",
                    "inbound",
                    "--tls",
                    "mtls",
                    "POST",
                    "http://productpage/")
                .out())
        .startsWith("POST https://productpage/  (to 10.40.1.10:8080, inbound, http in mtls)\n")
        .contains("-> inbound|8080||");
    assertThat(
            rutter(
                    "simulate",
                    BOOKINFO,
                    "--proxy",
                    EDGE,
                    "--random",
                    "0",
                    "tls://payments.example.com")
                .out())
        .contains("-> outbound|443||payments.bookinfo.svc.cluster.local\n");
  }

  @Test
  void takesTheBootstrapOfOtherSoftware(@TempDir Path temp) throws IOException {
    String bootstrap =
        rutter("translate", "--format", "bootstrap", "--proxy", EDGE, BOOKINFO).out();
    Path file = temp.resolve("bootstrap.json");
    Files.writeString(file, bootstrap);

    CommandRun run =
        rutter(
            "simulate",
            "--resources",
            file.toString(),
            "--port",
            "8080",
            "http://api.books.example.com/nothing");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("-> answer 404: {\"error\":\"no such resource\"}");
  }

  @Test
  void takesYamlOfOtherSoftware(@TempDir Path temp) throws IOException {
    Path file = temp.resolve("envoy.yaml");
    Files.writeString(
        file,
        """
        static_resources:
          listeners:
          - name: web
            address: {socket_address: {address: 0.0.0.0, port_value: 80}}
            filter_chains:
            - filters:
              - name: tcp
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                  stat_prefix: web
                  cluster: backend
        """);

    assertThat(rutter("simulate", "--resources", file.toString(), "tcp://10.0.0.1").out())
        .contains("-> backend  (no such cluster: Envoy answers 503)");
  }

  @Test
  void saysWhatIsMissing(@TempDir Path temp) throws IOException {
    assertThat(rutter("simulate", BOOKINFO).err()).contains("name a call");
    assertThat(rutter("simulate", "http://a/").err()).contains("name the files of a mesh");
    CommandRun unnamed = rutter("simulate", BOOKINFO, "http://a/");
    assertThat(unnamed.err()).contains("--proxy: name one (the input has: ").contains(EDGE);
    assertThat(unnamed.status()).isEqualTo(2);
    assertThat(rutter("simulate", BOOKINFO, "--proxy", "no.body", "http://a/").err())
        .contains("--proxy: no proxy no.body");
    assertThat(rutter("simulate", BOOKINFO, "--proxy", EDGE, "-H", "x", "http://a/").err())
        .contains("-H: x (expected: NAME: VALUE)");
    Path file = Files.writeString(temp.resolve("x.json"), "{\"a\": 1}");
    assertThat(rutter("simulate", "--resources", file.toString(), "http://a/").err())
        .contains("x.json: neither a bootstrap");
  }

  @Test
  void anInputWithErrorsIsSimulatedWithoutThem() {
    CommandRun run =
        rutterOn(
            """
            apiVersion: rutter.io/v1
            kind: Proxy
            metadata: {name: a, namespace: b}
            spec: {type: sidecar, ipAddresses: [10.0.0.1]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: bad, namespace: b}
            spec: {hosts: [a], http: [{timeout: 0s}]}
            """,
            "simulate",
            "-",
            "http://a/");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("VirtualService/b/bad");
    assertThat(run.out()).contains("why:");
  }
}
