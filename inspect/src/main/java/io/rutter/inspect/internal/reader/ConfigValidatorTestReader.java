// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.calltest.ConfigValidatorCase;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.virtualservice.DestinationReader;
import io.rutter.yaml.internal.virtualservice.FaultReader;
import io.rutter.yaml.internal.virtualservice.HttpHeadersReader;
import io.rutter.yaml.internal.virtualservice.HttpRouteReader;

/** Reads {@link ConfigValidatorCase} (istio-config-validator: {@code TestCase}). */
final class ConfigValidatorTestReader {
  private ConfigValidatorTestReader() {}

  /** Reads the tests of a document. */
  static ImmutableList<ConfigValidatorCase> readAll(ObjectNode in) {
    return in.objects("testCases", ConfigValidatorTestReader::read);
  }

  private static ConfigValidatorCase read(ObjectNode in) {
    ConfigValidatorCase.Builder test =
        in.requiredObject("request", ConfigValidatorTestReader::readRequest)
            .location(in.location())
            .name(in.string("description").orElseGet(() -> "test case at " + in.location()))
            .wantMatch(in.bool("wantMatch"));
    if (in.has("route")) {
      test.route(in.objects("route", DestinationReader::httpRouteDestination));
    }
    in.object("redirect", HttpRouteReader::redirect).ifPresent(test::redirect);
    in.object("rewrite", HttpRouteReader::rewrite).ifPresent(test::rewrite);
    in.object("fault", FaultReader::fault).ifPresent(test::fault);
    in.object("headers", HttpHeadersReader::headers).ifPresent(test::headerOperations);
    in.object("delegate", HttpRouteReader::delegate).ifPresent(test::delegate);
    return test.build();
  }

  private static ConfigValidatorCase.Builder readRequest(ObjectNode in) {
    return ConfigValidatorCase.builder()
        .authorities(required(in, "authority", "a list of hosts"))
        .methods(required(in, "method", "a list of methods"))
        .uris(required(in, "uri", "a list of paths"))
        .headers(in.stringMap("headers"));
  }

  private static ImmutableList<String> required(ObjectNode in, String name, String expected) {
    if (!in.has(name)) {
      in.reportMissing(name, expected);
    }
    ImmutableList<String> values = in.strings(name);
    if (in.has(name) && values.isEmpty()) {
      in.reportInvalid(name, expected);
    }
    return values;
  }
}
