// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go's {@code url.Parse} makes of texts. */
class GoUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example.com/keys?b=%zz#c, https, a.example.com, ''",
    "HTTP://A:8080, http, A, 8080",
    "http://u:p@a/b, http, a, ''",
    "http://[::1]:80/, http, ::1, 80",
    "http://[fe80::1%25en0]/, http, fe80::1%25en0, ''",
    "http://a:/, http, a, ''",
    "http:a, http, '', ''",
    "http:///a, http, '', ''",
    "mailto:a@b, mailto, '', ''",
    "/check, '', '', ''",
    "//a:1/b, '', a, 1",
    "///a, '', '', ''",
    "a/b:c, '', '', ''",
    "http://%C3%A4/, http, %C3%A4, ''",
    "'', '', '', ''"
  })
  void isSplit(String text, String scheme, String host, String port) {
    assertThat(GoUrl.parse(text)).isEqualTo(Optional.of(new GoUrl(scheme, host, port)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a",
        ":a",
        "a b:c",
        "1http://a",
        " http://a",
        "http://a b/",
        "http://a/%zz",
        "http://a/%4",
        "http://a/#%",
        "http://a%20b/",
        "http://a%4/",
        "http://[::1",
        "http://[::1]b",
        "http://[a]/",
        "http://[1.2.3.4]/",
        "http://a:b/",
        "http://a:b:1/",
        "http://u^@a/",
        "http://u%@a/",
        "http://a{b/",
        "http://a/\u0001",
        "http://a/\u007f",
        "/%zz"
      })
  void isNone(String text) {
    assertThat(GoUrl.parse(text)).isEmpty();
  }
}
