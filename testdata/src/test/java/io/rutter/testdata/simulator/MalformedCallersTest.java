// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import com.google.gson.JsonParser;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.rutter.inspect.Access;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallReport;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.ExtAuthzAnswer;
import io.rutter.inspect.Simulator;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever calls, with whatever token: the simulator has an answer, and it can be printed. */
class MalformedCallersTest {
  private static final List<Simulator> SIMULATORS =
      Stream.of("sources", "operations", "conditions", "trust-domains", "jwt-rule", "jwt-gateway")
          .map(MalformedCallersTest::simulator)
          .toList();

  private static Simulator simulator(String name) {
    Path input =
        Path.of(System.getProperty("rutter.root", ".."))
            .resolve("testdata/src/test/resources/cases/authorization/" + name + "/input.yaml");
    CompiledMesh mesh = Translator.create().compile(YamlLoader.create().load(input).snapshot());
    return Simulator.of(mesh.translate(mesh.snapshot().proxies().get(0)));
  }

  @Property(tries = 600)
  void everyCallerHasAnAnswer(@ForAll("calls") Call call) {
    for (Simulator simulator : SIMULATORS) {
      CallResult result = simulator.call(call);

      assertThat(result.access() == Access.DENIED).isEqualTo(result.denial().isPresent());
      assertThat(result.denial().isEmpty() || result.error().isPresent()).isTrue();
      assertThat(CallReport.text(call, result)).contains("why:");
      assertThat(JsonParser.parseString(CallReport.json(call, result)).isJsonObject()).isTrue();
    }
  }

  @Provide
  Arbitrary<Call> calls() {
    Arbitrary<Call.Builder> callers =
        Combinators.combine(
                Arbitraries.of(CallMode.INBOUND, CallMode.GATEWAY),
                Arbitraries.of(80, 8080, 5432, 9443),
                Arbitraries.of(CallProtocol.class),
                Arbitraries.of(CallTls.class),
                peers().optional(),
                claims().optional(),
                Arbitraries.longs().optional(),
                Arbitraries.of(ExtAuthzAnswer.class).optional())
            .as(
                (mode, port, protocol, tls, peer, claims, time, answer) ->
                    Call.builder()
                        .mode(mode)
                        .address("10.1.0.1")
                        .port(port)
                        .protocol(protocol)
                        .tls(tls)
                        .peer(peer)
                        .claims(claims)
                        .time(time.map(Instant::ofEpochMilli))
                        .extAuthz(answer));
    return Combinators.combine(callers, places(), tokens(), Arbitraries.of("/", "/u/1/v/2", "/%"))
        .as(
            (call, place, token, path) ->
                place.equals("?")
                    ? call.path(path + "?token=" + token).build()
                    : call.path(path).header(place, token).build());
  }

  private static Arbitrary<String> places() {
    return Arbitraries.of("authorization", "x-a", "x-b", "cookie", "x-forwarded-for", "?");
  }

  private static Arbitrary<String> peers() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "spiffe://cluster.local/ns/shop/sa/web",
            "spiffe://td1/ns/a/sa/b",
            "spiffe://",
            "",
            "x"),
        Arbitraries.strings().ofMaxLength(20));
  }

  private static Arbitrary<String> tokens() {
    Arbitrary<String> sections =
        Arbitraries.oneOf(
            Arbitraries.of(
                    "{\"alg\": \"ES256\"}",
                    "{\"iss\": \"https://issuer.example.com\", \"aud\": [\"one\"]}",
                    "{\"iss\": \"i\", \"exp\": -1}",
                    "[[[[",
                    "{\"a\": 1e999}",
                    "null")
                .map(MalformedCallersTest::encoded),
            Arbitraries.strings().ofMaxLength(8));
    return Combinators.combine(Arbitraries.of("Bearer ", "Token ", "session=", ""), sections.list())
        .as((prefix, all) -> prefix + String.join(".", all.subList(0, Math.min(3, all.size()))));
  }

  private static String encoded(String text) {
    return BaseEncoding.base64Url().omitPadding().encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Arbitrary<Struct> claims() {
    return Combinators.combine(
            Arbitraries.of("iss", "sub", "aud", "exp", "nbf", "scope", "group", ""),
            Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(MalformedCallersTest::text),
                Arbitraries.doubles().map(n -> Value.newBuilder().setNumberValue(n).build()),
                Arbitraries.of(Value.getDefaultInstance(), deep(200), list())))
        .as((name, value) -> Struct.newBuilder().putFields(name, value).build())
        .list()
        .ofMaxSize(4)
        .map(
            all -> {
              Struct.Builder claims = Struct.newBuilder();
              all.forEach(one -> claims.putAllFields(one.getFieldsMap()));
              return claims.build();
            });
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value list() {
    return Value.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(ImmutableList.of(text("a"), text(""))))
        .build();
  }

  private static Value deep(int levels) {
    Value value = text("x");
    for (int i = 0; i < levels; i++) {
      value = Value.newBuilder().setListValue(ListValue.newBuilder().addValues(value)).build();
    }
    return value;
  }
}
