// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.translator.ResourceKind;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The folder of the cases, and what {@link GoldenFiles} says of all of them.
 *
 * @param folder the folder
 * @param mesh what each case has beside its own input
 * @param kinds the kinds that a case is about, unless it says otherwise
 * @param proxies the proxies that a case is about, unless it says otherwise
 */
record GoldenRoot(
    Path folder, MeshFiles mesh, ImmutableSet<ResourceKind> kinds, ProxySelection proxies) {
  /**
   * What this annotation says.
   *
   * @throws ExtensionConfigurationException if its mesh is not there, the cases are in it, or their
   *     folder is the working directory
   */
  static GoldenRoot of(GoldenFiles files) {
    Path folder = Path.of(files.value());
    if (folder.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath())
        || folder.getFileName() == null) {
      throw new ExtensionConfigurationException(
          "@GoldenFiles: \"" + files.value() + "\" (expected: a folder for the cases alone)");
    }
    MeshFiles mesh = MeshFiles.of(files.mesh());
    if (mesh.holds(folder)) {
      throw new ExtensionConfigurationException(
          folder
              + ": is in the mesh "
              + mesh
              + " (expected: a folder outside of it, since the files of cases are no part of the"
              + " mesh)");
    }
    return new GoldenRoot(
        folder,
        mesh,
        ImmutableSet.copyOf(files.kinds().length == 0 ? ResourceKind.values() : files.kinds()),
        new ProxySelection("@GoldenFiles", ImmutableList.copyOf(files.proxies())));
  }

  /** The cases of a folder, each with its own input, about everything. */
  static GoldenRoot of(Path folder) {
    return new GoldenRoot(
        folder, MeshFiles.NONE, ImmutableSet.copyOf(ResourceKind.values()), ProxySelection.ALL);
  }

  /** The name of the case in this folder: the way to it, or the name of the root itself. */
  String nameOf(Path caseFolder) {
    String name = folder.relativize(caseFolder).toString().replace('\\', '/');
    return name.isEmpty() ? folder.toAbsolutePath().normalize().getFileName().toString() : name;
  }
}
