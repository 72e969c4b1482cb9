// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.RequirementRule;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Denial;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import io.rutter.inspect.internal.simulator.match.PathMatch;
import io.rutter.inspect.internal.simulator.match.QueryMatch;
import java.util.Optional;

/** The filter that checks tokens. */
public final class JwtFilter {
  private static final String NAME = "envoy.filters.http.jwt_authn";

  private final JwtAuthentication config;
  private final ImmutableSortedMap<String, JwtProvider> providers;
  private final ResourceIndex resources;
  private final ProviderNames names;

  private JwtFilter(JwtAuthentication config, ResourceIndex resources) {
    this.config = config;
    this.providers = ImmutableSortedMap.copyOf(config.getProvidersMap());
    this.resources = resources;
    this.names = new ProviderNames(resources.tokenRules());
  }

  /**
   * A request after the filter.
   *
   * @param refused the end of the call; absent: it goes on
   * @param request the request as the filter leaves it
   * @param metadata what later filters find
   * @param reroutes whether the route is chosen anew, by these
   */
  public record Outcome(
      Optional<CallResult> refused, HttpRequest request, Metadata metadata, boolean reroutes) {}

  /**
   * The filter with these settings; absent for another filter.
   *
   * @param resources the clusters that keys are fetched from, and the rules that its providers were
   *     made from
   */
  public static Optional<JwtFilter> of(Any settings, ResourceIndex resources) {
    return UnpackedConfig.of(settings, JwtAuthentication.class)
        .map(config -> new JwtFilter(config, resources));
  }

  /** What it makes of a request. */
  public Outcome check(HttpRequest request, Metadata metadata, Call call, Trail trail) {
    Outcome goesOn = new Outcome(Optional.empty(), request, metadata, false);
    if (config.getBypassCorsPreflight() && isPreflight(request)) {
      trail.step(Stage.AUTHENTICATION, "no token", "preflights of CORS need none");
      return goesOn;
    }
    Optional<JwtRequirement> requirement = requirement(request);
    if (requirement.isEmpty()) {
      trail.step(
          Stage.AUTHENTICATION,
          "no token",
          config.hasFilterStateRules()
              ? "the simulator knows no filter_state_rules"
              : "no rule asks for tokens of this request");
      return goesOn;
    }
    Optional<Token> supposed = call.claims().map(this::supposed);
    Verification verification =
        new Verification(providers, new TokenCheck(call.time(), this::hasKeys), supposed, request);
    TokenStatus status = verification.verify(requirement.get());
    if (status != TokenStatus.OK) {
      return new Outcome(
          Optional.of(refused(status, verification, trail)), request, metadata, false);
    }
    accepted(verification, call, trail);
    return new Outcome(
        Optional.empty(),
        verification.request(),
        with(verification.found(), metadata),
        verification.reroutes());
  }

  /** Whether somebody knows the keys of a provider, or Envoy can fetch them. */
  private boolean hasKeys(String provider) {
    JwtProvider rule = providers.getOrDefault(provider, JwtProvider.getDefaultInstance());
    return rule.hasRemoteJwks()
        ? resources.cluster(rule.getRemoteJwks().getHttpUri().getCluster()).isPresent()
        : names.hasKeys(provider);
  }

  private static boolean isPreflight(HttpRequest request) {
    return request.method().equals("OPTIONS")
        && request.header("origin").filter(text -> !text.isEmpty()).isPresent()
        && request
            .header("access-control-request-method")
            .filter(text -> !text.isEmpty())
            .isPresent();
  }

  private Optional<JwtRequirement> requirement(HttpRequest request) {
    for (RequirementRule rule : config.getRulesList()) {
      boolean matches =
          PathMatch.failure(rule.getMatch(), request)
              .or(() -> HeaderMatch.failure(rule.getMatch().getHeadersList(), request))
              .or(() -> QueryMatch.failure(rule.getMatch().getQueryParametersList(), request))
              .isEmpty();
      if (matches) {
        return rule.hasRequires()
            ? Optional.of(rule.getRequires())
            : Optional.ofNullable(config.getRequirementMapMap().get(rule.getRequirementName()));
      }
    }
    return Optional.empty();
  }

  /** A token with the claims of the call, issued by the first provider if they do not say. */
  private Token supposed(Struct claims) {
    Optional<String> first =
        providers.values().stream()
            .map(JwtProvider::getIssuer)
            .filter(issuer -> !issuer.isEmpty())
            .findFirst();
    return Token.of(
        claims.containsFields("iss") || first.isEmpty()
            ? claims
            : claims.toBuilder()
                .putFields("iss", Value.newBuilder().setStringValue(first.get()).build())
                .build());
  }

  private static Metadata with(Struct found, Metadata metadata) {
    if (found.getFieldsCount() == 0) {
      return metadata;
    }
    Struct before = metadata.getFilterMetadataOrDefault(NAME, Struct.getDefaultInstance());
    return metadata.toBuilder()
        .putFilterMetadata(NAME, before.toBuilder().putAllFields(found.getFieldsMap()).build())
        .build();
  }

  private CallResult refused(TokenStatus status, Verification verification, Trail trail) {
    ImmutableList<Verification.Attempt> blamed =
        verification.attempts().stream()
            .filter(attempt -> attempt.status() == status)
            .collect(toImmutableList());
    ImmutableList<AccessRule> rules =
        blamed.stream()
            .map(Verification.Attempt::provider)
            .distinct()
            .flatMap(provider -> names.told(provider, trail).stream())
            .collect(toImmutableList());
    String reason =
        status.message()
            + blamed.stream().findFirst().map(attempt -> ": " + print(attempt)).orElse("");
    trail.step(Stage.AUTHENTICATION, "refused", reason, rejected(verification));
    trail.result().errorStatus(status.status());
    return trail.deny(CallError.TOKEN_REFUSED, new Denial(Denial.Filter.JWT_AUTHN, rules, reason));
  }

  private void accepted(Verification verification, Call call, Trail trail) {
    Optional<Verification.Attempt> good =
        verification.attempts().stream()
            .filter(attempt -> attempt.status() == TokenStatus.OK)
            .findFirst();
    if (good.isEmpty()) {
      trail.step(Stage.AUTHENTICATION, "no token", "none is needed here", rejected(verification));
      return;
    }
    names.told(good.get().provider(), trail);
    boolean supposed = call.claims().isPresent() && good.get().where().startsWith("claims");
    trail.step(
        Stage.AUTHENTICATION,
        "token",
        names.print(good.get().provider())
            + ": "
            + print(good.get())
            + (supposed ? "" : doubts(call)),
        rejected(verification));
  }

  /** What is not checked of a token that the request has. */
  private static String doubts(Call call) {
    return "; its signature is taken to be good"
        + (call.time().isPresent() ? "" : ", and its time to be right");
  }

  private ImmutableList<RejectedCandidate> rejected(Verification verification) {
    return verification.attempts().stream()
        .filter(attempt -> attempt.status() != TokenStatus.OK)
        .map(
            attempt ->
                new RejectedCandidate(
                    names.print(attempt.provider()),
                    attempt.status().message() + ": " + print(attempt)))
        .distinct()
        .collect(toImmutableList());
  }

  private static String print(Verification.Attempt attempt) {
    return attempt.where()
        + attempt
            .token()
            .map(
                token ->
                    ", issuer \""
                        + Abbreviation.of(token.issuer())
                        + "\", audiences "
                        + Abbreviation.of(token.audiences().toString()))
            .orElse("");
  }
}
