// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The most specific domain takes the host (Envoy: VirtualHost.domains). */
class VirtualHostTest {
  private static final String HOSTS =
      Stream.of("*", "a.example.com", "*.example.com", "*-b.example.com", "a.*", "a.example.*")
          .map(
              domain ->
                  "{name: \"%s\", domains: [\"%s\"], routes: [%s]}"
                      .formatted(domain, domain, Envoys.rest()))
          .collect(Collectors.joining(","));

  @ParameterizedTest
  @CsvSource({
    "a.example.com, a.example.com",
    "A.Example.COM, a.example.com",
    "b.example.com, *.example.com",
    "x-b.example.com, *-b.example.com",
    ".example.com, *",
    "a.example.org, a.example.*",
    "a.org, a.*",
    "b.org, *",
    "a.example.com:80, a.example.*",
    "'', *",
  })
  void theMostSpecificDomainWins(String host, String domain) {
    assertThat(Envoys.ofHttp("", HOSTS).call(Call.builder().host(host).build()).virtualHost())
        .hasValue(domain);
  }

  @Test
  void portsMayCountForNothing() {
    Simulator simulator = Envoys.ofHttp("stripAnyHostPort: true,", HOSTS);

    assertThat(simulator.call(Call.builder().host("a.example.com:81").build()).virtualHost())
        .hasValue("a.example.com");
  }

  @Test
  void othersAreThereWithTheirDomains() {
    CallResult result =
        Envoys.ofHttp(
                "",
                "{name: a, domains: [a.b, A.*]}, {name: b, domains: ['*.b', '*']},"
                    + " {name: c, domains: [c]}")
            .call(Call.builder().host("x.b").build());

    assertThat(result.virtualHost()).hasValue("b");
    assertThat(result.explanation())
        .filteredOn(step -> step.stage() == Stage.VIRTUAL_HOST)
        .flatExtracting(Step::rejected)
        .containsExactly(
            new RejectedCandidate("a", "domains [a.b, A.*]: \"x.b\""),
            new RejectedCandidate("c", "domains [c]: \"x.b\""));
    assertThat(
            Envoys.ofHttp("", "{name: a, domains: ['A.*']}, {name: b, domains: ['*']}")
                .call(Call.builder().host("a.b").build())
                .explanation())
        .flatExtracting(Step::rejected)
        .contains(
            new RejectedCandidate(
                "b", "domains [*]: another virtual host is more specific: \"a.b\""));
  }

  @Test
  void noDomainIsAnError() {
    CallResult result =
        Envoys.ofHttp("", "{name: v, domains: [a], routes: []}")
            .call(Call.builder().host("b").build());

    assertThat(result.error()).hasValue(CallError.NO_VIRTUAL_HOST);
    assertThat(result.errorStatus()).hasValue(404);
  }

  @Test
  void tlsMayBeRequired() {
    Simulator all =
        Envoys.ofHttp(
            "", "{name: v, domains: [\"*\"], requireTls: ALL, routes: [" + Envoys.rest() + "]}");
    Simulator external =
        Envoys.ofHttp(
            "",
            "{name: v, domains: [\"*\"], requireTls: EXTERNAL_ONLY, routes: ["
                + Envoys.rest()
                + "]}");
    Call call = Call.builder().host("a:80").path("/b?c").build();

    CallResult refused = all.call(call);
    assertThat(refused.error()).hasValue(CallError.TLS_REQUIRED);
    assertThat(refused.redirect()).hasValue(new RedirectAnswer(301, "https://a:80/b?c"));
    assertThat(external.call(call).error()).hasValue(CallError.TLS_REQUIRED);
    assertThat(external.call(call.toBuilder().header("x-envoy-internal", "true").build()).cluster())
        .hasValue("rest");
    assertThat(all.call(call.toBuilder().header("X-Forwarded-Proto", "https").build()).cluster())
        .hasValue("rest");
  }
}
