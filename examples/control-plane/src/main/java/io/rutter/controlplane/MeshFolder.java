// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.YamlFolder;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A folder of YAML that is looked at again and again, at the very files that are loaded. */
final class MeshFolder {
  private final Path folder;
  private final EventSink events;

  /** The objects of the folder, of which only those are read that change. */
  private final ObjectStore store = ObjectStore.create();

  /** What was loaded last; null: nothing yet. */
  private @Nullable Map<Path, String> loaded;

  private String trouble = "";

  MeshFolder(Path folder, EventSink events) {
    this.folder = folder;
    this.events = events;
  }

  /**
   * Says that there is a folder to watch.
   *
   * @throws OperatingException if there is none
   */
  void requireReadable() throws OperatingException {
    try {
      Map<Path, String> unused = files();
    } catch (IOException e) {
      throw new OperatingException("folder " + folder + " " + OperatingException.reason(e));
    }
  }

  /**
   * Loads the folder, now and after each change, until the thread is interrupted. A change is taken
   * when the folder has been the same for one interval, and while it was loaded: a file may be half
   * written before. While the folder is away nothing changes.
   *
   * @param meshes what it throws is told, and the next change goes there again
   */
  void watch(Duration interval, Consumer<LoadResult> meshes) {
    Map<Path, String> last = null;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Map<Path, String> files = files();
        tellTrouble("");
        if (files.equals(last) && !files.equals(loaded)) {
          load(files, meshes);
        }
        last = files;
      } catch (NoSuchFileException e) {
        last = null;
        if (!Files.exists(folder)) {
          tellTrouble(OperatingException.reason(e));
        } // Else a file went while we looked: the next look sees the folder without it.
      } catch (IOException e) {
        last = null;
        tellTrouble(OperatingException.reason(e));
      }
      try {
        Thread.sleep(interval.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void load(Map<Path, String> files, Consumer<LoadResult> meshes) throws IOException {
    try {
      ImmutableSet<ObjectKey> objects = store.apply(new YamlSource.Files(folder));
      if (files().equals(files)) {
        loaded = files;
        Sets.difference(store.keys(), objects).forEach(store::remove);
        meshes.accept(store.snapshot().loadResult());
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      loaded = files; // Another try would end as this one did.
      events.accept(
          Event.of(Event.Level.ERROR, "internal-error")
              .with("folder", folder)
              .with("error", StackSummary.of(e)));
    }
  }

  /** Tells, once, that the folder cannot be read, or can be read again. */
  private void tellTrouble(String now) {
    if (!now.equals(trouble)) {
      trouble = now;
      events.accept(
          now.isEmpty()
              ? Event.of(Event.Level.INFO, "folder-back").with("folder", folder)
              : Event.of(Event.Level.ERROR, "folder-away")
                  .with("folder", folder)
                  .with("reason", now + ": the last mesh goes on being served"));
    }
  }

  /** Each file with what changes when it does: a ConfigMap changes what its links lead to. */
  private Map<Path, String> files() throws IOException {
    ImmutableList<Path> paths =
        Files.isRegularFile(folder) ? ImmutableList.of(folder) : YamlFolder.files(folder);
    Map<Path, String> result = new TreeMap<>();
    for (Path path : paths) {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      result.put(path, now.size() + " " + now.lastModifiedTime() + " " + now.fileKey());
    }
    return result;
  }
}
