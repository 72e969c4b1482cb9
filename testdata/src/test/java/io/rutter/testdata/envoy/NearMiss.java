// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Changes one thing of a request, so that it may not meet the conditions any more. */
final class NearMiss {
  private final Random random;
  private final SampleTexts texts;

  NearMiss(Random random) {
    this.random = random;
    this.texts = new SampleTexts(random);
  }

  void change(AccessDraft draft) {
    switch (random.nextInt(8)) {
      case 0 -> draft.method = texts.pick("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
      case 1 -> path(draft);
      case 2 -> host(draft);
      case 3 -> header(draft);
      case 4 -> {
        boolean v6 = draft.address.contains(":");
        draft.source =
            v6
                ? texts.pick("2001:db8::9", "fd00::1", "::ffff:1.2.3.4")
                : texts.pick("10.0.0.1", "192.0.2.7", "1.2.3.4", "203.0.113.5", "1.1.1.1");
      }
      case 5 -> client(draft);
      case 6 -> claim(draft);
      default -> serverName(draft);
    }
  }

  private void path(AccessDraft draft) {
    String path = draft.path;
    draft.path =
        switch (random.nextInt(8)) {
          case 0 -> path + "x";
          case 1 -> path + "/";
          case 2 -> path + "?x=1";
          case 3 -> "/x/.." + path;
          case 4 -> "/" + path;
          case 5 -> path.toUpperCase(Locale.ROOT);
          case 6 -> path.replaceFirst("/([a-z])", "/%6$1");
          default -> texts.pick("/", "/a", "/n", "/e", "/api/x", "/a.js", "/u/1/v/2");
        };
  }

  private void host(AccessDraft draft) {
    draft.host =
        switch (random.nextInt(4)) {
          case 0 -> draft.host + ":8080";
          case 1 -> draft.host.toUpperCase(Locale.ROOT);
          case 2 -> "x" + draft.host;
          default -> texts.pick("a.com", "shop.example.com", "other.example");
        };
  }

  private void header(AccessDraft draft) {
    if (draft.headers.isEmpty()) {
      draft.headers.put(texts.pick("x-a", "x-b", "a"), texts.pick("a", "b", "v1", ""));
      return;
    }
    List<String> names = List.copyOf(new java.util.TreeSet<>(draft.headers.keySet()));
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> draft.headers.removeAll(name);
      case 1 -> draft.headers.put(name, texts.pick("d", "other"));
      case 2 -> draft.headers.replaceValues(name, List.of(texts.pick("d", "b", "")));
      default -> draft.headers.replaceValues(name, List.of(draft.headers.get(name).get(0) + "x"));
    }
  }

  private void client(AccessDraft draft) {
    switch (random.nextInt(6)) {
      case 0 -> draft.certificate = false;
      case 1 -> draft.peer = draft.peer.map(name -> name + "x");
      case 2 -> draft.peer = draft.peer.map(name -> name.replace("/ns/", "/ns/x"));
      case 3 -> draft.peer = Optional.of("spiffe://elsewhere/ns/a/sa/b");
      case 4 -> draft.peer = draft.peer.map(name -> name.replaceFirst("//[^/]*/", "//td/"));
      default ->
          draft.peer =
              draft.peer.map(
                  name -> name.replaceFirst("/ns/.*", texts.pick("/ns/e/sa/e", "/ns/a/sa/b")));
    }
  }

  private void claim(AccessDraft draft) {
    List<String> names = List.copyOf(draft.claims.keySet());
    if (names.isEmpty()) {
      draft.claims.addProperty(texts.pick("sub", "scope", "group"), texts.pick("x", "x y"));
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonElement value = draft.claims.get(name);
    switch (random.nextInt(5)) {
      case 0 -> draft.claims.remove(name);
      case 1 -> draft.claims.addProperty(name, 5);
      case 2 -> draft.claims.addProperty(name, "other");
      case 3 -> {
        JsonArray list = new JsonArray();
        list.add(value);
        list.add("other");
        draft.claims.add(name, list);
      }
      default -> draft.claims.addProperty(name, "x y");
    }
  }

  private void serverName(AccessDraft draft) {
    draft.serverName =
        random.nextBoolean()
            ? Optional.empty()
            : draft.serverName.map(name -> "x" + name).or(() -> Optional.of("sni.example"));
  }
}
