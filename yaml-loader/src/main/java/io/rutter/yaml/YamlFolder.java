// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.collect.ImmutableList;
import io.rutter.yaml.internal.text.FolderWalk;
import java.io.IOException;
import java.nio.file.Path;

/** Which files of a folder are read: for programs that watch a folder and load it again. */
public final class YamlFolder {
  private YamlFolder() {}

  /**
   * The files that {@link YamlLoader#load(Path...)} reads of a folder, and the loader of call
   * tests: {@code *.yaml}, {@code *.yml} and {@code *.json} in it and in the folders below, in the
   * order of their names. Files and folders whose name starts with a dot are left out ({@code
   * .git}, and {@code ..data} of a mounted ConfigMap). Links are followed; a file or folder that
   * several names lead to counts once, under the first.
   *
   * @throws IOException if there is no such folder, or it cannot be listed. A folder below it that
   *     cannot be listed is left out here, and a problem when it is loaded.
   */
  public static ImmutableList<Path> files(Path folder) throws IOException {
    return FolderWalk.of(folder).files();
  }
}
