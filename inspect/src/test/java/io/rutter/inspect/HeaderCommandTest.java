// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code %} commands in header values: what the call says takes their place. */
class HeaderCommandTest {
  private static final Call CALL =
      Call.builder()
          .address("10.1.2.3")
          .sourceAddress("10.9.8.7")
          .sourcePort(4242)
          .host("h")
          .path("/a?b")
          .header("x-one", "1")
          .header("x-one", "2")
          .build();

  @ParameterizedTest
  @CsvSource({
    "%REQ(X-ONE)%, 1",
    "a %REQ(x-none?:path)% b, a /a?b b",
    "%REQ(:METHOD):2%, GE",
    "%PROTOCOL%, HTTP/1.1",
    "%ROUTE_NAME%, r",
    "[%REQUESTED_SERVER_NAME%], []",
    "%DOWNSTREAM_REMOTE_ADDRESS%, 10.9.8.7:4242",
    "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%, 10.9.8.7",
    "%DOWNSTREAM_LOCAL_ADDRESS%, 10.1.2.3:80",
    "%DOWNSTREAM_LOCAL_PORT%, 80",
    "100%%, 100%",
    "%REQ(X-ONE)% at %START_TIME%, %REQ(X-ONE)% at %START_TIME%",
  })
  void callsSayWhatStandsForThem(String value, String expected) {
    assertThat(headers(CALL, value).get("x-set")).containsExactly(expected);
  }

  @Test
  void whatComesToNothingChangesNothing() {
    assertThat(headers(CALL, "%REQ(x-none)%").get("x-set")).isEmpty();
  }

  @Test
  void whatAProxyBeforeSaysIsNotKnown() {
    String command = "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%";

    assertThat(
            headers(CALL.toBuilder().header("x-forwarded-for", "1.1.1.1").build(), command)
                .get("x-set"))
        .containsExactly(command);
  }

  private static ImmutableListMultimap<String, String> headers(Call call, String value) {
    return Envoys.ofRoutes(
            """
            {name: r, match: {prefix: "/"}, route: {cluster: c}, requestHeadersToAdd: [
              {header: {key: x-set, value: "%s"}, appendAction: OVERWRITE_IF_EXISTS_OR_ADD}]}
            """
                .formatted(value))
        .call(call)
        .request()
        .orElseThrow()
        .headers();
  }
}
