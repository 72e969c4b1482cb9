// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.calltest.CallCase;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link CallCase}. */
final class CallTestReader {
  private CallTestReader() {}

  /** Reads the tests of a document: {@code calls}, and {@code proxy} for calls that name none. */
  static ImmutableList<CallCase> readAll(ObjectNode in) {
    Optional<String> proxy = in.string("proxy");
    return in.objects("calls", call -> read(call, proxy));
  }

  private static CallCase read(ObjectNode in, Optional<String> proxyOfDocument) {
    CallCase.Builder test = CallCase.builder().location(in.location());
    test.name(in.string("name").orElseGet(() -> "call at " + in.location()));
    in.string("proxy").or(() -> proxyOfDocument).ifPresent(test::proxy);
    if (!in.has("call")) {
      in.reportMissing("call", "what is called, for example url");
    }
    test.call(in.requiredObject("call", CallDescriptionReader::read));
    test.expected(CallExpectationReader.ofField(in, "expect"));
    return test.build();
  }
}
