// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Documents with one mistake each, and a few at the edge of one that have none, by kind. The name
 * of a document says what is wrong with it; those that end in {@code good} are right.
 */
final class InvalidDocuments {
  static final ImmutableList<String> KINDS =
      ImmutableList.of(
          "authorizationpolicy",
          "destinationrule",
          "gateway",
          "peerauthentication",
          "requestauthentication",
          "serviceentry",
          "sidecar",
          "virtualservice",
          "workloadentry");

  private static final Path FOLDER =
      Path.of(System.getProperty("rutter.root", ".."))
          .resolve("testdata/src/test/resources/validation");

  private InvalidDocuments() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static String read(String kind) {
    try {
      return Files.readString(file(kind + ".yaml"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of {@code differences.txt} without comments. */
  static List<String> listedDifferences() throws IOException {
    return Files.readAllLines(file("differences.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
