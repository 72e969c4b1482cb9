// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.ObjectMeta;
import io.rutter.model.security.ClaimToHeader;
import io.rutter.model.security.JwtHeader;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RequestAuthentication}. */
public final class RequestAuthenticationReader {
  private RequestAuthenticationReader() {}

  /** Reads the spec. */
  public static RequestAuthentication requestAuthentication(ObjectMeta metadata, ObjectNode in) {
    RequestAuthentication.Builder authentication =
        RequestAuthentication.builder().metadata(metadata);
    in.object("selector", ValueReader::workloadSelector).ifPresent(authentication::selector);
    in.object("targetRef", PolicyTargetReader::policyTargetReference)
        .ifPresent(authentication::targetRef);
    authentication.targetRefs(in.objects("targetRefs", PolicyTargetReader::policyTargetReference));
    authentication.jwtRules(in.objects("jwtRules", RequestAuthenticationReader::jwtRule));
    return authentication.build();
  }

  /** Istio: {@code JWTRule}. */
  private static JwtRule jwtRule(ObjectNode in) {
    JwtRule.Builder rule = JwtRule.builder();
    rule.issuer(in.requiredString("issuer"));
    rule.audiences(in.strings("audiences"));
    in.string("jwksUri").ifPresent(rule::jwksUri);
    in.string("jwks").ifPresent(rule::jwks);
    rule.fromHeaders(in.objects("fromHeaders", RequestAuthenticationReader::jwtHeader));
    rule.fromParams(in.strings("fromParams"));
    rule.fromCookies(in.strings("fromCookies"));
    in.string("outputPayloadToHeader").ifPresent(rule::outputPayloadToHeader);
    rule.forwardOriginalToken(in.bool("forwardOriginalToken"));
    rule.outputClaimToHeaders(
        in.objects("outputClaimToHeaders", RequestAuthenticationReader::claimToHeader));
    in.duration("timeout").ifPresent(rule::timeout);
    rule.spaceDelimitedClaims(in.strings("spaceDelimitedClaims"));
    in.warnOfIgnored(
        "no release of Istio does it; an AuthorizationPolicy with requestPrincipals asks for a token",
        "presence");
    return rule.build();
  }

  /** Istio: {@code JWTHeader}. */
  private static JwtHeader jwtHeader(ObjectNode in) {
    JwtHeader.Builder header = JwtHeader.builder();
    header.name(in.requiredString("name"));
    in.string("prefix").ifPresent(header::prefix);
    return header.build();
  }

  /** Istio: {@code ClaimToHeader}. */
  private static ClaimToHeader claimToHeader(ObjectNode in) {
    ClaimToHeader.Builder output = ClaimToHeader.builder();
    output.header(in.requiredString("header"));
    output.claim(in.requiredString("claim"));
    return output.build();
  }
}
