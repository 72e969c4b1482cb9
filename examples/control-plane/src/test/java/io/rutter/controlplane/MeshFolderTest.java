// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.util.concurrent.Uninterruptibles;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watched folder does, and what becomes of it. */
class MeshFolderTest {
  @TempDir Path home;

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final BlockingQueue<LoadResult> meshes = new LinkedBlockingQueue<>();
  private Thread thread = new Thread();

  @CanIgnoreReturnValue
  private Path watch(String name, Consumer<LoadResult> meshesTo) {
    Path folder = home.resolve(name);
    thread =
        new Thread(
            () -> new MeshFolder(folder, events::add).watch(Duration.ofMillis(20), meshesTo));
    thread.start();
    return folder;
  }

  @AfterEach
  void stop() {
    thread.interrupt();
    Uninterruptibles.joinUninterruptibly(thread);
  }

  private static String service(String host) {
    return """
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    metadata: {name: %1$s, namespace: e2e}
    spec: {hosts: [%1$s], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
    """
        .formatted(host);
  }

  private List<String> next() throws InterruptedException {
    LoadResult result = meshes.poll(Waiting.MOST.toSeconds(), TimeUnit.SECONDS);
    assertThat(result).as("no mesh; %s", events).isNotNull();
    assertThat(result.problems()).isEmpty();
    return result.snapshot().serviceEntries().stream()
        .flatMap(entry -> entry.hosts().stream())
        .toList();
  }

  private void awaitEvent(String name) {
    Waiting.until(
        name, () -> events, () -> events.stream().anyMatch(event -> event.name().equals(name)));
  }

  @Test
  void aConfigMapIsReadOnceAndChangesAsAWhole() throws Exception {
    Path folder = Files.createDirectory(home.resolve("cm"));
    version(folder, "..v1", "one.test", "two.test");
    Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));
    Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("..data/b.yaml"));
    swap(folder, "..v1");
    watch("cm", meshes::add);
    assertThat(next()).containsExactlyInAnyOrder("one.test", "two.test");
    for (int i = 2; i < 6; i++) {
      // As long as before, and with the time of before.
      version(folder, "..v" + i, "on" + i + ".test", "tw" + i + ".test");
      swap(folder, "..v" + i);
      assertThat(next()).containsExactlyInAnyOrder("on" + i + ".test", "tw" + i + ".test");
      MoreFiles.deleteRecursively(
          folder.resolve("..v" + (i - 1)), RecursiveDeleteOption.ALLOW_INSECURE);
    }
    assertThat(meshes).isEmpty();
    assertThat(events).isEmpty();
  }

  private static void version(Path folder, String name, String first, String second)
      throws IOException {
    Path version = Files.createDirectory(folder.resolve(name));
    Files.writeString(version.resolve("a.yaml"), service(first));
    Files.writeString(version.resolve("b.yaml"), service(second));
    java.nio.file.attribute.FileTime time = java.nio.file.attribute.FileTime.fromMillis(0);
    Files.setLastModifiedTime(version.resolve("a.yaml"), time);
    Files.setLastModifiedTime(version.resolve("b.yaml"), time);
  }

  /** As the kubelet does: a new link takes the place of the old one. */
  private static void swap(Path folder, String version) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(version));
    Files.move(link, folder.resolve("..data"), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  @Test
  void whatLoaderAndWatcherDoNotReadChangesNothing() throws Exception {
    Path folder = Files.createDirectories(home.resolve("mesh"));
    Files.writeString(folder.resolve("a.yaml"), service("one.test"));
    Files.createSymbolicLink(folder.resolve("self"), folder);
    watch("mesh", meshes::add);
    assertThat(next()).containsExactly("one.test");
    Files.writeString(Files.createDirectory(folder.resolve(".git")).resolve("x.yaml"), "a: b");
    Files.writeString(folder.resolve("notes.txt"), "a: b");
    Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(200));
    assertThat(meshes).isEmpty();
  }

  @Test
  void aFolderThatGoesAndComesBackIsToldOfOnce() throws Exception {
    Path folder = Files.createDirectories(home.resolve("mesh"));
    Files.writeString(folder.resolve("a.yaml"), service("one.test"));
    watch("mesh", meshes::add);
    assertThat(next()).containsExactly("one.test");
    Path away = home.resolve("away");
    Files.move(folder, away);
    awaitEvent("folder-away");
    Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(100));
    assertThat(events).hasSize(1);
    assertThat(meshes).isEmpty();
    Files.writeString(away.resolve("a.yaml"), service("other.test"));
    Files.move(away, folder);
    awaitEvent("folder-back");
    assertThat(next()).containsExactly("other.test");
    assertThat(events).hasSize(2);
  }

  @Test
  void whatATaskThrowsDoesNotEndTheWatch() throws Exception {
    Path folder = Files.createDirectories(home.resolve("mesh"));
    Files.writeString(folder.resolve("a.yaml"), service("one.test"));
    BlockingQueue<LoadResult> seen = new LinkedBlockingQueue<>();
    watch(
        "mesh",
        mesh -> {
          seen.add(mesh);
          switch (seen.size()) {
            case 1 -> throw new IllegalStateException("first\nsecond line");
            case 2 -> throw new StackOverflowError();
            default -> meshes.add(mesh);
          }
        });
    awaitEvent("internal-error");
    Edge.write(folder, "a", service("second.test"));
    Waiting.until("second", () -> events, () -> seen.size() == 2);
    Edge.write(folder, "a", service("third.test.x"));
    assertThat(next()).containsExactly("third.test.x");
    assertThat(events).hasSize(2);
  }

  @Test
  void aHalfWrittenFileIsWaitedFor() throws Exception {
    Path folder = Files.createDirectories(home.resolve("mesh"));
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, service("one.test"));
    watch("mesh", meshes::add);
    assertThat(next()).containsExactly("one.test");
    String text = service("two.test");
    StringBuilder written = new StringBuilder();
    for (int from = 0; from < text.length(); from += 10) {
      written.append(text, from, Math.min(text.length(), from + 10));
      Files.writeString(file, written);
      Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(5));
    }
    LoadResult last = null;
    while (last == null || !last.snapshot().serviceEntries().toString().contains("two.test")) {
      last = meshes.poll(Waiting.MOST.toSeconds(), TimeUnit.SECONDS);
      assertThat(last).isNotNull();
    }
    assertThat(events).isEmpty();
  }

  @Test
  void anEmptyFolderIsToldOf() throws Exception {
    Files.createDirectories(home.resolve("mesh"));
    watch("mesh", meshes::add);
    LoadResult result = meshes.poll(Waiting.MOST.toSeconds(), TimeUnit.SECONDS);
    assertThat(result).isNotNull();
    assertThat(result.problems()).isNotEmpty();
  }

  @Test
  void thereMustBeAFolder() {
    assertThatThrownBy(() -> new MeshFolder(home.resolve("none"), events::add).requireReadable())
        .isInstanceOf(OperatingException.class)
        .hasMessageEndingWith("none does not exist");
  }
}
