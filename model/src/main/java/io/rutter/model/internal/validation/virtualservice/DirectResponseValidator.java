// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import com.google.common.io.BaseEncoding;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HttpStatusRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.model.virtualservice.HttpBodyContent;

/** Checks a {@link DirectResponse}. */
final class DirectResponseValidator {
  private static final long LONGEST_BODY = 1 << 20;
  private static final long LONG_BODY = 100 << 10;

  private DirectResponseValidator() {}

  static void validate(DirectResponse response, Findings at) {
    HttpStatusRules.checkAnswer(response.status().orElse(0), at.at("status"));
    response
        .body()
        .flatMap(body -> body.content())
        .ifPresent(
            content -> {
              checkEncoding(content, at.at("body").at("bytes"));
              checkSize(size(content), at.at("body"));
            });
  }

  /** Base64 in either alphabet, with or without padding, as protobuf's JSON form has it. */
  private static void checkEncoding(HttpBodyContent content, Findings at) {
    if (content instanceof HttpBodyContent.Bytes bytes) {
      String plain = CharMatcher.is('=').trimTrailingFrom(bytes.value());
      if (!BaseEncoding.base64().canDecode(plain) && !BaseEncoding.base64Url().canDecode(plain)) {
        at.invalid("bytes: \"" + bytes.value() + "\" (expected: base64)");
      }
    }
  }

  private static void checkSize(long size, Findings at) {
    if (size > LONGEST_BODY) {
      at.invalid("body of " + size + " bytes (expected: at most " + LONGEST_BODY + ")");
    } else if (size > LONG_BODY) {
      at.warn(
          ProblemCode.INVALID_VALUE,
          "body of " + size + " bytes goes to every proxy (expected: less than " + LONG_BODY + ")");
    }
  }

  private static long size(HttpBodyContent content) {
    return switch (content.kind()) {
      case TEXT -> Utf8.encodedLength(((HttpBodyContent.Text) content).value());
      // Base64 writes three bytes as four characters.
      case BYTES -> ((HttpBodyContent.Bytes) content).value().length() / 4L * 3;
    };
  }
}
