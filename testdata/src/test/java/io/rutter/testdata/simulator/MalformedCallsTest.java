// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonParser;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallReport;
import io.rutter.inspect.CallResolver;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Simulator;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a call is made of, the simulator has an answer, and it can be printed. */
class MalformedCallsTest {
  private static final CompiledMesh MESH =
      Translator.create()
          .compile(
              YamlLoader.create()
                  .load(
                      Path.of(System.getProperty("rutter.root", "..")).resolve("examples/bookinfo"))
                  .snapshot());
  private static final Proxy SIDECAR = first(ProxyType.SIDECAR);
  private static final Proxy GATEWAY = first(ProxyType.GATEWAY);
  private static final List<Simulator> SIMULATORS =
      ImmutableList.of(
          Simulator.of(MESH.translate(SIDECAR)), Simulator.of(MESH.translate(GATEWAY)));

  @Property(tries = 400)
  void aCallHasAnEnd(@ForAll("calls") Call call, @ForAll boolean gateway) {
    CallResult result = SIMULATORS.get(gateway ? 1 : 0).call(call);

    assertThat(
            result.error().isPresent()
                || result.redirect().isPresent()
                || result.directResponse().isPresent()
                || !result.clusters().isEmpty())
        .isTrue();
    assertThat(CallReport.text(call, result)).contains("why:");
    assertThat(JsonParser.parseString(CallReport.json(call, result)).isJsonObject()).isTrue();
  }

  @Property(tries = 200)
  void aDescriptionBecomesACall(@ForAll("descriptions") CallDescription description) {
    Call call = CallResolver.of(MESH.snapshot(), SIDECAR).resolve(description);

    assertThat(call.port()).isBetween(0, 65_535);
    assertThat(SIMULATORS.get(0).call(call).explanation()).isNotEmpty();
  }

  @Provide
  Arbitrary<Call> calls() {
    Arbitrary<Call.Builder> connections =
        Combinators.combine(
                Arbitraries.of(CallMode.class),
                addresses(),
                Arbitraries.oneOf(
                    Arbitraries.of(80, 443, 8080, 8443, 9080, 15006, 31400),
                    Arbitraries.integers()),
                Arbitraries.of(CallProtocol.class),
                Arbitraries.of(CallTls.class),
                texts().optional(),
                texts().list().ofMaxSize(3),
                addresses())
            .as(
                (mode, address, port, protocol, tls, sni, alpn, source) -> {
                  Call.Builder call =
                      Call.builder()
                          .mode(mode)
                          .address(address)
                          .port(port)
                          .protocol(protocol)
                          .tls(tls)
                          .sourceAddress(source);
                  sni.ifPresent(call::sni);
                  return alpn.isEmpty() ? call : call.alpn(ImmutableList.copyOf(alpn));
                });
    return Combinators.combine(
            connections,
            Arbitraries.oneOf(
                Arbitraries.of("GET", "POST", "OPTIONS", "CONNECT", "BREW", ""), texts()),
            hosts().optional(),
            paths(),
            headers(),
            Arbitraries.longs().optional())
        .as(
            (call, method, host, path, headers, random) -> {
              call.method(method).path(path).runtime(ImmutableMap.of("k", 7L));
              host.ifPresent(call::host);
              headers.forEach(call::header);
              random.ifPresent(call::randomValue);
              return call.build();
            });
  }

  @Provide
  Arbitrary<CallDescription> descriptions() {
    Arbitrary<String> urls =
        Combinators.combine(
                Arbitraries.of("http", "https", "tcp", "tls", "", "ftp"), hosts(), paths())
            .as((scheme, host, path) -> scheme + "://" + host + path);
    return Combinators.combine(
            urls.optional(),
            Arbitraries.of(CallMode.class).optional(),
            Arbitraries.of(CallTls.class).optional(),
            hosts().optional(),
            headers())
        .as(
            (url, mode, tls, host, headers) -> {
              CallDescription.Builder call = CallDescription.builder().headers(headers);
              url.ifPresent(call::url);
              mode.ifPresent(call::mode);
              tls.ifPresent(call::tls);
              host.ifPresent(call::host);
              return call.build();
            });
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of("", "\u0000", "%", "%zz", "\ud800", "a\r\nb: c", "istio", "h2"));
  }

  private static Arbitrary<String> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.of("10.96.0.12", "0.0.0.0", "::", "fd00::1", "127.0.0.1", "1.2.3", "x/y"),
        texts());
  }

  private static Arbitrary<String> hosts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "reviews",
            "reviews:9080",
            "books.example.com",
            "",
            ":",
            "[",
            "[::1]:x",
            "a:99999999999",
            ".",
            "*"),
        texts());
  }

  private static Arbitrary<String> paths() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "/",
            "",
            "*",
            "/%",
            "/%zz/%2e%2e/..",
            "//..//",
            "http://",
            "https://?#",
            "/a?b=c&b&=&&",
            "?",
            "#",
            "/" + "a/../".repeat(13_107)),
        texts().map(text -> "/" + text),
        texts());
  }

  private static Arbitrary<ImmutableListMultimap<String, String>> headers() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "Host",
                ":authority",
                ":path",
                "x-reader-group",
                "x-forwarded-proto",
                "origin",
                "cookie"),
            texts());
    return Combinators.combine(names, texts())
        .as(ImmutableListMultimap::of)
        .list()
        .ofMaxSize(3)
        .map(
            all -> {
              ImmutableListMultimap.Builder<String, String> headers =
                  ImmutableListMultimap.builder();
              all.forEach(headers::putAll);
              return headers.build();
            });
  }

  private static Proxy first(ProxyType type) {
    Optional<Proxy> found =
        MESH.snapshot().proxies().stream().filter(proxy -> proxy.type() == type).findFirst();
    return found.orElseThrow();
  }
}
