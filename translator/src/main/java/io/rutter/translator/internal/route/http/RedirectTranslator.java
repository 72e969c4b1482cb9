// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction.RedirectResponseCode;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.RedirectPort;
import io.rutter.model.virtualservice.RedirectPortSelection;
import java.util.Optional;

/**
 * {@link Redirect} to {@code RedirectAction}. Defaults: code 301; path, authority, scheme and port
 * are kept. The default port of a scheme is left out. Istio document: Virtual Service, {@code
 * HTTPRedirect}.
 */
public final class RedirectTranslator {
  private RedirectTranslator() {}

  /**
   * The action; absent where Envoy has no such response code.
   *
   * @param port the port that requests come in on
   * @param scheme the scheme that requests come in with
   */
  public static Optional<RedirectAction> translate(Redirect redirect, int port, String scheme) {
    return code(redirect).map(code -> action(redirect, code, port, scheme));
  }

  private static RedirectAction action(
      Redirect redirect, RedirectResponseCode code, int port, String scheme) {
    RedirectAction.Builder action = RedirectAction.newBuilder().setResponseCode(code);
    redirect.authority().ifPresent(action::setHostRedirect);
    redirect
        .prefixRewrite()
        .ifPresentOrElse(
            action::setPrefixRewrite,
            // Set even when empty: an empty path leaves the path as it is.
            () -> action.setPathRedirect(redirect.uri().orElse("")));
    redirect.scheme().ifPresent(action::setSchemeRedirect);
    redirect
        .redirectPort()
        .map(to -> unlessUsual(number(to, port), redirect.scheme().orElse(scheme)))
        .ifPresent(action::setPortRedirect);
    return action.build();
  }

  private static int number(RedirectPort to, int port) {
    return switch (to.kind()) {
      case FIXED -> ((RedirectPort.Fixed) to).value();
      case DERIVED ->
          ((RedirectPort.Derived) to).value() == RedirectPortSelection.FROM_REQUEST_PORT ? port : 0;
    };
  }

  private static int unlessUsual(int port, String scheme) {
    boolean usual =
        (port == 80 && scheme.equals("http")) || (port == 443 && scheme.equals("https"));
    return usual ? 0 : port;
  }

  private static Optional<RedirectResponseCode> code(Redirect redirect) {
    return switch ((int) redirect.redirectCode().orElse(0)) {
      case 0, 301 -> Optional.of(RedirectResponseCode.MOVED_PERMANENTLY);
      case 302 -> Optional.of(RedirectResponseCode.FOUND);
      case 303 -> Optional.of(RedirectResponseCode.SEE_OTHER);
      case 307 -> Optional.of(RedirectResponseCode.TEMPORARY_REDIRECT);
      case 308 -> Optional.of(RedirectResponseCode.PERMANENT_REDIRECT);
      default -> Optional.empty();
    };
  }
}
