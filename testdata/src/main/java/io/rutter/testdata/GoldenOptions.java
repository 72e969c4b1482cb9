// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What {@code options.properties} says of a case: {@code kinds}, a comma-separated list of the
 * kinds of resources that it is about, and the options of {@link TranslationOptions} by their
 * names.
 *
 * @param translation how to translate
 * @param kinds the kinds that are compared; all where the file names none
 */
record GoldenOptions(TranslationOptions translation, ImmutableSet<ResourceKind> kinds) {
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

  private static final String KINDS =
      Stream.of(ResourceKind.values()).map(ResourceKind::id).collect(Collectors.joining(", "));

  /** The options of the case in this folder. */
  static GoldenOptions read(Path folder) {
    Path file = folder.resolve("options.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        throw new ExtensionConfigurationException(file + ": not a properties file in UTF-8", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    TranslationOptions.Builder options = TranslationOptions.builder();
    ImmutableSet<ResourceKind> kinds = ImmutableSet.copyOf(ResourceKind.values());
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (name.equals("kinds")) {
        kinds = kinds(value, file);
      } else {
        set(options, name, value, file);
      }
    }
    return new GoldenOptions(options.build(), kinds);
  }

  private static ImmutableSet<ResourceKind> kinds(String list, Path file) {
    ImmutableSet.Builder<ResourceKind> kinds = ImmutableSet.builder();
    for (String id : COMMAS.split(list)) {
      kinds.add(
          Stream.of(ResourceKind.values())
              .filter(kind -> kind.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ExtensionConfigurationException(
                          file + ": kinds: " + id + " (expected: " + KINDS + ")")));
    }
    if (kinds.build().isEmpty()) {
      throw new ExtensionConfigurationException(
          file + ": kinds: none (expected: one of " + KINDS + ", or more)");
    }
    return kinds.build();
  }

  private static void set(
      TranslationOptions.Builder options, String name, String value, Path file) {
    switch (name) {
      case "dualStack" -> options.dualStack(flag(name, value, file));
      case "quicListeners" -> options.quicListeners(flag(name, value, file));
      case "tlsOnSidecarIngress" -> options.tlsOnSidecarIngress(flag(name, value, file));
      default ->
          throw new ExtensionConfigurationException(
              file
                  + ": "
                  + name
                  + " is no option (expected: kinds, dualStack, quicListeners, tlsOnSidecarIngress)");
    }
  }

  private static boolean flag(String name, String value, Path file) {
    return switch (value.strip()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new ExtensionConfigurationException(
              file + ": " + name + ": " + value + " (expected: true or false)");
    };
  }
}
