// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;

/** Texts for a property, by the name of the property: those that make sense there, and others. */
final class RandomTexts {
  private static final ImmutableList<String> HOSTS =
      ImmutableList.of(
          "reviews",
          "reviews.shop.svc.cluster.local",
          "ratings.shop.svc.cluster.local",
          "bank.example.com",
          "*.example.com",
          "*.shop.svc.cluster.local",
          "192.0.2.7");

  private static final ImmutableList<String> ADDRESSES =
      ImmutableList.of(
          "10.20.0.1", "10.20.0.2", "2001:db8::1", "10.96.0.10", "127.0.0.1", "0.0.0.0", "::");

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("a", "b", "http", "tcp", "v1", "edge", "reviews", "shop", "x-user");

  /** Checked in this order against the name of the property in lower case. */
  private static final ImmutableMap<String, ImmutableList<String>> BY_PART =
      ImmutableMap.<String, ImmutableList<String>>builder()
          .put("jwksuri", ImmutableList.of("https://issuer.example.com/keys", "http://keys:8080"))
          .put("jwks", ImmutableList.of("{\"keys\": []}", "{\"kty\": \"oct\", \"k\": \"AQ\"}"))
          .put("ipblocks", ImmutableList.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"))
          .put("statusonerror", ImmutableList.of("403", "503"))
          .put("egresshosts", ImmutableList.of("*/*", "./*", "shop/*", "shop/reviews"))
          .put("gateways", ImmutableList.of("edge", "mesh", "shop/edge", "istio-system/edge"))
          .put("accesslogfile", ImmutableList.of("/dev/null", "/dev/stdout"))
          .put("accesslogformat", ImmutableList.of("%REQ(:METHOD)%", "{\"a\": \"%PROTOCOL%\"}"))
          .put("text", ImmutableList.of("%START_TIME% %REQ_WITHOUT_QUERY(:PATH)%", "plain"))
          .put("trustdomain", ImmutableList.of("cluster.local", "td"))
          .put("logname", ImmutableList.of("log"))
          .put("namespace", ImmutableList.of("shop", "default", "istio-system", "other"))
          .put("exportto", ImmutableList.of(".", "*", "shop", "~"))
          .put("visibleto", ImmutableList.of(".", "*", "shop", "~"))
          .put("subjectaltnames", ImmutableList.of("spiffe://cluster.local/ns/shop/sa/reviews"))
          .put("subset", ImmutableList.of("v1", "v2"))
          .put("regex", ImmutableList.of("a.*", "[a-z]+", "(a|b)"))
          .put("uri", ImmutableList.of("/", "/reviews", "/a/b"))
          .put("path", ImmutableList.of("/", "/dev/null", "/a"))
          .put("prefix", ImmutableList.of("/", "/reviews", "/a/b"))
          .put("certificate", ImmutableList.of("/etc/certs/cert.pem"))
          .put("privatekey", ImmutableList.of("/etc/certs/key.pem"))
          .put("credentialname", ImmutableList.of("edge-cert", "kubernetes://edge-cert"))
          .put("ciphersuites", ImmutableList.of("ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA"))
          .put("ecdhcurves", ImmutableList.of("P-256", "X25519"))
          .put("protocol", ImmutableList.of("HTTP", "HTTP2", "GRPC", "TCP", "TLS", "HTTPS"))
          .put("retryon", ImmutableList.of("5xx", "gateway-error,reset", "503", "unavailable"))
          .put("methods", ImmutableList.of("GET", "POST"))
          .put("headers", ImmutableList.of("x-user", "content-type"))
          .put("header", ImmutableList.of("x-user", "content-type"))
          .put("authority", ImmutableList.of("reviews", "bank.example.com:80"))
          .put("percent", ImmutableList.of("10"))
          .put("subnets", ImmutableList.of("10.0.0.0/8", "192.0.2.1"))
          .put("addresses", ADDRESSES)
          .put("address", ADDRESSES)
          .put("cidr", ImmutableList.of("10.0.0.0/8"))
          .put("ipaddresses", ADDRESSES)
          .put("bind", ImmutableList.of("127.0.0.1", "0.0.0.0", "10.20.0.1"))
          .put("defaultendpoint", ImmutableList.of("127.0.0.1:8080", "0.0.0.0:8080", "unix:///x"))
          .put("snihosts", HOSTS)
          .put("hostname", HOSTS)
          .put("host", HOSTS)
          .put("service", HOSTS)
          .put("aliasof", HOSTS)
          .put("from", ImmutableList.of("r1", "r1/z1/*", "r1/*"))
          .put("to", ImmutableList.of("r2", "r1/z2/*"))
          .put("tlsmode", ImmutableList.of("istio", "disabled"))
          .put("kind", ImmutableList.of("Secret"))
          .buildOrThrow();

  /** Nowhere right, or hardly anywhere. */
  static final ImmutableList<String> ABSURD =
      ImmutableList.of(
          "",
          " ",
          "not an ip",
          "not-an-ip",
          "nul\u0000",
          "half \ud800",
          "\udc00",
          "two\r\nlines: 1",
          "tab\t",
          "\u202etxt",
          "\ud83d\ude42",
          "*",
          "*.",
          "..",
          "-",
          "a b",
          "a".repeat(300),
          "([",
          "(?i)x{1001}",
          "%",
          "%START_TIME",
          "%REQ(",
          "{",
          "-1",
          "70000",
          "fe80::1%eth0",
          "10.0.0.0/33",
          "999.1.1.1",
          "unix://",
          "unix:///",
          "unix:///run/x",
          "unix://@x",
          "spiffe://",
          "http://x",
          "x:99999",
          "/",
          "a/b/c",
          "~",
          ":",
          ":path",
          "host",
          "NaN",
          "inf");

  private RandomTexts() {}

  /** The texts that make sense for a property. */
  static ImmutableList<String> sane(String property) {
    String name = property.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, ImmutableList<String>> part : BY_PART.entrySet()) {
      if (name.contains(part.getKey())) {
        return part.getValue();
      }
    }
    return NAMES;
  }
}
