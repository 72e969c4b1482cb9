// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.Access;
import io.rutter.inspect.calltest.CallExpectation;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link CallExpectation}. */
final class CallExpectationReader {
  private static final ImmutableMap<String, Access> ACCESS =
      ImmutableMap.of(
          "allowed", Access.ALLOWED, "denied", Access.DENIED, "unreached", Access.UNREACHED);

  private CallExpectationReader() {}

  /** Reads an expectation of one word, or of an object. */
  static CallExpectation ofField(ObjectNode in, String name) {
    return in.isText(name)
        ? CallExpectation.builder().access(access(in, name)).build()
        : in.requiredObject(name, CallExpectationReader::read);
  }

  private static Optional<Access> access(ObjectNode in, String name) {
    Optional<String> written = in.stringValue(name);
    Optional<Access> access = written.map(ACCESS::get);
    if (written.isPresent() && access.isEmpty()) {
      in.reportInvalid(name, "allowed, denied or unreached");
    }
    return access;
  }

  /** Reads the fields of the object. */
  static CallExpectation read(ObjectNode in) {
    int errorsBefore = in.errorCount();
    CallExpectation.Builder expected = CallExpectation.builder();
    in.stringValue("listener").ifPresent(expected::listener);
    in.stringValue("filterChain").ifPresent(expected::filterChain);
    in.stringValue("routeConfiguration").ifPresent(expected::routeConfiguration);
    in.stringValue("virtualHost").ifPresent(expected::virtualHost);
    in.stringValue("route").ifPresent(expected::route);
    in.stringValue("virtualCluster").ifPresent(expected::virtualCluster);
    in.stringValue("cluster").ifPresent(expected::cluster);
    shares(in, "clusters").ifPresent(expected::clusters);
    shares(in, "mirrors").ifPresent(expected::mirrors);
    in.object("redirect", CallExpectationReader::redirect).ifPresent(expected::redirect);
    in.object("directResponse", CallExpectationReader::directResponse)
        .ifPresent(expected::directResponse);
    in.object("fault", CallExpectationReader::fault).ifPresent(expected::fault);
    in.stringValue("host").ifPresent(expected::host);
    in.stringValue("path").ifPresent(expected::path);
    in.object("requestHeaders", FieldNames.EXACT, HeaderExpectationReader::readAll)
        .ifPresent(expected::requestHeaders);
    in.object("responseHeaders", FieldNames.EXACT, HeaderExpectationReader::readAll)
        .ifPresent(expected::responseHeaders);
    in.stringValue("error").ifPresent(expected::error);
    expected.access(access(in, "access"));
    in.stringValue("deniedBy").ifPresent(expected::deniedBy);
    in.int32Value("status").ifPresent(expected::status);
    expected.configuredBy(in.strings("configuredBy"));
    CallExpectation result = expected.build();
    if (result.equals(CallExpectation.builder().build()) && in.errorCount() == errorsBefore) {
      in.reportMissing("cluster", "something that is expected, such as a cluster");
    }
    return result;
  }

  /** Percentages by name. */
  private static Optional<ImmutableMap<String, Double>> shares(ObjectNode in, String name) {
    return in.object(
        name,
        FieldNames.EXACT,
        shares -> {
          ImmutableMap.Builder<String, Double> percents = ImmutableMap.builder();
          for (String cluster : shares.names()) {
            shares.numberValue(cluster).ifPresent(percent -> percents.put(cluster, percent));
          }
          return percents.buildOrThrow();
        });
  }

  private static CallExpectation.Redirect redirect(ObjectNode in) {
    return new CallExpectation.Redirect(in.stringValue("location"), in.int32Value("status"));
  }

  private static CallExpectation.DirectResponse directResponse(ObjectNode in) {
    return new CallExpectation.DirectResponse(in.int32Value("status"), in.stringValue("body"));
  }

  private static CallExpectation.Fault fault(ObjectNode in) {
    return new CallExpectation.Fault(
        in.duration("delay"),
        in.numberValue("delayPercent"),
        in.int32Value("abortStatus"),
        in.int32Value("abortGrpcStatus"),
        in.numberValue("abortPercent"));
  }
}
