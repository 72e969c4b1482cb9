// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import com.google.common.xml.XmlEscapers;
import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.model.problem.VisibleText;
import java.util.Locale;
import java.util.NavigableMap;

/**
 * Coverage in Cobertura's XML (coverage-04.dtd): a class for each file. The time stamp is 0, so
 * that equal coverage gives equal text.
 */
public final class CoberturaText {
  private CoberturaText() {}

  public static String of(CallCoverage coverage) {
    NavigableMap<String, NavigableMap<Integer, Integer>> files = CoveredLines.of(coverage);
    long valid = files.values().stream().mapToLong(NavigableMap::size).sum();
    long covered = files.values().stream().mapToLong(CoveredLines::covered).sum();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n");
    xml.append("<coverage line-rate=\"").append(rate(covered, valid));
    xml.append("\" branch-rate=\"1\" lines-covered=\"").append(covered);
    xml.append("\" lines-valid=\"").append(valid);
    xml.append("\" branches-covered=\"0\" branches-valid=\"0\" complexity=\"0\"");
    xml.append(" version=\"rutter\" timestamp=\"0\">\n");
    xml.append("  <sources><source>.</source></sources>\n  <packages>\n");
    xml.append("    <package name=\"mesh\" line-rate=\"").append(rate(covered, valid));
    xml.append("\" branch-rate=\"1\" complexity=\"0\">\n      <classes>\n");
    files.forEach((file, lines) -> file(file, lines, xml));
    return xml.append("      </classes>\n    </package>\n  </packages>\n</coverage>\n").toString();
  }

  private static void file(String file, NavigableMap<Integer, Integer> lines, StringBuilder xml) {
    String name = escaped(file);
    xml.append("        <class name=\"").append(name).append("\" filename=\"").append(name);
    xml.append("\" line-rate=\"").append(rate(CoveredLines.covered(lines), lines.size()));
    xml.append("\" branch-rate=\"1\" complexity=\"0\">\n          <methods/>\n          <lines>\n");
    lines.forEach(
        (line, tests) ->
            xml.append("            <line number=\"")
                .append(line)
                .append("\" hits=\"")
                .append(tests)
                .append("\" branch=\"false\"/>\n"));
    xml.append("          </lines>\n        </class>\n");
  }

  private static String rate(long covered, long valid) {
    return valid == 0 ? "1" : String.format(Locale.ROOT, "%.4f", (double) covered / valid);
  }

  private static String escaped(String text) {
    return XmlEscapers.xmlAttributeEscaper().escape(VisibleText.of(text));
  }
}
