// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What an unquoted scalar means in YAML as Kubernetes reads it: YAML 1.1 with the words {@code y},
 * {@code on} and so on for booleans, octal numbers with a leading zero, and {@code 1e2} as a
 * number; but without sexagesimal numbers, and dates are strings.
 */
final class Scalars {
  /** The tag of a scalar that is neither quoted nor tagged. */
  static final Tag TAG = new Tag("tag:rutter.io,2026:plain");

  private static final ImmutableSet<String> NULL = ImmutableSet.of("", "~", "null", "Null", "NULL");
  private static final ImmutableSet<String> TRUE =
      ImmutableSet.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final ImmutableSet<String> FALSE =
      ImmutableSet.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[oO]?[0-7]+");
  private static final Pattern HEX = Pattern.compile("[-+]?0[xX][0-9a-fA-F]+");
  private static final Pattern BINARY = Pattern.compile("[-+]?0[bB][01]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");
  private static final Pattern SPECIAL = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** The longest scalar that is tried as a number; longer ones are strings. */
  private static final int LONGEST_NUMBER = 400;

  private static final int LONGEST_WORD = 5;

  private Scalars() {}

  /** The value of a scalar of the tree. */
  static ScalarValue value(ScalarNode node) {
    Tag tag = node.getTag();
    return tag.equals(Tag.STR) || tag.equals(Tag.BINARY)
        ? new ScalarValue.Text(node.getValue())
        : resolve(node.getValue());
  }

  /** Leaves plain scalars unresolved, for {@link #resolve}; quoted ones are strings. */
  static final class Unresolved extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: plain scalars are resolved later.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit ? TAG : super.resolve(kind, value, implicit);
    }
  }

  /** The value of an unquoted scalar. */
  static ScalarValue resolve(String text) {
    if (text.length() <= LONGEST_WORD) {
      if (NULL.contains(text)) {
        return ScalarValue.NULL;
      }
      if (TRUE.contains(text)) {
        return new ScalarValue.Bool(true);
      }
      if (FALSE.contains(text)) {
        return new ScalarValue.Bool(false);
      }
    }
    char first = text.charAt(0);
    boolean mayBeNumber =
        (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    return mayBeNumber && text.length() <= LONGEST_NUMBER
        ? number(text)
        : new ScalarValue.Text(text);
  }

  private static ScalarValue number(String text) {
    String digits = text.replace("_", "");
    if (DECIMAL.matcher(digits).matches()) {
      return new ScalarValue.Numeric(new BigDecimal(digits));
    }
    if (HEX.matcher(digits).matches()) {
      return integer(digits, 16);
    }
    if (BINARY.matcher(digits).matches()) {
      return integer(digits, 2);
    }
    if (OCTAL.matcher(digits).matches()) {
      return integer(digits, 8);
    }
    if (FLOAT.matcher(digits).matches()) {
      return new ScalarValue.Numeric(new BigDecimal(digits));
    }
    if (SPECIAL.matcher(digits).matches()) {
      return new ScalarValue.NotFinite(text);
    }
    return new ScalarValue.Text(text);
  }

  /** An integer with a sign, if any, then a zero and perhaps a letter for the radix. */
  private static ScalarValue integer(String text, int radix) {
    int zero = text.charAt(0) == '0' ? 0 : 1;
    int digits = zero + (Character.isLetter(text.charAt(zero + 1)) ? 2 : 1);
    String signed = text.substring(0, zero) + text.substring(digits);
    return new ScalarValue.Numeric(new BigDecimal(new BigInteger(signed, radix)));
  }
}
