// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction.PathRewriteSpecifierCase;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.RedirectPort;
import io.rutter.model.virtualservice.RedirectPortSelection;
import org.junit.jupiter.api.Test;

class RedirectTranslatorTest {
  private static final RedirectPort REQUEST_PORT =
      new RedirectPort.Derived(RedirectPortSelection.FROM_REQUEST_PORT);

  @Test
  void anEmptyPathIsSet() {
    RedirectAction action = translate(Redirect.builder().authority("example.com"), 80, "http");
    assertThat(action.getPathRewriteSpecifierCase())
        .isEqualTo(PathRewriteSpecifierCase.PATH_REDIRECT);
    assertThat(action.getPathRedirect()).isEmpty();
  }

  @Test
  void theUsualPortOfTheSchemeIsLeftOut() {
    assertThat(portOf(Redirect.builder().redirectPort(REQUEST_PORT), 443, "https")).isZero();
    assertThat(portOf(Redirect.builder().redirectPort(REQUEST_PORT), 443, "http")).isEqualTo(443);
    assertThat(portOf(Redirect.builder().redirectPort(REQUEST_PORT).scheme("http"), 80, "https"))
        .isZero();
  }

  @Test
  void codesThatEnvoyDoesNotHaveAreRefused() {
    assertThat(
            RedirectTranslator.translate(
                Redirect.builder().uri("/").redirectCode(304).build(), 80, "http"))
        .isEmpty();
  }

  private static int portOf(Redirect.Builder redirect, int port, String scheme) {
    return translate(redirect, port, scheme).getPortRedirect();
  }

  private static RedirectAction translate(Redirect.Builder redirect, int port, String scheme) {
    return RedirectTranslator.translate(redirect.build(), port, scheme).orElseThrow();
  }
}
