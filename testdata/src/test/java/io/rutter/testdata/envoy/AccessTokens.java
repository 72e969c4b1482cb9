// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.gson.JsonObject;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.rutter.testdata.envoy.SignedTokens.Signer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts tokens into requests: good ones, bad ones, where they are looked for, and elsewhere. */
final class AccessTokens {
  private static final long LONG_AGO = 946_684_800;
  private static final long FAR_AHEAD = 4_102_444_800L;

  private final SignedTokens keys;
  private final List<JwtProvider> providers;
  private final Random random;
  private final SampleTexts texts;

  AccessTokens(SignedTokens keys, List<JwtProvider> providers, Random random) {
    this.keys = keys;
    this.providers = providers;
    this.random = random;
    this.texts = new SampleTexts(random);
  }

  /**
   * What is added to a request.
   *
   * @param places where tokens are, and what they are
   */
  record Added(List<Placed> places) {
    /**
     * The request with the tokens; those with a bad signature as they are, or plainly no tokens.
     */
    void to(AccessDraft draft, boolean signaturesAreSeen) {
      for (Placed placed : places) {
        String token = placed.badSignature() && !signaturesAreSeen ? "no-token" : placed.token();
        placed.place().put(draft, token);
      }
    }

    /** Whether a token has a good form and a bad signature, which only its keys tell. */
    boolean hasBadSignature() {
      return places.stream().anyMatch(Placed::badSignature);
    }
  }

  private record Placed(Place place, String token, boolean badSignature) {}

  private record Place(Kind kind, String name, String prefix) {
    enum Kind {
      HEADER,
      PARAMETER,
      COOKIE
    }

    void put(AccessDraft draft, String token) {
      switch (kind) {
        case HEADER -> draft.headers.put(name, prefix + token);
        case PARAMETER -> draft.path += (draft.path.contains("?") ? "&" : "?") + name + "=" + token;
        case COOKIE -> draft.headers.put("cookie", name + "=" + token);
      }
    }
  }

  /** Tokens for a request, or none: mostly a good one where the claims matter. */
  Added tokens(JsonObject claims) throws GeneralSecurityException {
    List<Placed> placed = new ArrayList<>();
    boolean wanted = claims.size() > 0 || random.nextInt(4) > 0;
    if (!providers.isEmpty() ? wanted : random.nextInt(5) == 0) {
      placed.add(token(claims, claims.size() > 0 && random.nextInt(4) > 0));
      if (random.nextInt(6) == 0) {
        placed.add(token(claims, random.nextBoolean()));
      }
    }
    return new Added(placed);
  }

  private Placed token(JsonObject claims, boolean good) throws GeneralSecurityException {
    JwtProvider provider = provider(claims);
    JsonObject payload = claims.deepCopy();
    if (!payload.has("iss") && !provider.getIssuer().isEmpty()) {
      payload.addProperty("iss", provider.getIssuer());
    }
    if (!payload.has("sub") && random.nextInt(4) > 0) {
      payload.addProperty("sub", texts.pick("sub", "somebody"));
    }
    if (!payload.has("aud") && provider.getAudiencesCount() > 0) {
      payload.addProperty("aud", texts.pick(provider.getAudiencesList().toArray(String[]::new)));
    }
    if (random.nextBoolean()) {
      payload.addProperty("exp", FAR_AHEAD);
    }
    Place place = place(provider);
    Signer signer = random.nextBoolean() ? Signer.CURVE : Signer.RSA;
    return good
        ? new Placed(place, keys.token(signer, payload), false)
        : bad(provider, place, signer, payload);
  }

  private Placed bad(JwtProvider provider, Place place, Signer signer, JsonObject payload)
      throws GeneralSecurityException {
    switch (random.nextInt(10)) {
      case 0 -> payload.addProperty("iss", "https://nobody.example.com");
      case 1 -> payload.addProperty("aud", "nobody");
      case 2 -> payload.addProperty("exp", LONG_AGO);
      case 3 -> payload.addProperty("nbf", FAR_AHEAD);
      case 4 -> payload.remove("iss");
      case 5 -> {
        return new Placed(place, texts.pick("garbage", "a.b.c", "e30.e30.e30", ""), false);
      }
      case 6 -> {
        boolean alone =
            providers.stream().filter(p -> p.getIssuer().equals(provider.getIssuer())).count() == 1;
        return new Placed(place, keys.token(alone ? Signer.STRANGER : signer, payload), alone);
      }
      case 7 -> {
        return new Placed(
            new Place(Place.Kind.HEADER, "authorization", "Basic "), "dXNlcjpwYXNz", false);
      }
      case 8 -> {
        Place elsewhere =
            random.nextBoolean()
                ? new Place(Place.Kind.HEADER, "authorization", "Bearer ")
                : new Place(Place.Kind.PARAMETER, "access_token", "");
        return new Placed(elsewhere, keys.token(signer, payload), false);
      }
      default -> payload.addProperty("sub", "another");
    }
    return new Placed(place, keys.token(signer, payload), false);
  }

  /** The provider of the issuer that the claims name, or any. */
  private JwtProvider provider(JsonObject claims) {
    if (providers.isEmpty()) {
      return JwtProvider.newBuilder().setIssuer("nobody").build();
    }
    List<JwtProvider> ofIssuer =
        providers.stream()
            .filter(
                provider ->
                    claims.has("iss")
                        && claims.get("iss").isJsonPrimitive()
                        && provider.getIssuer().equals(claims.get("iss").getAsString()))
            .toList();
    List<JwtProvider> choice = ofIssuer.isEmpty() ? providers : ofIssuer;
    return choice.get(random.nextInt(choice.size()));
  }

  private Place place(JwtProvider provider) {
    List<Place> places = new ArrayList<>();
    for (JwtHeader header : provider.getFromHeadersList()) {
      places.add(new Place(Place.Kind.HEADER, header.getName(), header.getValuePrefix()));
    }
    provider
        .getFromParamsList()
        .forEach(name -> places.add(new Place(Place.Kind.PARAMETER, name, "")));
    provider
        .getFromCookiesList()
        .forEach(name -> places.add(new Place(Place.Kind.COOKIE, name, "")));
    if (places.isEmpty()) {
      places.add(new Place(Place.Kind.HEADER, "authorization", "Bearer "));
      places.add(new Place(Place.Kind.PARAMETER, "access_token", ""));
    }
    return places.get(random.nextInt(places.size()));
  }
}
