// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.translator.output.ProtoJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a real Envoy says of many bootstraps: halves of what it refuses are asked apart. */
final class EnvoyVerdicts {
  /** The folder of an access log belongs to the machine, not to the configuration. */
  private static final Pattern MISSING_FOLDER =
      Pattern.compile("unable to open file '([^']+)': No such file or directory");

  private final Path envoy;
  private final Path folder;
  private final Map<String, String> refusals = new LinkedHashMap<>();

  private EnvoyVerdicts(Path envoy, Path folder) {
    this.envoy = envoy;
    this.folder = folder;
  }

  /**
   * The refusals.
   *
   * @param proxies the bootstraps by a name that the caller knows them by
   * @param folder for the files
   * @return what Envoy says, by that name
   */
  static Map<String, String> refusals(Path envoy, Map<String, Bootstrap> proxies, Path folder)
      throws IOException, InterruptedException {
    EnvoyVerdicts verdicts = new EnvoyVerdicts(envoy, folder);
    verdicts.ask(new ArrayList<>(proxies.entrySet()));
    return verdicts.refusals;
  }

  private void ask(List<Map.Entry<String, Bootstrap>> proxies)
      throws IOException, InterruptedException {
    if (proxies.isEmpty()) {
      return;
    }
    Optional<String> refusal =
        refusal(ManyProxies.of(proxies.stream().map(Map.Entry::getValue).toList()));
    if (refusal.isEmpty()) {
      return;
    }
    if (proxies.size() == 1) {
      refusals.put(proxies.get(0).getKey(), refusal.get());
      return;
    }
    int half = proxies.size() / 2;
    ask(proxies.subList(0, half));
    ask(proxies.subList(half, proxies.size()));
  }

  private Optional<String> refusal(Bootstrap bootstrap) throws IOException, InterruptedException {
    Path config = folder.resolve("envoy.json");
    Path log = folder.resolve("envoy.log");
    Files.write(config, ProtoJson.print(bootstrap).getBytes(UTF_8));
    while (!accepts(config, log)) {
      String said = Files.readString(log).strip();
      Matcher missing = MISSING_FOLDER.matcher(said);
      if (!missing.find() || !createsFolderOf(missing.group(1))) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  /** Whether the folder of a file was missing, lies in ours and is there now. */
  private boolean createsFolderOf(String file) throws IOException {
    Path parent = folder.resolve(file).normalize().getParent();
    if (parent == null || !parent.startsWith(folder) || Files.exists(parent)) {
      return false;
    }
    Files.createDirectories(parent);
    return true;
  }

  private boolean accepts(Path config, Path log) throws IOException, InterruptedException {
    return new ProcessBuilder(
                envoy.toString(), "--mode", "validate", "-l", "error", "-c", config.toString())
            .directory(folder.toFile()) // Where relative paths of access logs lead.
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor()
        == 0;
  }
}
