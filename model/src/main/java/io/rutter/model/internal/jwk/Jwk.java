// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key (RFC 7517).
 *
 * @param texts its members that are strings; null is the empty one
 * @param twice a member that it has more than once
 */
public record Jwk(ImmutableMap<String, String> texts, Optional<String> twice) {
  /** Members that are strings in a key of any kind. */
  private static final ImmutableSet<String> STRINGS =
      ImmutableSet.of("kty", "alg", "kid", "use", "x5t", "x5t#S256", "x5u");

  private static final ImmutableSet<String> LISTS = ImmutableSet.of("key_ops", "x5c");

  private static final ImmutableMap<String, Form> FORMS =
      ImmutableMap.of(
          "RSA", Form.of("", "n e", "d p q dp dq qi"),
          "EC", Form.of("crv", "x y", "d"),
          "OKP", Form.of("crv", "x", "d"),
          "oct", Form.of("", "k", ""));

  /**
   * What a kind of key has.
   *
   * @param strings strings that it must have
   * @param numbers base64 that it must have
   * @param secrets base64 that only its owner should have
   */
  private record Form(
      ImmutableList<String> strings, ImmutableList<String> numbers, ImmutableList<String> secrets) {
    static Form of(String strings, String numbers, String secrets) {
      return new Form(words(strings), words(numbers), words(secrets));
    }

    private static ImmutableList<String> words(String text) {
      return text.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(text.split(" ", -1));
    }
  }

  /** Reads a key. */
  static Jwk read(JsonReader in) throws IOException, MalformedJwkException {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw new MalformedJwkException("a key that is no object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    ImmutableSet.Builder<String> others = ImmutableSet.builder();
    Optional<String> twice = Optional.empty();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        texts.put(name, "");
      } else if (LISTS.contains(name)) {
        readList(name, in);
      } else if (in.peek() == JsonToken.STRING) {
        twice = texts.put(name, in.nextString()) == null ? twice : Optional.of(name);
      } else {
        others.add(name);
        in.skipValue();
      }
    }
    in.endObject();
    return checked(new Jwk(ImmutableMap.copyOf(texts), twice), others.build());
  }

  private static void readList(String name, JsonReader in)
      throws IOException, MalformedJwkException {
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      throw new MalformedJwkException("a key whose " + name + " is no list");
    }
    in.beginArray();
    while (in.hasNext()) {
      if (in.peek() != JsonToken.STRING) {
        throw new MalformedJwkException("a key whose " + name + " has more than texts");
      }
      in.skipValue();
    }
    in.endArray();
  }

  /**
   * The key, if it has what its kind must have.
   *
   * @param others names of members that are no strings
   */
  private static Jwk checked(Jwk key, ImmutableSet<String> others) throws MalformedJwkException {
    String kind = key.text("kty");
    Form form = FORMS.get(kind);
    if (form == null) {
      throw new MalformedJwkException("a key whose kty is none of RSA, EC, OKP and oct");
    }
    for (String name : Iterables.concat(STRINGS, form.strings, form.numbers, form.secrets)) {
      if (others.contains(name)) {
        throw new MalformedJwkException("a key whose " + name + " is no text");
      }
    }
    for (String name : Iterables.concat(form.strings, form.numbers)) {
      if (!key.texts().containsKey(name)) {
        throw new MalformedJwkException("a key of kty " + kind + " without " + name);
      }
    }
    for (String name : Iterables.concat(form.numbers, form.secrets)) {
      if (key.bytes(name).isEmpty()) {
        throw new MalformedJwkException("a key whose " + name + " is no base64");
      }
    }
    return key;
  }

  /** A member; empty if the key has none of that name. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** The bytes of a member, in either alphabet of base64; empty if it is none. */
  Optional<byte[]> bytes(String name) {
    String text = text(name).replace("\n", "").replace("\r", "");
    boolean ofUrl = text.indexOf('+') < 0 && text.indexOf('/') < 0;
    try {
      return Optional.of((ofUrl ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether it has a part that only its owner should have. */
  public boolean isPrivate() {
    return text("kty").equals("oct") || texts.containsKey("d");
  }
}
