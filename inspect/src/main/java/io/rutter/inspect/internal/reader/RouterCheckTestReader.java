// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.inspect.calltest.RouterCheckCase;
import io.rutter.inspect.calltest.RouterCheckExpectation;
import io.rutter.inspect.calltest.RouterCheckInput;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Map;

/** Reads {@link RouterCheckCase} (Envoy: {@code validation.proto} of {@code router_check_tool}). */
final class RouterCheckTestReader {
  private RouterCheckTestReader() {}

  /** Reads the tests of a document. */
  static ImmutableList<RouterCheckCase> readAll(ObjectNode in) {
    in.accept("runtime"); // Limits of Envoy's own process.
    return in.objects("tests", RouterCheckTestReader::read);
  }

  private static RouterCheckCase read(ObjectNode in) {
    return RouterCheckCase.builder()
        .location(in.location())
        .name(required(in, "testName", "a name"))
        .input(in.requiredObject("input", RouterCheckTestReader::input))
        .expected(in.requiredObject("validate", RouterCheckTestReader::expected))
        .build();
  }

  private static RouterCheckInput input(ObjectNode in) {
    RouterCheckInput.Builder input =
        RouterCheckInput.builder()
            .authority(required(in, "authority", "a host"))
            .path(required(in, "path", "a path"))
            .method(required(in, "method", "a method"))
            .ssl(in.bool("ssl"))
            .internal(in.bool("internal"))
            .additionalRequestHeaders(headerValues(in, "additionalRequestHeaders"))
            .additionalResponseHeaders(headerValues(in, "additionalResponseHeaders"))
            .dynamicMetadata(in.freeForms("dynamicMetadata"));
    in.uint64("randomValue").ifPresent(input::randomValue);
    in.string("runtime").ifPresent(input::runtime);
    return input.build();
  }

  private static RouterCheckExpectation expected(ObjectNode in) {
    RouterCheckExpectation.Builder expected =
        RouterCheckExpectation.builder()
            .requestHeaderFields(headerValues(in, "requestHeaderFields"))
            .responseHeaderFields(headerValues(in, "responseHeaderFields"))
            .routeMetadata(in.freeForms("routeMetadata"))
            .requestHeaderMatches(in.freeForms("requestHeaderMatches"))
            .responseHeaderMatches(in.freeForms("responseHeaderMatches"));
    in.duration("timeout").ifPresent(expected::timeout);
    in.stringValue("clusterName").ifPresent(expected::clusterName);
    in.stringValue("virtualClusterName").ifPresent(expected::virtualClusterName);
    in.stringValue("virtualHostName").ifPresent(expected::virtualHostName);
    in.stringValue("hostRewrite").ifPresent(expected::hostRewrite);
    in.stringValue("pathRewrite").ifPresent(expected::pathRewrite);
    in.stringValue("pathRedirect").ifPresent(expected::pathRedirect);
    in.int32Value("codeRedirect").ifPresent(expected::codeRedirect);
    return expected.build();
  }

  /** Objects with {@code key} and {@code value} (Envoy: {@code HeaderValue}). */
  private static ImmutableListMultimap<String, String> headerValues(ObjectNode in, String name) {
    return in
        .objects(
            name, one -> Map.entry(required(one, "key", "a name"), one.requiredString("value")))
        .stream()
        .collect(toImmutableListMultimap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String required(ObjectNode in, String name, String expected) {
    String text = in.requiredString(name);
    if (text.isEmpty()) {
      in.reportMissing(name, expected);
    }
    return text;
  }
}
