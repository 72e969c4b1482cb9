// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SARIF, JUnit's XML, colour and the summary. */
class ProblemFormatsTest {
  private static final String BAD =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a}
      spec:
        hosts: [a]
        http:
        - timeOut: 1s
          timeout: 0s
          route: [{destination: {host: "<b> & \\"\\e\\uFFFF%"}}]
      """;

  @Test
  void printsSarif() {
    CommandRun run =
        rutterOn(BAD, "validate", "--format", "sarif", "--stdin-filename", "k8s/a b.yaml", "-");

    JsonObject log = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    JsonObject first = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject result = first.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.get("ruleId").getAsString()).isEqualTo("unknown-field");
    assertThat(result.get("level").getAsString()).isEqualTo("warning");
    assertThat(result.get("locations").toString())
        .isEqualTo(
            "[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"k8s/a%20b.yaml\"},"
                + "\"region\":{\"startLine\":7,\"startColumn\":5}},\"logicalLocations\":"
                + "[{\"fullyQualifiedName\":\"VirtualService/default/a#spec.http[0].timeOut\"}]}]");
    JsonObject driver = first.getAsJsonObject("tool").getAsJsonObject("driver");
    JsonObject rule =
        driver.getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
    assertThat(rule.get("id").getAsString()).isEqualTo("unknown-field");
    assertThat(rule.getAsJsonObject("shortDescription").get("text").getAsString())
        .isEqualTo("There is no such field; it is ignored.");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void sarifNamesFilesByUri(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("a:b.yaml"), BAD);

    assertThat(rutter("validate", "--format", "sarif", file.toString()).out())
        .contains("\"uri\": \"file:" + "//" + file + "\"");
    assertThat(
            rutterOn(BAD, "validate", "--format", "sarif", "--stdin-filename", "a:b.yaml", "-")
                .out())
        .contains("\"uri\": \"./a:b.yaml\"");
  }

  @Test
  void filesBelowTheFolderOfTheRunAreNamedAsTheRepositoryNamesThem() {
    assertThat(named("sarif", "./k8s/a.yaml")).contains("\"uri\": \"k8s/a.yaml\"");
    assertThat(named("sarif", "./a:b.yaml")).contains("\"uri\": \"./a:b.yaml\"");
    assertThat(named("github", "./k8s/a.yaml")).contains("file=k8s/a.yaml,");
    assertThat(named("junit", "./k8s/a.yaml"))
        .contains("file=\"k8s/a.yaml\"", "<testsuite name=\"k8s/a.yaml\"");
    assertThat(named("text", "./k8s/a.yaml")).startsWith("./k8s/a.yaml:");
  }

  private static String named(String format, String file) {
    return rutterOn(BAD, "validate", "--format", format, "--stdin-filename", file, "-").out();
  }

  @Test
  void sarifOfNoProblemsIsALogWithoutResults() {
    assertThat(rutter("validate", "--format", "sarif", "../bookinfo").out())
        .contains("\"results\": []");
  }

  @Test
  void printsJunitXml() throws Exception {
    CommandRun run = rutterOn(BAD, "validate", "--format", "junit", "-");

    Element suites = parse(run.out());
    assertThat(suites.getAttribute("failures")).isNotEqualTo("0");
    NodeList cases = suites.getElementsByTagName("testcase");
    Element warning = (Element) cases.item(0);
    assertThat(warning.getAttribute("name"))
        .isEqualTo("VirtualService/default/a spec.http[0].timeOut [unknown-field]");
    assertThat(warning.getAttribute("classname")).isEqualTo("<stdin>");
    assertThat(warning.getElementsByTagName("failure").getLength()).isZero();
    assertThat(warning.getTextContent()).contains("<stdin>:7:5: warning: ");
    Element host = (Element) cases.item(cases.getLength() - 1);
    Element failure = (Element) host.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("invalid-value");
    assertThat(failure.getAttribute("message")).contains("<b> & \"\\u001b?%");
    assertThat(failure.getTextContent()).startsWith("<stdin>:");
  }

  @Test
  void junitXmlOfNoProblemsHasACaseThatPasses() throws Exception {
    Element suites = parse(rutter("analyze", "--format", "junit", "../bookinfo").out());

    assertThat(suites.getAttribute("tests")).isEqualTo("1");
    assertThat(suites.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void printsTestsOfCallsAsJunitXmlAndWorkflowCommands(@TempDir Path temp) throws Exception {
    Path tests = temp.resolve("bookinfo.yaml");
    Files.writeString(
        tests,
        Files.readString(Path.of("../calls/bookinfo.yaml"))
            .replace("cluster: outbound|9080|v3|", "cluster: outbound|9080|v9|"));

    String[] line = {"simulate", "../bookinfo", "--tests", tests.toString(), "--format", "junit"};
    CommandRun run = rutter(line);

    Element suite = (Element) parse(run.out()).getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo(tests.toString());
    assertThat(suite.getAttribute("tests")).isEqualTo("12");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
        .contains("(expected: outbound|9080|v9|");
    assertThat(run.status()).isEqualTo(1);
    line[5] = "github";
    assertThat(rutter(line).out())
        .contains(
            "::error file=" + tests + ",line=13,col=3,title=testers get the new reviews::cluster: ")
        .endsWith("12 tests of 12 calls: 11 passed, 1 failed\n");
  }

  @Test
  void oneCallIsNoTest() {
    CommandRun run = rutter("simulate", "--format", "junit", "../bookinfo", "http://reviews:9080/");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("github and junit are for --tests");
  }

  @Test
  void colourIsAddedWhereItIsWantedOnly() {
    String plain = rutterOn(BAD, "validate", "-").out();
    String colored = rutterOn(BAD, "validate", "--color", "always", "-").out();

    assertThat(plain)
        .doesNotContain("\u001b")
        .isEqualTo(rutterOn(BAD, "validate", "--color", "never", "-").out());
    assertThat(colored)
        .startsWith("\u001b[1m<stdin>:7:5: \u001b[0m\u001b[1;33mwarning\u001b[0m: Virtual")
        .contains("\u001b[1;31merror\u001b[0m: ")
        .contains("\u001b[2m [invalid-value]\u001b[0m\n");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void aSummaryComesOnStandardError() {
    assertThat(rutterOn(BAD, "validate", "-").err()).isEqualTo("rutter: 2 errors, 1 warning\n");
    assertThat(rutterOn(BAD, "validate", "--quiet", "-").err()).isEmpty();
    assertThat(rutter("validate", "../bookinfo").err()).isEqualTo("rutter: no problems\n");
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
        .getDocumentElement();
  }
}
