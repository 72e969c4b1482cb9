// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of {@code rutter report} in a real browser. */
class ReportBrowserTest {
  private static Browser browser;

  @TempDir Path temp;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsWrongAndNothingLeavesThePage() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
  }

  private void open(String... arguments) {
    Path page = temp.resolve("report.html");
    List<String> all = new ArrayList<>(List.of("report", "-o", page.toString()));
    all.addAll(List.of(arguments));
    CommandRun run = rutter(all.toArray(String[]::new));
    assertThat(Files.exists(page)).as(run.err()).isTrue();
    browser.open(page);
  }

  private void openText(String mesh) throws IOException {
    Path page = temp.resolve("report.html");
    CommandRun run = rutterOn(mesh, "report", "-");
    Files.writeString(page, run.out());
    browser.open(page);
  }

  /** The bookinfo mesh with another text in place of one. */
  private Path changed(String old, String now) throws IOException {
    Path after = Files.createDirectory(temp.resolve("after"));
    try (var files = Files.list(Path.of("../bookinfo"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        Files.writeString(
            after.resolve(file.getFileName()), Files.readString(file).replace(old, now));
      }
    }
    return after;
  }

  private static List<WebElement> all(String css) {
    return browser.driver().findElements(By.cssSelector(css));
  }

  private static ImmutableList<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).collect(ImmutableList.toImmutableList());
  }

  @Test
  void showsWhatTheLibrarySays() {
    open("../bookinfo");
    LoadResult input = YamlLoader.create().load(Path.of("../bookinfo"));
    CompiledMesh mesh = Translator.create().compile(input.snapshot());

    assertThat(browser.driver().getTitle()).isEqualTo("Mesh report");
    assertThat(texts("#proxy-list li strong"))
        .containsExactlyInAnyOrderElementsOf(
            mesh.snapshot().proxies().stream().map(Proxy::id).toList());
    List<String> problems = new ArrayList<>();
    mesh.analyze().forEach(problem -> problems.add(problem.code().id()));
    Translation.of(mesh, mesh.snapshot().proxies())
        .problems()
        .forEach(problem -> problems.add(problem.code().id()));
    input.problems().forEach(problem -> problems.add(problem.code().id()));
    assertThat(texts("#problem-list li")).hasSameSizeAs(problems);
    assertThat(texts("#host-list summary"))
        .contains(
            "http://reviews.bookinfo.svc.cluster.local:9080", "https://books.example.com:8443");
  }

  @Test
  void aHostsRulesAreATable() {
    open("../bookinfo");
    browser.driver().findElement(By.id("host-filter")).sendKeys("http://reviews");

    assertThat(texts("#host-list summary"))
        .containsExactly("http://reviews.bookinfo.svc.cluster.local:9080");
    browser.driver().findElement(By.cssSelector("#host-list summary")).sendKeys(Keys.ENTER);
    List<WebElement> rows = all("#host-list table").get(0).findElements(By.cssSelector("tbody tr"));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2).getText())
        .contains(
            "header x-reader-group prefix staff-",
            "|v2|reviews",
            "VirtualService/bookinfo/reviews");
    rows.get(2).findElement(By.cssSelector("a")).sendKeys(Keys.ENTER);
    assertThat(browser.driver().switchTo().activeElement().getAttribute("class"))
        .isEqualTo("rutter-chosen");
  }

  @Test
  void keysAreEnough() {
    open("../bookinfo");
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys(Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText())
        .isEqualTo("Skip to the content");
    WebElement path = browser.driver().findElement(By.id("try-path"));
    path.clear();
    path.sendKeys("/never");
    WebElement place = browser.driver().findElement(By.id("try-place"));
    place.clear();
    place.sendKeys("http://reviews.bookinfo.svc.cluster.local:9080");
    browser.driver().findElement(By.id("try-headers")).sendKeys("X-Reader-Group: testers");
    assertThat(browser.driver().findElement(By.id("try-answer")).getText())
        .contains("header x-reader-group testers", "|v3|reviews");
  }

  @Test
  void whoeverDoesNotSeeIsTold() {
    open("../bookinfo", "--before", "../bookinfo");

    for (WebElement field : all("input, select, textarea")) {
      assertThat(field.getAccessibleName()).isNotEmpty();
    }
    List<Integer> levels =
        all("h1, h2, h3").stream().map(heading -> heading.getTagName().charAt(1) - '0').toList();
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(
            IntStream.range(1, levels.size()).allMatch(i -> levels.get(i) - levels.get(i - 1) <= 1))
        .isTrue();
    assertThat(all("main, nav, header")).hasSize(3);
    assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang"))
        .isEqualTo("en");
  }

  /** WCAG 2.2, 1.4.3: at least 4.5 to 1, with the colours of day and of night. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textStandsOutFromItsBackground(String scheme) throws IOException {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    Path after = changed("timeout: 4s", "timeout: 9s");
    open(after.toString(), "--before", "../bookinfo");
    all("#host-list summary").get(0).sendKeys(Keys.ENTER);
    all("a[href^='#source-']").get(0).sendKeys(Keys.ENTER);

    List<?> faint =
        (List<?>)
            requireNonNull(
                browser.run(
                    """
                    const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
                    const light = (colour) => {
                      const [r, g, b] = parts(colour).map((one) => one / 255)
                          .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
                      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                    };
                    const back = (element) => {
                      for (let at = element; at; at = at.parentElement) {
                        const colour = getComputedStyle(at).backgroundColor;
                        if (parts(colour)[3] !== 0) {
                          return colour;
                        }
                      }
                    };
                    window.looked = 0;
                    return [...document.querySelectorAll("body *:not(svg *)")]
                        .filter((element) => element.checkVisibility()
                            && [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
                        .map((element) => {
                          window.looked++;
                          const [a, b] = [getComputedStyle(element).color, back(element)].map(light);
                          return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.outerHTML];
                        })
                        .filter((one) => one[0] < 4.5).map((one) => one.join(" "));
                    """));
    assertThat(faint).isEmpty();
    assertThat((Long) requireNonNull(browser.run("return window.looked"))).isGreaterThan(100);
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(21, 24, 28)" : "rgb(255, 255, 255)");
  }

  @Test
  void changesAreToldWithTheirCauses() throws IOException {
    Path after = changed("timeout: 4s", "timeout: 9s");
    open(after.toString(), "--before", "../bookinfo");

    assertThat(texts("#behaviour-list li")).anyMatch(text -> text.contains("timeout: 4s -> 9s"));
    assertThat(texts("#resource-list li")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>window.hacked=1</script>",
        "<img src=x onerror=window.hacked=1>",
        "\\\"><svg onload=window.hacked=1>",
        "--><!--",
        "__proto__",
        "#DATA#",
        "javascript:window.hacked=1",
      })
  void namesAreOnlyText(String name) throws IOException {
    openText(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop, labels: {a: "%1$s"}}
        spec: {clusterIP: 10.0.0.1, ports: [{name: http, port: 80, targetPort: 80}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web]
          http:
          - name: "%1$s"
            match: [{headers: {x-name: {exact: "%1$s"}}}]
            directResponse: {status: 200, body: {string: "%1$s"}}
          - route: [{destination: {host: "%1$s"}}]
        ---
        apiVersion: rutter.io/v1
        kind: Proxy
        metadata: {name: a, namespace: shop}
        spec: {ipAddresses: [10.1.0.1]}
        """
            .formatted(name));

    assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
    assertThat(browser.run("return ({}).polluted === undefined")).isEqualTo(true);
    assertThat(all("main img, main script, main a[href^=javascript]")).isEmpty();
    browser.driver().findElement(By.cssSelector("#host-list summary")).sendKeys(Keys.ENTER);
    assertThat(all("main img, main script, main a[href^=javascript]")).isEmpty();
  }

  @Test
  void manyServicesAreDrawnWhenAsked() throws IOException {
    StringBuilder mesh = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      mesh.append(
          """
          apiVersion: v1
          kind: Service
          metadata: {name: s%1$d, namespace: n%2$d}
          spec: {clusterIP: 10.%3$d.%4$d.1, ports: [{name: http, port: 80, targetPort: 80}]}
          ---
          """
              .formatted(i, i % 10, i / 250, i % 250));
    }
    mesh.append(
        """
        apiVersion: rutter.io/v1
        kind: Proxy
        metadata: {name: a, namespace: n1}
        spec: {ipAddresses: [10.9.0.1]}
        """);
    openText(mesh.toString());

    assertThat((Long) requireNonNull(browser.run("return document.querySelectorAll('*').length")))
        .isLessThan(2_000);
    assertThat(texts("#host-list-count")).containsExactly("1000 of 1000");
    browser.driver().findElement(By.id("host-filter")).sendKeys("s777.");
    assertThat(texts("#host-list summary")).containsExactly("http://s777.n7.svc.cluster.local:80");
  }
}
