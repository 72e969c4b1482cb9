// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import com.google.common.xml.XmlEscapers;
import io.rutter.model.problem.VisibleText;

/** Texts of an input in XML, where they are only texts. */
final class Xml {
  private Xml() {}

  /** The text with all characters escaped that XML takes for its own, or does not allow. */
  static String escaped(String text) {
    StringBuilder allowed = new StringBuilder();
    VisibleText.of(text)
        .codePoints()
        .map(character -> (character & 0xFFFE) == 0xFFFE ? 0xFFFD : character)
        .forEach(allowed::appendCodePoint);
    return XmlEscapers.xmlAttributeEscaper().escape(allowed.toString());
  }
}
