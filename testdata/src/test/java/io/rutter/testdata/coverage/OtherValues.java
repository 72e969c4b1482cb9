// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Values that may stand where another one stands, so that the document stays valid. */
final class OtherValues {
  private static final Pattern DURATION = Pattern.compile("[0-9.]+(?:ms|s|m|h)");
  private static final Pattern IPV4 = Pattern.compile("(?:[0-9]+\\.){3}[0-9]+");

  private OtherValues() {}

  static List<String> of(String field, ScalarNode scalar) {
    String value = scalar.getValue();
    if (scalar.getTag().equals(Tag.INT)) {
      // 101 is a prime, which some sizes must be.
      return ImmutableList.of(String.valueOf(Long.parseLong(value) + 1), "101");
    }
    if (field.equals("protocol")) {
      return ImmutableList.of(value.equals("TCP") ? "HTTP" : "TCP");
    }
    if (DURATION.matcher(value).matches()) {
      return ImmutableList.of("1" + value);
    }
    if (IPV4.matcher(value).matches()) {
      return ImmutableList.of("1.2.3.4");
    }
    if (value.contains("/")) {
      return ImmutableList.of("other-" + value, "./unmatched.example.com");
    }
    return ImmutableList.of("other-" + value);
  }
}
