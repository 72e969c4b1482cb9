// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.io.BaseEncoding;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.rutter.inspect.internal.json.ClaimsJson;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a provider makes of a good token: headers of the request, and metadata. */
final class TokenOutput {
  private static final BaseEncoding BASE64 = BaseEncoding.base64();

  /** 2 to the power of 64. */
  private static final double MOST = 0x1p64;

  private static final Splitter SPACES = Splitter.on(' ').omitEmptyStrings();
  private static final Splitter DOTS = Splitter.on('.');

  private TokenOutput() {}

  /** The request without the headers that only the filter may set. */
  static HttpRequest withoutOutput(JwtProvider provider, HttpRequest request) {
    HttpRequest clean = request;
    if (!provider.getForwardPayloadHeader().isEmpty()) {
      clean =
          TokenPlaces.withoutHeader(clean, provider.getForwardPayloadHeader().toLowerCase(ROOT));
    }
    for (JwtClaimToHeader output : provider.getClaimToHeadersList()) {
      clean = TokenPlaces.withoutHeader(clean, output.getHeaderName().toLowerCase(ROOT));
    }
    return clean;
  }

  /** The request with the payload of the token in a header, if the provider has one. */
  static HttpRequest withPayload(JwtProvider provider, Token token, HttpRequest request) {
    if (provider.getForwardPayloadHeader().isEmpty()) {
      return request;
    }
    int missing = provider.getPadForwardPayloadHeader() ? -token.payload().length() & 3 : 0;
    return with(request, provider.getForwardPayloadHeader(), token.payload() + "=".repeat(missing));
  }

  /** The request with claims of the token in headers. */
  static HttpRequest withClaims(JwtProvider provider, Token token, HttpRequest request) {
    HttpRequest changed = request;
    for (JwtClaimToHeader output : provider.getClaimToHeadersList()) {
      String text = claim(token.claims(), output.getClaimName()).map(TokenOutput::text).orElse("");
      if (!text.isEmpty()) {
        changed = with(changed, output.getHeaderName(), text);
      }
    }
    return changed;
  }

  private static HttpRequest with(HttpRequest request, String name, String value) {
    return request.withHeaders(
        ImmutableListMultimap.<String, String>builder()
            .putAll(request.headers())
            .put(name.toLowerCase(ROOT), value)
            .build());
  }

  /** The claim of a name in which dots lead into objects. */
  private static Optional<Value> claim(Struct claims, String name) {
    Struct object = claims;
    Optional<Value> found = Optional.empty();
    for (String part : DOTS.split(name)) {
      found = Optional.ofNullable(object.getFieldsMap().get(part));
      if (found.isEmpty()) {
        return found;
      }
      object = found.get().getStructValue();
    }
    return found;
  }

  private static String text(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue();
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> "" + value.getBoolValue();
      case STRUCT_VALUE, LIST_VALUE -> BASE64.encode(ClaimsJson.print(value).getBytes(UTF_8));
      case NULL_VALUE, KIND_NOT_SET -> "";
    };
  }

  /** Whole numbers as they are, unless they are negative or too large; others with six digits. */
  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return ""; // No JSON has such a number.
    }
    BigDecimal exact = new BigDecimal(number);
    return number >= 0 && number < MOST && number == Math.rint(number)
        ? exact.toBigInteger().toString()
        : exact.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The claims as other filters find them: some texts are split at spaces. */
  static Struct normalized(JwtProvider provider, Struct claims) {
    Struct.Builder normalized = claims.toBuilder();
    for (String name : provider.getNormalizePayloadInMetadata().getSpaceDelimitedClaimsList()) {
      Value value = claims.getFieldsOrDefault(name, Value.getDefaultInstance());
      ListValue.Builder parts = ListValue.newBuilder();
      SPACES
          .split(value.getStringValue())
          .forEach(part -> parts.addValues(Value.newBuilder().setStringValue(part)));
      if (parts.getValuesCount() > 0) {
        normalized.putFields(name, Value.newBuilder().setListValue(parts).build());
      }
    }
    return normalized.build();
  }
}
