// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.docs.Page.Block;
import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** YAML on a page is read without a problem, and poms name what there is, in the right version. */
class DataSnippetsTest {
  /** Properties of the parent's pom with the versions of other artifacts. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "io.grpc", "grpc.version",
          "io.envoyproxy.controlplane", "envoy-api.version",
          "org.junit.jupiter", "junit.version");

  private static final Splitter DOCUMENTS = Splitter.on("---\n").omitEmptyStrings();

  @TestFactory
  Stream<DynamicTest> yamlIsRead() {
    return Page.blocks("yaml").stream()
        .filter(block -> !Figures.isElsewhere(block))
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> checkYaml(block)));
  }

  private static void checkYaml(Block block) {
    YamlSource source = YamlSource.text(block.page(), block.text());
    for (String document : DOCUMENTS.split(block.text())) {
      assertThat(YamlToJson.convert(YamlSource.text(block.page(), document))).isNotEmpty();
    }
    List<Problem> problems =
        block.text().contains("kind: ")
            ? YamlLoader.create().load(source).problems()
            : CallTestLoader.load(List.of(source)).problems();
    assertThat(problems).filteredOn(problem -> problem.severity() != Severity.NOTE).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> pomsAreRight() {
    return Page.blocks("xml").stream()
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> checkPom(block)));
  }

  private static void checkPom(Block block) throws Exception {
    Document parent = xml(Page.textOf(Page.root().resolve("pom.xml")));
    Document document = xml("<project>" + block.text() + "</project>");
    NodeList artifacts = document.getElementsByTagName("artifactId");
    assertThat(artifacts.getLength()).isPositive();
    for (int i = 0; i < artifacts.getLength(); i++) {
      Element artifact = (Element) artifacts.item(i).getParentNode();
      String version = text(artifact, "version");
      String group = text(artifact, "groupId");
      String name = text(artifact, "artifactId");
      if (group.equals("io.rutter")) {
        assertThat(Files.exists(Page.root().resolve(name.replace("rutter-", ""))))
            .as(name)
            .isTrue();
      }
      if (!version.isEmpty()) {
        assertThat(version).as(name).isEqualTo(expected(parent, group, name));
      }
    }
  }

  private static String expected(Document parent, String group, String name) {
    if (group.equals("io.rutter")) {
      return text(parent.getDocumentElement(), "version");
    }
    String property = VERSIONS.get(group);
    if (property != null) {
      return text(parent.getDocumentElement(), property);
    }
    NodeList artifacts = parent.getElementsByTagName("artifactId");
    for (int i = 0; i < artifacts.getLength(); i++) {
      if (artifacts.item(i).getTextContent().equals(name)) {
        return text((Element) artifacts.item(i).getParentNode(), "version");
      }
    }
    return "no version in the parent's pom";
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
