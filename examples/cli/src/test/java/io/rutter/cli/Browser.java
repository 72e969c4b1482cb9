// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window. */
final class Browser implements AutoCloseable {
  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * The browser; aborts the test where there is none, fails it where the environment variable
   * {@code RUTTER_NEEDS_BROWSER} is set.
   */
  static Browser start(String... more) {
    Optional<Path> binary = find("chromium");
    Optional<Path> program = find("chromedriver");
    if (binary.isEmpty() || program.isEmpty()) {
      String missing = "no chromium with chromedriver on the path, so the page is not looked at";
      assertThat(System.getenv("RUTTER_NEEDS_BROWSER")).as(missing).isNull();
      return Assumptions.abort(missing);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.get().toFile());
    options.addArguments(
        "--headless=new",
        "--force-prefers-reduced-motion",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1280,900");
    options.addArguments(List.of(more));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program.get().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page of this machine. */
  void open(Path page) {
    driver.get(page.toUri().toString());
  }

  /** What a script of the test returns. */
  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the page or its script complained about since this was asked. */
  ImmutableList<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .collect(ImmutableList.toImmutableList());
  }

  /** Where the pages sent requests to since this was asked. */
  ImmutableList<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonParser.parseString(entry.getMessage()).getAsJsonObject())
        .map(entry -> entry.getAsJsonObject("message"))
        .filter(message -> message.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(Browser::url)
        .collect(ImmutableList.toImmutableList());
  }

  private static String url(JsonObject message) {
    return message.getAsJsonObject("params").getAsJsonObject("request").get("url").getAsString();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
