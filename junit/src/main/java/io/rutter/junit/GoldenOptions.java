// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.translator.JwksFetching;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What {@code options.properties} says of a case: {@code kinds} and {@code proxies}, lists with
 * commas of what it is about, and the options of {@link TranslationOptions} by their names.
 *
 * @param translation how to translate
 * @param kinds the kinds that are compared
 * @param proxies the proxies that are compared
 */
record GoldenOptions(
    TranslationOptions translation, ImmutableSet<ResourceKind> kinds, ProxySelection proxies) {
  /** The file with the options. */
  static final String FILE = "options.properties";

  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

  private static final String KEYS =
      "kinds, proxies, dualStack, quicListeners, tlsOnSidecarIngress, multipleCustomProviders,"
          + " jwksFetching";

  private static final String KINDS =
      Stream.of(ResourceKind.values()).map(ResourceKind::id).collect(Collectors.joining(", "));

  /**
   * The options of the case in this folder, or else what the root says.
   *
   * @throws ExtensionConfigurationException with all that is wrong with them
   */
  static GoldenOptions read(Path folder, GoldenRoot root) throws IOException {
    Path file = folder.resolve(FILE);
    return new Reading(root).read(properties(file));
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        throw new ExtensionConfigurationException(FILE + ": not a properties file in UTF-8", e);
      }
    }
    return properties;
  }

  /** Reads one file, and collects what is wrong with it. */
  private static final class Reading {
    private final List<String> faults = new ArrayList<>();
    private final TranslationOptions.Builder translation = TranslationOptions.builder();
    private ImmutableSet<ResourceKind> kinds;
    private ProxySelection proxies;

    Reading(GoldenRoot root) {
      kinds = root.kinds();
      proxies = root.proxies();
    }

    GoldenOptions read(Properties properties) {
      for (String name : new TreeSet<>(properties.stringPropertyNames())) {
        set(name, properties.getProperty(name));
      }
      if (!faults.isEmpty()) {
        throw new ExtensionConfigurationException(String.join("\n", faults));
      }
      return new GoldenOptions(translation.build(), kinds, proxies);
    }

    private void set(String name, String value) {
      switch (name) {
        case "kinds" -> kinds = kinds(value);
        case "proxies" -> proxies = proxies(value);
        case "dualStack" -> flag(name, value, translation::dualStack);
        case "quicListeners" -> flag(name, value, translation::quicListeners);
        case "tlsOnSidecarIngress" -> flag(name, value, translation::tlsOnSidecarIngress);
        case "multipleCustomProviders" -> flag(name, value, translation::multipleCustomProviders);
        case "jwksFetching" -> jwksFetching(value.strip());
        default -> fault(name + " is no option", KEYS);
      }
    }

    private ImmutableSet<ResourceKind> kinds(String list) {
      Set<ResourceKind> found = new LinkedHashSet<>();
      for (String id : COMMAS.split(list)) {
        Optional<ResourceKind> kind =
            Stream.of(ResourceKind.values()).filter(each -> each.id().equals(id)).findFirst();
        kind.ifPresentOrElse(found::add, () -> fault("kinds: " + id, KINDS));
      }
      if (COMMAS.splitToList(list).isEmpty()) {
        fault("kinds: none", "one of " + KINDS + ", or more");
      }
      return ImmutableSet.copyOf(found);
    }

    private ProxySelection proxies(String list) {
      ImmutableList<String> names = ImmutableList.copyOf(COMMAS.split(list));
      if (names.isEmpty()) {
        fault("proxies: none", "NAME.NAMESPACE of one, or more");
      }
      return new ProxySelection(FILE, names);
    }

    private void jwksFetching(String value) {
      Stream.of(JwksFetching.values())
          .filter(fetching -> fetching.name().equals(value))
          .findFirst()
          .ifPresentOrElse(
              translation::jwksFetching,
              () ->
                  fault(
                      "jwksFetching: " + value,
                      "one of " + Arrays.toString(JwksFetching.values())));
    }

    private void flag(String name, String value, Consumer<Boolean> setter) {
      switch (value.strip()) {
        case "true" -> setter.accept(true);
        case "false" -> setter.accept(false);
        default -> fault(name + ": " + value, "true or false");
      }
    }

    private void fault(String what, String expected) {
      faults.add(FILE + ": " + what + " (expected: " + expected + ")");
    }
  }
}
