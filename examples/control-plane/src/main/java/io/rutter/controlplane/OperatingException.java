// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What keeps the program from running, and a person can mend: one sentence, no stack trace. */
public final class OperatingException extends Exception {
  private static final long serialVersionUID = 1;

  /** Says what is wrong. */
  public OperatingException(String message) {
    super(message);
  }

  /** What went wrong with a file or folder, in words. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read: no permission";
    }
    if (e instanceof NotDirectoryException) {
      return "is no folder";
    }
    if (e instanceof FileSystemLoopException) {
      return "has a link that leads back into it";
    }
    return "cannot be read: " + e.getMessage();
  }
}
