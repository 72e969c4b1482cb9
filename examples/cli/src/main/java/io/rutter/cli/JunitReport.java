// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, in the form that GitLab, Jenkins and others read: a suite for each file. */
final class JunitReport {
  private JunitReport() {}

  /**
   * A test case.
   *
   * @param file the suite
   * @param name what was looked at
   * @param failure how it failed; empty: it passed
   * @param output what is to be said all the same
   */
  private record Case(String file, String name, Optional<Failure> failure, String output) {}

  /**
   * Why a case failed.
   *
   * @param type the code or the kind of test
   * @param message one line
   * @param text all of it
   */
  private record Failure(String type, String message, String text) {}

  private static final Case NO_TEST =
      new Case(
          "simulate",
          "no test",
          Optional.of(
              new Failure("call", "there is no test", "there is no test (expected: at least one)")),
          "");

  /** Each problem as a case, which fails if the problem fails the command. */
  static String ofProblems(String command, List<Problem> problems, Predicate<Problem> fails) {
    return problems.isEmpty()
        ? print(List.of(new Case(command, "no problems", Optional.empty(), "")))
        : print(problems.stream().map(problem -> ofProblem(command, problem, fails)).toList());
  }

  /**
   * Each test of calls as a case, and each error of the test files; without any, one that fails,
   * since nothing was tested.
   */
  static String ofTests(List<CallTestResult> results, List<Problem> errors) {
    List<Case> cases =
        Stream.concat(
                results.stream().map(JunitReport::ofTest),
                errors.stream().map(error -> ofProblem("simulate", error, problem -> true)))
            .toList();
    return print(cases.isEmpty() ? List.of(NO_TEST) : cases);
  }

  private static Case ofProblem(String command, Problem problem, Predicate<Problem> fails) {
    String object = problem.object().map(Object::toString).orElse("");
    String path = problem.path().isEmpty() ? "" : " " + problem.path();
    return new Case(
        problem.location().map(SourceLocation::file).map(ReportedFile::of).orElse(command),
        (object + path + " [" + problem.code().id() + "]").strip(),
        fails.test(problem)
            ? Optional.of(new Failure(problem.code().id(), problem.message(), problem.toString()))
            : Optional.empty(),
        fails.test(problem) ? "" : problem.toString());
  }

  private static Case ofTest(CallTestResult result) {
    SourceLocation location = result.test().location();
    return new Case(
        ReportedFile.of(location.file()),
        result.test().name(),
        result.passed()
            ? Optional.empty()
            : Optional.of(
                new Failure(
                    "call",
                    result.failures().get(0),
                    location
                        + "\n"
                        + result.failures().stream()
                            .map(VisibleText::of)
                            .collect(Collectors.joining("\n")))),
        "");
  }

  private static String print(List<Case> cases) {
    Map<String, List<Case>> byFile =
        cases.stream()
            .collect(Collectors.groupingBy(Case::file, LinkedHashMap::new, Collectors.toList()));
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      start(xml, "testsuites", "rutter", cases);
      for (Map.Entry<String, List<Case>> suite : byFile.entrySet()) {
        xml.writeCharacters("  ");
        start(xml, "testsuite", suite.getKey(), suite.getValue());
        for (Case each : suite.getValue()) {
          write(xml, each);
        }
        xml.writeCharacters("  ");
        end(xml);
      }
      end(xml);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a StringWriter takes everything", e);
    }
    return text.toString();
  }

  private static void start(XMLStreamWriter xml, String element, String name, List<Case> cases)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("name", visible(name));
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute(
        "failures",
        String.valueOf(cases.stream().filter(each -> each.failure().isPresent()).count()));
    xml.writeAttribute("errors", "0");
    xml.writeCharacters("\n");
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void write(XMLStreamWriter xml, Case each) throws XMLStreamException {
    xml.writeCharacters("    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", visible(each.file()));
    xml.writeAttribute("name", visible(each.name()));
    xml.writeAttribute("file", visible(each.file()));
    if (each.failure().isPresent()) {
      Failure failure = each.failure().get();
      xml.writeStartElement("failure");
      xml.writeAttribute("type", failure.type());
      xml.writeAttribute("message", visible(failure.message()));
      xml.writeCharacters(withoutNonCharacters(failure.text()));
      xml.writeEndElement();
    }
    if (!each.output().isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(withoutNonCharacters(each.output()));
      xml.writeEndElement();
    }
    end(xml);
  }

  private static String visible(String text) {
    return withoutNonCharacters(VisibleText.of(text));
  }

  /** XML has no way to write these two. */
  private static String withoutNonCharacters(String text) {
    return text.replace('\uFFFE', '?').replace('\uFFFF', '?');
  }
}
