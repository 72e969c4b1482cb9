// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import com.google.common.collect.ImmutableList;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a text: of a JWK set (RFC 7517), or a key alone.
 *
 * @param keys the keys
 * @param alone whether the text is a key alone
 * @param odd what Envoy refuses in the text although istiod does not
 */
public record JwkSet(ImmutableList<Jwk> keys, boolean alone, Optional<String> odd) {
  /** Some editors put it at the start of a file, and the reader here would pass over it. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** Reads a text by the rules of istiod. */
  public static JwkSet parse(String text) throws MalformedJwkException {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new MalformedJwkException("a byte order mark");
    }
    checkControlCharacters(text);
    try {
      JwkSet set = readSet(text).orElse(null);
      return set == null ? readAlone(text) : set;
    } catch (IOException | NumberFormatException notJson) {
      throw new MalformedJwkException("no JSON");
    }
  }

  /** Whether Envoy can use a key of the set, a key alone put into one. */
  public boolean isTaken() {
    return odd.isEmpty() && keys.stream().anyMatch(EnvoyKeys::takes);
  }

  /**
   * The text as a set that Envoy takes; empty if it can use none of the keys.
   *
   * @param text what was parsed
   */
  public Optional<String> forEnvoy(String text) {
    return isTaken() ? Optional.of(alone ? "{\"keys\": [" + text + "]}" : text) : Optional.empty();
  }

  /** The set; empty if the object has no member {@code keys}. */
  private static Optional<JwkSet> readSet(String text) throws IOException, MalformedJwkException {
    JsonReader in = new JsonReader(new StringReader(text));
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw new MalformedJwkException("no object");
    }
    ImmutableList.Builder<Jwk> keys = ImmutableList.builder();
    Set<String> names = new HashSet<>();
    String odd = "";
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (!names.add(name)) {
        odd = name + " twice";
      }
      if (!name.equals("keys")) {
        in.skipValue();
      } else if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        odd = "keys that are null";
      } else {
        odd = readKeys(in, keys).orElse(odd);
      }
    }
    in.endObject();
    odd = isAtEnd(in) ? odd : "text behind the set";
    return names.contains("keys")
        ? Optional.of(
            new JwkSet(keys.build(), false, Optional.of(odd).filter(said -> !said.isEmpty())))
        : Optional.empty();
  }

  /** Reads the list of keys, and says what is odd about one of them. */
  private static Optional<String> readKeys(JsonReader in, ImmutableList.Builder<Jwk> keys)
      throws IOException, MalformedJwkException {
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      throw new MalformedJwkException("keys that are no list");
    }
    Optional<String> odd = Optional.empty();
    in.beginArray();
    while (in.hasNext()) {
      Jwk key = Jwk.read(in);
      keys.add(key);
      if (key.twice().isPresent()) {
        odd = Optional.of("a key with " + key.twice().get() + " twice");
      }
    }
    in.endArray();
    return odd;
  }

  private static JwkSet readAlone(String text) throws IOException, MalformedJwkException {
    JsonReader in = new JsonReader(new StringReader(text));
    Jwk key = Jwk.read(in);
    return new JwkSet(
        ImmutableList.of(key),
        true,
        isAtEnd(in) ? Optional.empty() : Optional.of("text behind the key"));
  }

  private static boolean isAtEnd(JsonReader in) throws IOException {
    try {
      return in.peek() == JsonToken.END_DOCUMENT;
    } catch (MalformedJsonException more) {
      return false;
    }
  }

  /** The reader lets characters into strings that JSON does not, such as line ends. */
  private static void checkControlCharacters(String text) throws MalformedJwkException {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (inside && c == '\\') {
        i++;
      } else if (inside && c < ' ') {
        throw new MalformedJwkException("a line end or another control character in a text");
      }
    }
  }
}
