// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.ByteStreams;
import io.rutter.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text of an Envoy configuration, within the bound that holds for every file. */
final class EnvoyFile {
  private EnvoyFile() {}

  static String read(Path file) {
    int most = YamlLimits.DEFAULT.fileBytes();
    if (Files.isDirectory(file)) {
      throw failed(file, "a folder (expected: a file)");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = ByteStreams.limit(stream, most + 1L).readAllBytes();
      if (bytes.length > most) {
        throw failed(file, "more than " + most + " bytes (expected: a smaller file)");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw failed(file, "no such file (expected: a file that exists)");
    } catch (AccessDeniedException e) {
      throw failed(file, "no permission (expected: a file that may be read)");
    } catch (CharacterCodingException e) {
      throw failed(file, "not UTF-8 (expected: JSON or YAML in UTF-8)");
    } catch (IOException e) {
      throw failed(file, "cannot be read: " + e.getMessage());
    }
  }

  private static InputException failed(Path file, String reason) {
    return new InputException("--resources: " + file + ": " + reason);
  }
}
